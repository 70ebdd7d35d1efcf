package org.tickmark.recurrence.series;

import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/**
 * Two rules that count on the same clock. What they give is compared on that clock, one common cycle of them at most; where a
 * zone changes its clocks, the days around each change are to be searched as well.
 */
final class OneClock implements Outlook {
    /** No zone ever moved its clocks by more. */
    private static final long LARGEST_CHANGE = 2 * Cycles.DAY;

    private final Definition one;
    private final Definition other;
    private final Meets meets;
    private final long reach;
    private final long settledEnd;
    private final Proof proof;
    private final boolean zoned;

    /**
     * Two rules.
     *
     * @param common their common cycle; empty where it is longer than the calendar is supported
     */
    OneClock(Definition one, Definition other, OptionalLong common) {
        this.one = one;
        this.other = other;
        long length = seconds(one.length());
        long otherLength = seconds(other.length());
        boolean even = Cycles.isEvenlySpaced(one.rule()) && Cycles.isEvenlySpaced(other.rule());
        this.meets = new Meets(
                new Meets.Beat(one.given(), length, even ? Cycles.of(one.rule()).getAsLong() : 0),
                new Meets.Beat(
                        other.given(),
                        otherLength,
                        even ? Cycles.of(other.rule()).getAsLong() : 0),
                common.orElse(Sequence.MAX));
        this.zoned = one.rule().timeline() == Timeline.WALL_CLOCK && one.start() instanceof Moment.Zoned;
        this.reach = Math.max(length, otherLength) + LARGEST_CHANGE;
        this.settledEnd = zoned ? settledEnd(((Moment.Zoned) one.start()), common) : Sequence.NONE;
        this.proof = even ? Proof.REMAINDERS : Proof.COMMON_CYCLE;
    }

    private static long seconds(Length length) {
        return Math.max(1, length.days() * Cycles.DAY + length.seconds());
    }

    /** The second after which all that may happen around a change of the clocks has happened once. */
    private long settledEnd(Moment.Zoned start, OptionalLong common) {
        OptionalLong whole = common.isEmpty() ? common : Cycles.common(common.getAsLong(), Cycles.FOUR_CENTURIES);
        long begin = Math.max(
                Transitions.settled(start.zone()), Math.max(one.second(one.start()), other.second(other.start())));
        long cycle = whole.orElse(Sequence.MAX);
        return cycle > Sequence.MAX - begin ? Sequence.MAX : begin + cycle;
    }

    @Override
    public Optional<Range> next(long from) {
        if (!zoned) {
            long second = meets.next(from);
            return second == Sequence.NONE ? Optional.empty() : Optional.of(new Range(second, second + reach));
        }
        Optional<Range> onTheClock = onTheClock(from);
        Optional<Range> aroundChange = aroundChange(from);
        if (onTheClock.isEmpty() || aroundChange.isEmpty()) {
            return onTheClock.or(() -> aroundChange);
        }
        return onTheClock.get().start() <= aroundChange.get().start() ? onTheClock : aroundChange;
    }

    private Optional<Range> onTheClock(long from) {
        long wallClock = meets.next(one.at(from).wallClockSecond() - LARGEST_CHANGE);
        if (wallClock == Sequence.NONE) {
            return Optional.empty();
        }
        long second = Moments.atWallClock(wallClock, one.start()).lineSecond();
        long start = Math.max(from, second - LARGEST_CHANGE);
        return Optional.of(new Range(start, Math.max(start, second) + reach));
    }

    private Optional<Range> aroundChange(long from) {
        long change = Transitions.next(((Moment.Zoned) one.start()).zone(), from - reach + 1);
        if (change == Sequence.NONE || change - reach > settledEnd) {
            return Optional.empty();
        }
        return Optional.of(new Range(Math.max(from, change - reach), change + reach));
    }

    @Override
    public Proof proof() {
        return proof;
    }
}
