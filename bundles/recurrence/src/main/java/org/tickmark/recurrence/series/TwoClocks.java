package org.tickmark.recurrence.series;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/**
 * Two rules, each on its clock. Between two changes of a clock the one is ahead of the other by the same time, so what the rules
 * give is compared on one clock for each such difference: first by the times of day, which decide for all dates at once where no
 * two can meet, else by dates, in one common cycle of the two at most, or up to the year 9999 where one of them has no cycle
 * (working days follow Easter, which repeats itself only after 5,700,000 years). The time around each change is to be searched as it
 * is, where both have something there; on one clock for both, that too is decided by the times of day where it can be. One search an
 * instance.
 */
final class TwoClocks implements Outlook {
    private static final Range NOT_ASKED = new Range(Long.MIN_VALUE, Long.MIN_VALUE);
    private static final long NEVER = Long.MAX_VALUE;

    private final OnClock one;
    private final OnClock other;
    private final long common;
    private final Map<Long, Meets> meetsByDifference = new HashMap<>();
    private final long longest;
    private final long begin;
    private final long end;
    private final Proof proof;
    private final boolean quietAtChanges;
    private Range around = NOT_ASKED;
    private Range aroundOther = NOT_ASKED;
    private long askedFrom = Long.MAX_VALUE;

    /**
     * Two series whose rules have a clock.
     *
     * @param from the second from which on they are compared
     * @param common the common cycle of the rules; empty where there is none, or it is longer than the calendar is supported
     */
    TwoClocks(Series one, Series other, long from, OptionalLong common) {
        boolean even = isEvenlySpaced(one) && isEvenlySpaced(other);
        this.one = OnClock.of(one, even);
        this.other = OnClock.of(other, even);
        this.common = common.orElse(Sequence.MAX);
        this.longest = Math.max(this.one.beat().length(), this.other.beat().length());
        this.begin = Math.max(start(one), start(other)) - longest - Cycles.DAY;
        long settled = Math.max(settled(one, this.one.clock()), settled(other, this.other.clock()));
        this.end = end(Math.max(from, settled), common);
        boolean sameClock = this.one.clock().equals(this.other.clock());
        this.proof = proof(even && sameClock);
        this.quietAtChanges =
                sameClock && (this.one.isQuietAtChanges(begin, longest) || this.other.isQuietAtChanges(begin, longest));
    }

    private static boolean isEvenlySpaced(Series series) {
        return series.shifting().isEmpty() && Cycles.isEvenlySpaced(series.rule());
    }

    /** Nothing of the rule takes place before: what is shifted may be before the start. */
    private static long start(Series series) {
        long start = series.definition().second(series.start());
        return series.candidates()
                .after(Slot.before(Sequence.MIN))
                .map(first -> Math.min(first.start(), start))
                .orElse(start);
    }

    /** The second from which on nothing but rules decides: after the start, what was done by hand, and the clock's history. */
    private static long settled(Series series, Clock clock) {
        long settled = Math.max(series.definition().second(series.start()), clock.settled());
        for (Deviation deviation : series.deviations()) {
            settled = Math.max(settled, series.definition().second(deviation.original()));
        }
        return settled;
    }

    /** The second after which nothing happens that did not happen since everything settled. */
    private long end(long settled, OptionalLong cycle) {
        boolean changes = one.clock().changesForEver() || other.clock().changesForEver();
        OptionalLong whole =
                changes && cycle.isPresent() ? Cycles.common(cycle.getAsLong(), Cycles.FOUR_CENTURIES) : cycle;
        long last = Sequence.MAX - settled - longest;
        return whole.isPresent() && whole.getAsLong() <= last ? settled + longest + whole.getAsLong() : Sequence.MAX;
    }

    private Proof proof(boolean evenOnOneClock) {
        if (evenOnOneClock) {
            return Proof.REMAINDERS;
        }
        return end == Sequence.MAX ? Proof.WHOLE_RANGE : Proof.COMMON_CYCLE;
    }

    @Override
    public Optional<Range> next(long from) {
        long second = Math.max(from, begin);
        while (second <= end) {
            Range change = aroundChange(second);
            if (change.start() <= second) {
                Range left = new Range(second, change.end());
                if (one.isBusy(left, longest) && other.isBusy(left, longest)) {
                    return Optional.of(left);
                }
                second = left.end();
            } else {
                long meeting = meeting(second);
                if (meeting < Math.min(change.start(), end)) {
                    return Optional.of(new Range(meeting, meeting + longest));
                }
                second = meeting == NEVER && quietAtChanges ? NEVER : change.start();
            }
        }
        return Optional.empty();
    }

    /** The time around the first change of a clock that is not over at the second. */
    private Range aroundChange(long second) {
        if (around.end() <= second || second < askedFrom) {
            around = one.aroundChange(second, longest);
        }
        if (aroundOther.end() <= second || second < askedFrom) {
            aroundOther = other.aroundChange(second, longest);
        }
        askedFrom = second;
        return around.start() <= aroundOther.start() ? around : aroundOther;
    }

    /** When the rules meet from the second on, if no clock were changed any more; far away where they never do. */
    private long meeting(long second) {
        long ahead = one.clock().ahead(second);
        long meeting = meetsByDifference
                .computeIfAbsent(ahead - other.clock().ahead(second), this::meets)
                .next(second + ahead);
        return meeting == Sequence.NONE ? NEVER : meeting - ahead;
    }

    private Meets meets(long difference) {
        Meets.Beat beat = one.beat();
        Meets.Beat facing = other.beat();
        if (!one.times().canMeet(beat.length(), other.times(), facing.length(), difference)) {
            return Meets.never();
        }
        Sequence moved = Moved.by(difference, facing.sequence());
        return new Meets(beat, new Meets.Beat(moved, facing.length(), facing.step()), common);
    }

    @Override
    public Proof proof() {
        return proof;
    }
}
