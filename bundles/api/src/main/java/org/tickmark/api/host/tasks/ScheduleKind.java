package org.tickmark.api.host.tasks;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Caller;

/**
 * Times that another bundle looks after and that tasks run at. Registered as a service with the property {@link #KIND}; a task names them as its schedule, the
 * kind before a colon and what the bundle calls them after it: {@code series:3}.
 *
 * <ul>
 *   <li>SK-01: the scheduler asks when such a task is saved or looked at beforehand, when it is told of a change, and when the service appears; never
 *       within a transaction, and from any thread. It keeps what it was told, so that tasks go on while the service is away.
 *   <li>SK-02: with each change of such times, and when they are no more or are there again, the bundle records in the transaction of that change an event
 *       with the topic {@link #CHANGED} whose subject is the schedule, {@code series:3}.
 *   <li>SK-03: times that are no more are empty; a task of theirs waits, and says so.
 * </ul>
 */
@ConsumerType
public interface ScheduleKind {
    /** Service property: what stands before the colon, lower-case words joined by hyphens; type {@code String}, required. */
    String KIND = "tickmark.schedule";

    /** Topic of the event that tells of a change. */
    String CHANGED = "schedule.changed";

    /**
     * The times of a name; empty where there are none of it, or none any more.
     *
     * @param name what stands after the colon
     */
    Optional<Kept> times(Caller caller, String name);

    /**
     * Times: a rule, and what is different from it.
     *
     * @param start where the rule is counted from, by the clocks of the zone
     * @param zone name of the zone whose clocks hold; a time that they leave out is moved on by the gap, of one that they show twice the first counts
     * @param rule canonical text of the rule, as the recurrence library writes it
     * @param without times of the rule at which nothing is
     * @param extra times beside the rule; one that is also among {@code without} is one
     */
    record Kept(LocalDateTime start, String zone, String rule, List<LocalDateTime> without, List<LocalDateTime> extra) {
        public Kept {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(rule, "rule");
            without = List.copyOf(without);
            extra = List.copyOf(extra);
        }
    }
}
