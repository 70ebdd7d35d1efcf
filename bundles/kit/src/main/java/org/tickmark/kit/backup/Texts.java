package org.tickmark.kit.backup;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** That the file is no backup that can be relied on. */
    static Problem.Builder damaged(String why, Object... arguments) {
        return Problem.error("backup.damaged", message("damaged." + why, arguments))
                .advice(message("damaged.advice"));
    }
}
