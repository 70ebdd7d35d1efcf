package org.tickmark.scheduler.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;

/** A timing for tests, to vary. */
record Timed(Timing timing) {
    static Timed of(String schedule, String zone) {
        return new Timed(Timing.of(schedule, zone));
    }

    TaskDefinition definition() {
        return new TaskDefinition(
                "nightly",
                "",
                List.of(),
                "os:anna",
                "import",
                Map.of(),
                timing,
                Optional.empty(),
                Running.USUAL,
                Retry.NONE,
                true);
    }

    Plan plan(long taskId, Instant savedAt) {
        return Plan.of(taskId, 1, definition(), savedAt);
    }

    Timed catchUp(Timing.CatchUp.Policy policy, Duration window, int most) {
        return new Timed(new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                new Timing.CatchUp(policy, Optional.ofNullable(window), most)));
    }

    Timed clocks(Timing.Gap gap, Timing.Overlap overlap) {
        return new Timed(new Timing(
                timing.schedule(),
                timing.zone(),
                gap,
                overlap,
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                timing.catchUp()));
    }

    Timed between(LocalDateTime start, LocalDateTime end) {
        return new Timed(new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                Optional.ofNullable(start),
                Optional.ofNullable(end),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                timing.catchUp()));
    }

    Timed freeDays(String calendar, Timing.FreeDays freeDays) {
        return new Timed(new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                Optional.ofNullable(calendar),
                freeDays,
                timing.jitter(),
                timing.catchUp()));
    }

    Timed jitter(Duration jitter) {
        return new Timed(new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                jitter,
                timing.catchUp()));
    }
}
