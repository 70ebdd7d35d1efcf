package org.tickmark.recurrence.series;

import java.util.Optional;
import java.util.OptionalLong;
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

    /** The outlook for two series from a second on. */
    static Outlook of(Series one, Series other, long from) {
        OptionalLong cycle = cycle(one);
        OptionalLong otherCycle = cycle(other);
        if (cycle.isPresent() && otherCycle.isPresent()) {
            return new TwoClocks(one, other, from, Cycles.common(cycle.getAsLong(), otherCycle.getAsLong()));
        }
        boolean endless = one.isEndless() && other.isEndless();
        return endless && OnClock.fits(one) && OnClock.fits(other)
                ? new TwoClocks(one, other, from, OptionalLong.empty())
                : new Everything();
    }

    private static OptionalLong cycle(Series series) {
        return series.shifting().isPresent() ? OptionalLong.empty() : Cycles.of(series.rule());
    }

    /** All the time that is supported: where one of the rules ends and one does not repeat itself, or one has no clock. */
    record Everything() implements Outlook {
        @Override
        public Optional<Range> next(long from) {
            return from < Long.MAX_VALUE ? Optional.of(new Range(from, Long.MAX_VALUE)) : Optional.empty();
        }

        @Override
        public Proof proof() {
            return Proof.WHOLE_RANGE;
        }
    }
}
