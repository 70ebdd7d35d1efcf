package org.tickmark.recurrence.series;

import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;

/** Moves every occurrence of a series by the same time, on the wall clock where the rule counts on it. */
final class SeriesMove {
    private final Definition from;
    private final long offset;
    private final Definition to;

    /** The move that takes one moment of the series to another. */
    SeriesMove(Series series, Moment moment, Moment moved) {
        this.from = series.definition();
        this.offset = moved.wallClockSecond() - moment.wallClockSecond();
        this.to = definition(moved.lineSecond() - moment.lineSecond());
    }

    private Definition definition(long instants) {
        if (offset == 0) {
            return from;
        }
        if (from.rule().timeline() == Timeline.ELAPSED) {
            Moment start = from.at(from.second(from.start()) + instants);
            return from.withRule(RuleMoves.moved(from.rule(), from.start(), instants, end(instants)), start);
        }
        Moment start = Moments.atWallClock(from.start().wallClockSecond() + offset, from.start());
        Rule nominal = RuleMoves.moved(from.rule(), from.start(), offset, nominalEnd());
        Definition moved = from.withRule(nominal, start);
        return endsAlike(moved)
                ? moved
                : from.withRule(RuleMoves.moved(from.rule(), from.start(), offset, end(offset)), start);
    }

    Definition to() {
        return to;
    }

    Rekeying rekeying() {
        return new Rekeying(from, to, offset);
    }

    /** The deviation with its own start, and the moment of what was added, moved too. */
    Deviation along(Deviation deviation) {
        if (deviation instanceof Deviation.Changed changed) {
            return new Deviation.Changed(changed.original(), moved(changed.changes()));
        }
        return deviation instanceof Deviation.Added added
                ? new Deviation.Added(moved(added.original()), moved(added.changes()))
                : deviation;
    }

    private Changes moved(Changes changes) {
        return changes.start().map(start -> changes.withStart(moved(start))).orElse(changes);
    }

    private Moment moved(Moment moment) {
        return Moments.atWallClock(moment.wallClockSecond() + offset, moment);
    }

    /** A date in UNTIL moves by whole days and stays a date. */
    private End nominalEnd() {
        if (from.rule().end() instanceof End.Until until && until.last() instanceof Moment.DateOnly date) {
            long days = Math.floorDiv(from.start().wallClockSecond() + offset, Moments.SECONDS_A_DAY)
                    - Moments.day(from.start());
            return End.until(Moment.of(date.date().plusDays(days)));
        }
        return end(offset);
    }

    private boolean endsAlike(Definition moved) {
        Sequence line = from.line();
        Sequence movedLine = moved.line();
        return line.isEndless()
                ? movedLine.isEndless()
                : line.countBefore(Long.MAX_VALUE) == movedLine.countBefore(Long.MAX_VALUE);
    }

    private End end(long seconds) {
        End end = from.rule().end();
        if (end instanceof End.Until until) {
            return End.until(last(until.last(), seconds));
        }
        return end instanceof End.CountOrUntil both
                ? new End.CountOrUntil(both.occurrences(), last(both.last(), seconds))
                : end;
    }

    /** The last occurrence, moved; UNTIL itself where there is none. */
    private Moment last(Moment until, long seconds) {
        long last = from.line().previous(Long.MAX_VALUE);
        if (last == Sequence.NONE) {
            return until;
        }
        Moment moved = from.rule().timeline() == Timeline.ELAPSED
                ? from.at(last + seconds)
                : Moments.atWallClock(from.at(last).wallClockSecond() + seconds, from.start());
        return Moments.asEnd(moved.lineSecond(), from.start());
    }
}
