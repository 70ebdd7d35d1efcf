package org.tickmark.books;

import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.StatementHeader.Kind;

/** How an entry stands in the books. */
final class EntryStatus {
    private EntryStatus() {}

    /**
     * As the file says in a statement and in a ledger. What is told of a day not yet over, or in a notice, comes again in a
     * statement: it is kept, but never as booked, so that it moves no balance.
     */
    static Status inBooks(Kind kind, Status told) {
        return switch (kind) {
            case STATEMENT, LEDGER -> told;
            case INTRADAY -> told == Status.BOOKED ? Status.PENDING : told;
            case NOTIFICATION -> Status.INFO;
        };
    }
}
