package org.tickmark.scheduler.plan;

import java.time.Instant;
import java.util.Objects;
import org.tickmark.api.host.tasks.RunState;

/**
 * Times of a schedule that share a fate. Times of another fate may lie between its first and its last, such as those on free days.
 *
 * @param state {@link RunState#WAITING} for times that one run stands for; else why none runs
 * @param first the first of them
 * @param last the last of them
 * @param times how many they are, from 1
 */
public record Stretch(RunState state, Instant first, Instant last, long times) {
    public Stretch {
        Objects.requireNonNull(state, "state");
        if (times < 1 || first.isAfter(last)) {
            throw new IllegalArgumentException(
                    times + " times from " + first + " to " + last + ": expected at least one, in order");
        }
    }
}
