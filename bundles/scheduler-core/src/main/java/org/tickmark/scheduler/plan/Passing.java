package org.tickmark.scheduler.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the times of a schedule that were due at a moment: together, all from the one asked about, inclusive, to the next
 * one, exclusive.
 *
 * @param dropped those for which none runs, ordered by their first
 * @param started the runs, the oldest first, each {@link org.tickmark.api.host.tasks.RunState#WAITING}
 * @param next the first time that was not due yet; empty: the schedule has ended
 */
public record Passing(List<Stretch> dropped, List<Stretch> started, Optional<Due> next) {
    public Passing {
        dropped = List.copyOf(dropped);
        started = List.copyOf(started);
        Objects.requireNonNull(next, "next");
    }
}
