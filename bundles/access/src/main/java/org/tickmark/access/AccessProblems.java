package org.tickmark.access;

import java.time.Duration;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The problems and texts of this bundle. */
final class AccessProblems {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(AccessProblems.class);

    private AccessProblems() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** Something that users or tokens cannot be; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String rule, Object... arguments) {
        return Problem.error(rule, message(rule, arguments)).advice(message(rule + ".advice", arguments));
    }

    static Problem unknownUser(String name) {
        return invalid("user.unknown", name).where("user/" + name).build();
    }

    /** The same whatever was wrong. */
    static Problem refused() {
        return invalid("sign-in.refused").build();
    }

    static Problem waiting(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return invalid("sign-in.wait", seconds).found(seconds + " s").build();
    }
}
