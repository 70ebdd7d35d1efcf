package org.tickmark.api.host.tasks;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a task does, when, and how its runs are held apart; nothing of how it stands. Immutable.
 *
 * @param name unique; words of a-z and 0-9 joined by hyphens
 * @param description for people; may be empty
 * @param tags words of a-z and 0-9 joined by hyphens, to find tasks by and to pause them together
 * @param owner in whose name it runs, such as {@code os:anna}
 * @param executor name of the {@link org.tickmark.api.task.TaskExecutor}
 * @param parameters its parameters, by name
 * @param timing when it runs by itself
 * @param after the tasks that it follows, if any
 * @param running how its runs are held apart, and where they may run
 * @param retry what happens after a failure
 * @param active whether it runs by itself; one that is not runs only when someone starts it
 */
public record TaskDefinition(
        String name,
        String description,
        List<String> tags,
        String owner,
        String executor,
        Map<String, String> parameters,
        Timing timing,
        Optional<After> after,
        Running running,
        Retry retry,
        boolean active) {
    public TaskDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(executor, "executor");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(retry, "retry");
    }
}
