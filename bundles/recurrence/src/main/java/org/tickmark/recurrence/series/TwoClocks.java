package org.tickmark.recurrence.series;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/**
 * Two rules that repeat themselves, each on its clock. Between two changes of a clock the one is ahead of the other by the same
 * time, so what the rules give is compared on one clock, for each such difference in one common cycle of the two at most. The
 * time around each change is to be searched as it is. One search an instance.
 */
final class TwoClocks implements Outlook {
    /** No zone ever changed its clocks by more. */
    private static final long LARGEST_CHANGE = 2 * Cycles.DAY;

    private static final Range FAR_AWAY = new Range(Long.MAX_VALUE, Long.MAX_VALUE);

    private final Clock clock;
    private final Clock otherClock;
    private final Meets.Beat beat;
    private final Meets.Beat otherBeat;
    private final long common;
    private final Map<Long, Meets> meetsByDifference = new HashMap<>();
    private final long longest;
    private final long begin;
    private final long end;
    private final Proof proof;

    /**
     * Two series whose rules repeat themselves.
     *
     * @param from the second from which on they are compared
     * @param common the common cycle of the rules; empty where it is longer than the calendar is supported
     */
    TwoClocks(Series one, Series other, long from, OptionalLong common) {
        this.clock = Clock.of(one.definition());
        this.otherClock = Clock.of(other.definition());
        boolean even = Cycles.isEvenlySpaced(one.rule()) && Cycles.isEvenlySpaced(other.rule());
        this.beat = beat(one.definition(), even);
        this.otherBeat = beat(other.definition(), even);
        this.common = common.orElse(Sequence.MAX);
        this.longest = Math.max(beat.length(), otherBeat.length());
        this.begin = Math.max(start(one), start(other)) - longest - Cycles.DAY;
        long settled = Math.max(settled(one, clock), settled(other, otherClock));
        this.end = end(Math.max(from, settled), common);
        this.proof = proof(even && clock.equals(otherClock));
    }

    private static Meets.Beat beat(Definition definition, boolean even) {
        Length length = definition.length();
        long seconds = Math.max(1, length.days() * Cycles.DAY + length.seconds());
        long step = even ? Cycles.of(definition.rule()).getAsLong() : 0;
        return new Meets.Beat(definition.given(), seconds, step);
    }

    private static long start(Series series) {
        return series.definition().second(series.start());
    }

    /** The second from which on nothing but rules decides: after the start, what was done by hand, and the clock's history. */
    private static long settled(Series series, Clock clock) {
        long settled = Math.max(start(series), clock.settled());
        for (Deviation deviation : series.deviations()) {
            settled = Math.max(settled, series.definition().second(deviation.original()));
        }
        return settled;
    }

    /** The second after which nothing happens that did not happen since everything settled. */
    private long end(long settled, OptionalLong cycle) {
        boolean changes = clock.changesForEver() || otherClock.changesForEver();
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
                return Optional.of(new Range(second, change.end()));
            }
            long meeting = meeting(second);
            if (meeting < Math.min(change.start(), end)) {
                return Optional.of(new Range(meeting, meeting + longest));
            }
            second = change.start();
        }
        return Optional.empty();
    }

    /** The time around the first change of a clock that is not over at the second. */
    private Range aroundChange(long second) {
        Range one = aroundChange(clock, second);
        Range other = aroundChange(otherClock, second);
        return one.start() <= other.start() ? one : other;
    }

    /** An occurrence near a change is moved by the size of it at most, and meets what is no longer away than it takes. */
    private Range aroundChange(Clock changing, long second) {
        Optional<Clock.Change> change = changing.after(second - longest - LARGEST_CHANGE);
        while (change.isPresent() && around(change.get()).end() <= second) {
            change = changing.after(change.get().second());
        }
        return change.map(this::around).orElse(FAR_AWAY);
    }

    private Range around(Clock.Change change) {
        long reach = change.size() + longest;
        return new Range(change.second() - reach, change.second() + reach);
    }

    /** When the rules meet from the second on, if no clock were changed any more; far away where they never do. */
    private long meeting(long second) {
        long ahead = clock.ahead(second);
        long meeting = meetsByDifference
                .computeIfAbsent(ahead - otherClock.ahead(second), this::meets)
                .next(second + ahead);
        return meeting == Sequence.NONE ? FAR_AWAY.start() : meeting - ahead;
    }

    private Meets meets(long difference) {
        Sequence moved = Moved.by(difference, otherBeat.sequence());
        return new Meets(beat, new Meets.Beat(moved, otherBeat.length(), otherBeat.step()), common);
    }

    @Override
    public Proof proof() {
        return proof;
    }
}
