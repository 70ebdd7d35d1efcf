package org.tickmark.console.demo;

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

    /** Starts a problem; what is wrong is the message of the code, what to do next that of the code and {@code .advice}. */
    static Problem.Builder problem(String code, Object... arguments) {
        return Problem.error(code, text(code, arguments)).advice(text(code + ".advice", arguments));
    }
}
