package org.tickmark.platform.backup;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package, and its problems. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** An error whose text is the message of its code, with the advice that belongs to it. */
    static Problem.Builder error(String code, Object... arguments) {
        return Problem.error(code, message(code, arguments)).advice(message(code + ".advice"));
    }

    /** A warning whose text is the message of its code, with the advice that belongs to it. */
    static Problem.Builder warning(String code, Object... arguments) {
        return Problem.warning(code, message(code, arguments)).advice(message(code + ".advice"));
    }
}
