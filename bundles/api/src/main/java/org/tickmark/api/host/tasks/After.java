package org.tickmark.api.host.tasks;

import java.util.List;
import java.util.Objects;

/**
 * The tasks that a task follows. It runs once for every final outcome of the one, or once all of them have ended since it ran
 * last.
 *
 * @param tasks their names, at least one
 * @param condition the outcomes that count
 * @param join whether it waits for all of them
 */
public record After(List<String> tasks, Condition condition, Join join) {
    /** The outcomes that count; the final ones only, after all attempts. */
    public enum Condition {
        /** Success. */
        SUCCESS,
        /** Failure for good, a lost or cancelled run, or one that outlived its lock. */
        FAILURE,
        /** Any. */
        ALWAYS
    }

    /** How several tasks count. */
    public enum Join {
        /** It runs when all of them have ended as they should. */
        ALL,
        /** It runs for each. */
        ANY
    }

    public After {
        tasks = List.copyOf(tasks);
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(join, "join");
    }
}
