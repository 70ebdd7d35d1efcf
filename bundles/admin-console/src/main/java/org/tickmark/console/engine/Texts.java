package org.tickmark.console.engine;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** Starts the problem of a wrong command line; what is wrong is the message of the code. */
    static Problem.Builder usage(String code, Object... arguments) {
        return Problem.error("usage." + code, text("usage." + code, arguments));
    }
}
