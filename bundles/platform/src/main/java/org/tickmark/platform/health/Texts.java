package org.tickmark.platform.health;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this package, and its problems: the text of each is the message of its code, with the advice that belongs to it. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    static Problem.Builder error(String code, Object... arguments) {
        return Problem.error(code, message(code, arguments)).advice(message(code + ".advice", arguments));
    }

    static Problem.Builder warning(String code, Object... arguments) {
        return Problem.warning(code, message(code, arguments)).advice(message(code + ".advice", arguments));
    }

    static Problem.Builder info(String code, Object... arguments) {
        return Problem.info(code, message(code, arguments)).advice(message(code + ".advice", arguments));
    }
}
