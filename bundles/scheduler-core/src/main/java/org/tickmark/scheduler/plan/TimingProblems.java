package org.tickmark.scheduler.plan;

import org.tickmark.api.Problem;
import org.tickmark.api.message.MessageCatalog;

/** What can be wrong with a timing; the place is the name of the field. */
final class TimingProblems {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(TimingProblems.class);

    private TimingProblems() {}

    /** A problem of a field; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String field, String rule, Object... arguments) {
        return Problem.error("task.invalid", MESSAGES.message(rule, arguments))
                .where(field)
                .advice(MESSAGES.message(rule + ".advice"));
    }
}
