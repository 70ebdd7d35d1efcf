package org.tickmark.scheduler.task;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;

/** Definitions for tests. */
final class Samples {
    private Samples() {}

    /** A task with nothing but what is usual. */
    static TaskDefinition task(String name, String schedule) {
        return with(name, Timing.of(schedule, "Europe/Oslo"), Optional.empty());
    }

    static TaskDefinition after(String name, After.Condition condition, After.Join join, String... parents) {
        return with(name, Timing.never("Europe/Oslo"), Optional.of(new After(List.of(parents), condition, join)));
    }

    static TaskDefinition with(String name, Timing timing, Optional<After> after) {
        return new TaskDefinition(
                name, "", List.of(), "os:anna", "import", Map.of(), timing, after, Running.USUAL, Retry.NONE, true);
    }

    /** A task in which nothing is usual. */
    static TaskDefinition rich(String name) {
        return new TaskDefinition(
                name,
                "Books what the banks sent.\nEvery unit.",
                List.of("bank", "night"),
                "os:kari",
                "import",
                Map.of("unit", "fjord", "source", "a: \"b\" # c"),
                new Timing(
                        "task:weekly on MO,TU at 06:30",
                        "Europe/Oslo",
                        Timing.Gap.FIRST_VALID,
                        Timing.Overlap.BOTH,
                        Optional.of(LocalDateTime.of(2026, 1, 5, 0, 0)),
                        Optional.of(LocalDateTime.of(2030, 1, 1, 0, 0, 1)),
                        Optional.of("NO+bank"),
                        Timing.FreeDays.AFTER,
                        Duration.ofMinutes(5),
                        new Timing.CatchUp(Timing.CatchUp.Policy.ALL, Optional.of(Duration.ofHours(36)), 12)),
                Optional.of(new After(List.of("first", "second"), After.Condition.ALWAYS, After.Join.ANY)),
                new Running(
                        Duration.ofMinutes(20),
                        Running.WhenBusy.QUEUE,
                        7,
                        Optional.of("books"),
                        List.of("big", "north"),
                        true),
                new Retry(4, Duration.ofMinutes(1), Retry.Backoff.DOUBLING, Duration.ofHours(1)),
                false);
    }
}
