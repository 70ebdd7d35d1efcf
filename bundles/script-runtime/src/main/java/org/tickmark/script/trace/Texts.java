package org.tickmark.script.trace;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package, and the problems it finds. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** Starts a problem; its text is the message of this id. */
    static Problem.Builder problem(String code, String id, Object... arguments) {
        return Problem.error(code, message(id, arguments));
    }
}
