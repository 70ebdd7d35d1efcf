package org.tickmark.scheduler.task;

import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The problems and texts of this package. */
final class TaskProblems {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(TaskProblems.class);

    private TaskProblems() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** A definition that cannot be saved; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String field, String rule, Object... arguments) {
        return Problem.error("task.invalid", message(rule, arguments))
                .where(field)
                .advice(message(rule + ".advice"));
    }

    /** Something that is allowed, and that someone should look at. */
    static Problem.Builder warning(String field, String rule, Object... arguments) {
        return Problem.warning("task." + rule, message(rule, arguments))
                .where(field)
                .advice(message(rule + ".advice"));
    }

    /** Something else that is refused. */
    static Problem.Builder refused(String rule, Object... arguments) {
        return Problem.error("task." + rule, message(rule, arguments)).advice(message(rule + ".advice"));
    }

    static TickmarkException unknown(String name) {
        return refused("unknown").found(name).exception();
    }

    /** The same problem, with the place of the task before that of its field. */
    static Problem placed(Problem problem, String place) {
        if (place.isEmpty()) {
            return problem;
        }
        return problem.toBuilder()
                .where(problem.where().map(field -> place + ": " + field).orElse(place))
                .build();
    }
}
