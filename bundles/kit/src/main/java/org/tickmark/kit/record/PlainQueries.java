package org.tickmark.kit.record;

import org.tickmark.api.Problem;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.RecordQuery;

/** For sources that list in one order only (RS-05). */
public final class PlainQueries {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PlainQueries.class);

    private PlainQueries() {}

    /**
     * Refuses what such a source does not do.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code record.query} if the query asks for another order, or for rows that hold a text
     */
    public static void require(RecordQuery query) {
        if (!query.isPlain()) {
            throw Problem.error("record.query", MESSAGES.message("query.plain")).exception();
        }
    }
}
