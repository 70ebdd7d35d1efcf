package org.tickmark.scheduler.plan;

import java.time.Instant;
import java.util.Objects;

/**
 * A time of a schedule.
 *
 * @param nominal the time itself, a whole second
 * @param at when it is due: the time with the task's jitter, a whole millisecond before the schedule's next time
 */
public record Due(Instant nominal, Instant at) {
    public Due {
        Objects.requireNonNull(nominal, "nominal");
        Objects.requireNonNull(at, "at");
    }
}
