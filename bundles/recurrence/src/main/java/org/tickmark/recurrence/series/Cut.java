package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;

/** Cuts a series at an original moment: the end of the rule before it, the start and the end of the rule from it on. */
final class Cut {
    private final Series series;
    private final Definition definition;
    private final Sequence line;
    private final long at;

    Cut(Series series, long at) {
        this.series = series;
        this.definition = series.definition();
        this.line = definition.line();
        this.at = at;
    }

    Split split() {
        return new Split(Pieces.standing(before()), Pieces.standing(following()));
    }

    /** The part before; its rule gives nothing where only what was added by hand is there. */
    Series before() {
        End end = line.previous(at - 1) == Sequence.NONE ? nothing() : endBefore();
        Rule rule = RuleMoves.withEnd(definition.rule(), definition.start(), end);
        return new Series(definition.withRule(rule, definition.start()), deviations(false));
    }

    /** The part from the cut on; its rule gives nothing where only what was added by hand is there. */
    Series following() {
        long first = line.next(at);
        if (first == Sequence.NONE) {
            Rule rule = RuleMoves.withEnd(definition.rule(), definition.start(), nothing());
            return new Series(definition.withRule(rule, definition.start()), deviations(true));
        }
        if (line.first() == first) {
            return new Series(definition, deviations(true));
        }
        Moment start = startOf(first);
        Rule rule = RuleMoves.continued(
                definition.rule(), definition.start(), endWithout(countedBefore(definition, start)));
        return new Series(definition.withRule(rule, start), deviations(true));
    }

    /** The moment of the cut as the start of a rule. */
    Moment start() {
        return line.contains(at) ? startOf(at) : definition.at(at);
    }

    /** An end before the start. */
    private End nothing() {
        return End.until(
                Moments.asEnd(definition.second(definition.start()) - Moments.SECONDS_A_DAY, definition.start()));
    }

    /** The last occurrence of the rule before the cut. */
    Optional<Moment> lastBefore() {
        long last = line.previous(at - 1);
        return last == Sequence.NONE ? Optional.empty() : Optional.of(definition.at(last));
    }

    private List<Deviation> deviations(boolean after) {
        return series.deviations().stream()
                .filter(deviation -> definition.second(deviation.original()) >= at == after)
                .toList();
    }

    /** The series without the excluded occurrences that its rule begins and ends with; nothing else is left out for it. */
    static Series trimmed(Series series) {
        Sequence line = series.definition().line();
        long first = line.first();
        while (first != Sequence.NONE && series.index().excludes(first)) {
            first = line.next(first + 1);
        }
        if (first == Sequence.NONE) {
            return series;
        }
        long last = line.isEndless() ? Sequence.NONE : line.last();
        while (last != Sequence.NONE && series.index().excludes(last)) {
            last = line.previous(last - 1);
        }
        Series ended = last == Sequence.NONE ? series : sameOccurrences(series, new Cut(series, last + 1).before());
        return sameOccurrences(ended, new Cut(ended, first).following());
    }

    private static Series sameOccurrences(Series series, Series shorter) {
        boolean sameAdditions =
                series.index().placed().size() == shorter.index().placed().size();
        return sameAdditions ? shorter : series;
    }

    /** The series of which the two are the parts, if there is one. */
    static Optional<Series> join(Series before, Series after) {
        Definition definition = before.definition();
        if (!Moments.sameKind(before.start(), after.start())) {
            return Optional.empty();
        }
        Rule rule = RuleMoves.withEnd(before.rule(), before.start(), joinedEnd(definition, after));
        List<Deviation> deviations = new ArrayList<>(before.deviations());
        deviations.addAll(after.deviations());
        Series whole = new Series(definition.withRule(rule, before.start()), deviations);
        long at = definition.second(after.start());
        for (Deviation deviation : after.deviations()) {
            at = Math.min(at, definition.second(deviation.original()));
        }
        Split split = new Cut(whole, at).split();
        return split.before().equals(List.of(before)) && split.after().equals(List.of(after))
                ? Optional.of(whole)
                : Optional.empty();
    }

    /** The end of the second part, with what COUNT counted before it. */
    private static End joinedEnd(Definition before, Series after) {
        End end = after.rule().end();
        long counted = countedBefore(before, after.start());
        if (end instanceof End.Count count) {
            return End.after(counted + count.occurrences());
        }
        return end instanceof End.CountOrUntil both
                ? new End.CountOrUntil(counted + both.occurrences(), both.last())
                : end;
    }

    /** By number where the rule ends by number, else with the last occurrence before the cut. */
    private End endBefore() {
        End end = definition.rule().end();
        long next = line.next(at);
        if (next == Sequence.NONE && !line.isEndless()) {
            return end;
        }
        boolean counted = end instanceof End.Count || end instanceof End.CountOrUntil;
        long last = line.previous(at - 1);
        return counted && next != Sequence.NONE && !isOneTime(last, next)
                ? End.after(countedBefore(definition, startOf(next)))
                : End.until(Moments.asEnd(last, definition.start()));
    }

    /** Whether the cut is between the two occurrences that one time on the wall clock has when a zone goes back. */
    private boolean isOneTime(long last, long next) {
        return definition.countsOnTheWall()
                && definition.at(last).wallClockSecond() == definition.at(next).wallClockSecond();
    }

    /** How many occurrences COUNT counts before one that begins there. */
    private static long countedBefore(Definition definition, Moment start) {
        return definition.countsOnTheWall()
                ? definition.given().countBefore(start.wallClockSecond())
                : definition.line().countBefore(definition.second(start));
    }

    private End endWithout(long count) {
        End end = definition.rule().end();
        if (end instanceof End.Count counted) {
            return End.after(counted.occurrences() - count);
        }
        return end instanceof End.CountOrUntil both
                ? new End.CountOrUntil(both.occurrences() - count, both.last())
                : end;
    }

    /** The occurrence as a start: where a gap in the zone moved it, the time that the rule gave. */
    private Moment startOf(long second) {
        Moment shown = definition.at(second);
        if (definition.rule().timeline() == Timeline.ELAPSED) {
            return shown;
        }
        long wallClock = definition.given().previous(shown.wallClockSecond());
        if (wallClock == Sequence.NONE || wallClock == shown.wallClockSecond()) {
            return shown;
        }
        Moment given = Moments.atWallClock(wallClock, shown);
        return Moments.sameTime(given, shown) ? given : shown;
    }
}
