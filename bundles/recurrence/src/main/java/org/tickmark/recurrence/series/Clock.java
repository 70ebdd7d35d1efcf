package org.tickmark.recurrence.series;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;

/**
 * The clock that a rule counts on, as what it is ahead of the line of its series.
 *
 * @param rules when the clock is changed
 */
record Clock(ZoneRules rules) {
    private static final int ANY_YEAR = 2000;

    /** One that is never changed: that of rules which count on the line itself. */
    private static final Clock OF_THE_LINE = new Clock(ZoneRules.of(ZoneOffset.UTC));

    static Clock of(Definition definition) {
        return definition.rule().timeline() == Timeline.WALL_CLOCK && definition.start() instanceof Moment.Zoned zoned
                ? new Clock(zoned.zone().getRules())
                : OF_THE_LINE;
    }

    /** Seconds that the clock is ahead of the line. */
    long ahead(long second) {
        return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    /** Whether the clock is changed year after year. */
    boolean changesForEver() {
        return !rules.getTransitionRules().isEmpty();
    }

    /** The second from which on the clock is changed by the same rules every year, or not at all. */
    long settled() {
        List<ZoneOffsetTransition> history = rules.getTransitions();
        return history.isEmpty()
                ? Sequence.MIN
                : history.get(history.size() - 1).toEpochSecond() + 1;
    }

    /** The size of the largest change that was or will be, in seconds; 0 where none is. */
    long largestChange() {
        long past = rules.getTransitions().stream()
                .mapToLong(change -> Change.of(change).size())
                .max()
                .orElse(0);
        return rules.getTransitionRules().stream()
                .mapToLong(rule -> Math.abs(rule.getOffsetAfter().getTotalSeconds()
                        - (long) rule.getOffsetBefore().getTotalSeconds()))
                .reduce(past, Math::max);
    }

    /** Each change after the second, but of those that come every year by the same rule only one. */
    Stream<ZoneOffsetTransition> kindsOfChanges(long second) {
        return Stream.concat(
                rules.getTransitions().stream().filter(change -> change.toEpochSecond() > second),
                rules.getTransitionRules().stream().map(rule -> rule.createTransition(ANY_YEAR)));
    }

    /** The first change after the second; empty where none is to come. */
    Optional<Change> after(long second) {
        return Optional.ofNullable(rules.nextTransition(Instant.ofEpochSecond(second)))
                .map(Change::of);
    }

    /**
     * A change of the clock.
     *
     * @param second when it takes place
     * @param size by how many seconds, forward or back
     */
    record Change(long second, long size) {
        static Change of(ZoneOffsetTransition transition) {
            return new Change(
                    transition.toEpochSecond(), transition.getDuration().abs().toSeconds());
        }
    }
}
