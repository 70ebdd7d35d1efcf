package org.tickmark.recurrence.series;

import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/**
 * Says where the rules of two series may conflict, so that a search looks there alone, and why it may end. What was changed by
 * hand is not its concern.
 */
interface Outlook {
    /** The first range, from the second on, in which the rules may conflict; empty where they never do from there on. */
    Optional<Range> next(long from);

    /** Why there is no conflict, when {@link #next} is empty. */
    Proof proof();

    /**
     * Seconds to be searched.
     *
     * @param start the first
     * @param end the one after the last
     */
    record Range(long start, long end) {}

    /** The outlook for two series. */
    static Outlook of(Series one, Series other) {
        Definition first = one.definition();
        Definition second = other.definition();
        OptionalLong cycle = first.isShifted() ? OptionalLong.empty() : Cycles.of(first.rule());
        OptionalLong otherCycle = second.isShifted() ? OptionalLong.empty() : Cycles.of(second.rule());
        if (cycle.isEmpty() || otherCycle.isEmpty()) {
            return new OneStretch(Long.MAX_VALUE, Proof.WHOLE_RANGE);
        }
        OptionalLong common = Cycles.common(cycle.getAsLong(), otherCycle.getAsLong());
        if (onOneClock(first, second)) {
            return new OneClock(first, second, common);
        }
        long whole = common.stream()
                .flatMap(own -> Cycles.common(own, Cycles.FOUR_CENTURIES).stream())
                .findFirst()
                .orElse(Long.MAX_VALUE);
        long settled = Math.max(settled(one), settled(other));
        return settled > Sequence.MAX - Math.min(whole, Sequence.MAX)
                ? new OneStretch(Long.MAX_VALUE, Proof.WHOLE_RANGE)
                : new OneStretch(settled + whole, Proof.COMMON_CYCLE);
    }

    /** Whether the rules count on the same line, so that what they give can be compared before zones come into it. */
    private static boolean onOneClock(Definition one, Definition other) {
        return one.rule().timeline() == other.rule().timeline()
                && (one.rule().timeline() == Timeline.ELAPSED || Moments.sameKind(one.start(), other.start()));
    }

    /** The second from which on nothing but rules decides: after the start, what was done by hand, and the zone's history. */
    private static long settled(Series series) {
        long settled = series.definition().second(series.start());
        for (Deviation deviation : series.deviations()) {
            settled = Math.max(settled, series.definition().second(deviation.original()));
        }
        return series.start() instanceof Moment.Zoned zoned
                ? Math.max(settled, Transitions.settled(zoned.zone()))
                : settled;
    }

    /** Everything up to a second, beyond which everything repeats itself or nothing is left. */
    record OneStretch(long end, Proof proof) implements Outlook {
        @Override
        public Optional<Range> next(long from) {
            return from < end ? Optional.of(new Range(from, end)) : Optional.empty();
        }
    }
}
