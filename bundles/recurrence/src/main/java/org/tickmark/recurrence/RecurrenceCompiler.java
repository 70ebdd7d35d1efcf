package org.tickmark.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.tickmark.recurrence.internal.SetSequence;
import org.tickmark.recurrence.internal.UnionSequence;
import org.tickmark.recurrence.internal.Window;
import org.tickmark.recurrence.internal.ZonedSequence;

/** Builds the sequence of a recurrence: each rule with its zone and end, all of them together, then the single dates. */
final class RecurrenceCompiler {
    private final RecurrenceBuilder definition;
    private final Moment start;

    RecurrenceCompiler(RecurrenceBuilder definition) {
        this.definition = definition;
        start = definition.start();
    }

    Sequence sequence() {
        List<Sequence> rules = new ArrayList<>();
        definition.rules().forEach(rule -> rules.add(ofRule(rule)));
        Sequence all = UnionSequence.of(rules);
        if (definition.added().isEmpty() && definition.excluded().isEmpty()) {
            return all;
        }
        LongStream added = definition.added().stream().mapToLong(Moment::lineSecond);
        Sequence withAdded = SetSequence.of(all, added, LongStream.empty());
        LongStream removed = definition.excluded().stream().flatMapToLong(date -> excluded(date, withAdded));
        return SetSequence.of(withAdded, LongStream.empty(), removed);
    }

    private LongStream excluded(Moment date, Sequence from) {
        if (!(date instanceof Moment.DateOnly day) || start instanceof Moment.DateOnly) {
            return LongStream.of(date.lineSecond());
        }
        long end = startOf(day.date().plusDays(1));
        return LongStream.iterate(
                from.next(startOf(day.date())),
                second -> second != Sequence.NONE && second < end,
                second -> from.next(second + 1));
    }

    /** The second on the line of the start at which a day begins. */
    private long startOf(LocalDate day) {
        if (start instanceof Moment.Zoned zoned) {
            return day.atStartOfDay(zoned.zone()).toEpochSecond();
        }
        return day.toEpochDay() * 86_400L;
    }

    private Sequence ofRule(Rule rule) {
        Sequence bare = rule.sequence(start);
        if (!(start instanceof Moment.Zoned zoned)) {
            return wallClockUntil(rule, counted(rule, bare));
        }
        if (rule.timeline() == Timeline.ELAPSED) {
            return instantUntil(rule, counted(rule, bare), zoned);
        }
        return onWallClock(rule, bare, zoned);
    }

    /** COUNT counts what the wall clock shows, unless times in a gap are left out; UNTIL is in UTC or on the wall clock. */
    private Sequence onWallClock(Rule rule, Sequence bare, Moment.Zoned zoned) {
        boolean countsAfterGaps = definition.gapPolicy() == GapPolicy.SKIP;
        boolean untilUtc =
                until(rule).filter(last -> last instanceof Moment.Utc).isPresent();
        Sequence wallClock = countsAfterGaps ? bare : counted(rule, bare);
        if (!untilUtc) {
            wallClock = wallClockUntil(rule, wallClock);
        }
        Sequence instants = fromStart(
                ZonedSequence.of(wallClock, zoned.zone(), definition.gapPolicy(), definition.overlapPolicy()), zoned);
        if (countsAfterGaps) {
            instants = counted(rule, instants);
        }
        return untilUtc ? instantUntil(rule, instants, zoned) : instants;
    }

    /** Where the start is the later instant of an overlap, what precedes it is before the start. */
    private static Sequence fromStart(Sequence instants, Moment.Zoned zoned) {
        long second = zoned.lineSecond();
        return ZonedSequence.isRepeated(zoned.zone(), second) ? Window.from(second, instants) : instants;
    }

    private static Sequence counted(Rule rule, Sequence sequence) {
        if (rule.end() instanceof End.Count count) {
            return Window.ofFirst(count.occurrences(), sequence);
        }
        return rule.end() instanceof End.CountOrUntil either
                ? Window.ofFirst(either.occurrences(), sequence)
                : sequence;
    }

    private static Optional<Moment> until(Rule rule) {
        if (rule.end() instanceof End.Until until) {
            return Optional.of(until.last());
        }
        return rule.end() instanceof End.CountOrUntil either ? Optional.of(either.last()) : Optional.empty();
    }

    private static Sequence wallClockUntil(Rule rule, Sequence sequence) {
        return until(rule)
                .map(last -> Window.until(lastWallClockSecond(last), sequence))
                .orElse(sequence);
    }

    private static Sequence instantUntil(Rule rule, Sequence sequence, Moment.Zoned zoned) {
        return until(rule)
                .map(last -> Window.until(lastInstant(last, zoned), sequence))
                .orElse(sequence);
    }

    private static long lastInstant(Moment last, Moment.Zoned zoned) {
        if (last instanceof Moment.Utc) {
            return last.lineSecond();
        }
        LocalDateTime wallClock = LocalDateTime.ofEpochSecond(lastWallClockSecond(last), 0, ZoneOffset.UTC);
        return Moment.of(wallClock, zoned.zone()).lineSecond();
    }

    /** The last second that UNTIL includes: a date includes all of its day. */
    private static long lastWallClockSecond(Moment last) {
        return last.wallClockSecond() + (last instanceof Moment.DateOnly ? 86_399 : 0);
    }
}
