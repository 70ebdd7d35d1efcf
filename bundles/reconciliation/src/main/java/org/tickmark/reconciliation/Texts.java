package org.tickmark.reconciliation;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts and problems of this bundle. */
final class Texts {
    static final String INVALID = "rec.invalid";
    static final String IN_USE = "rec.in-use";

    private static final MessageCatalog MESSAGES = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** A group that cannot be saved as it is. */
    static Problem.Builder invalid(String group, String id, Object... arguments) {
        return Problem.error(INVALID, message(id, arguments)).where(group);
    }
}
