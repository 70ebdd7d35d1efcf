package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of a cron expression: a list of single numbers, ranges and steps.
 *
 * @param spans at least one, each within the unit's bounds; kept in order ({@code *} first) and without repetition
 */
public record CronField(CronUnit unit, List<CronSpan> spans) {
    private static final int SHORTEST_RANGE = 3;
    private static final Comparator<CronSpan> ORDER = Comparator.comparing(CronSpan::star)
            .reversed()
            .thenComparingInt(CronSpan::first)
            .thenComparingInt(CronSpan::last)
            .thenComparingInt(CronSpan::step);

    public CronField {
        Checks.within("elements of " + unit.words(), spans.size(), 1, Integer.MAX_VALUE);
        for (CronSpan span : spans) {
            Checks.within(unit.words(), span.first(), unit.least(), unit.most());
            Checks.within(unit.words(), span.last(), unit == CronUnit.YEAR ? span.first() : unit.least(), unit.most());
        }
        spans = spans.stream()
                .map(span -> normal(unit, span))
                .sorted(ORDER)
                .distinct()
                .toList();
    }

    /** A field that holds every number of its unit. */
    public static CronField all(CronUnit unit) {
        return new CronField(unit, List.of(CronSpan.everyOf(unit, 1)));
    }

    /**
     * The shortest field of these numbers: {@code *} for all of them, a step from the least on for a unit of time of day, else
     * single numbers and ranges.
     *
     * @param numbers at least one, within the unit's bounds; 7 is Sunday in Unix cron
     */
    public static CronField of(CronUnit unit, Collection<Integer> numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            Checks.within(unit.words(), number, unit.least(), unit.most());
            set.set(unit.normal(number));
        }
        if (set.cardinality() == unit.size()) {
            return all(unit);
        }
        return stepOf(unit, set).map(step -> new CronField(unit, List.of(step))).orElseGet(() -> ofRuns(unit, set));
    }

    /** {@code *} with a step, if exactly that gives the numbers. */
    private static Optional<CronSpan> stepOf(CronUnit unit, BitSet numbers) {
        boolean ofTime = unit == CronUnit.SECOND || unit == CronUnit.MINUTE || unit == CronUnit.HOUR;
        int second = numbers.nextSetBit(unit.least() + 1);
        if (!ofTime || second < 0) {
            return Optional.empty();
        }
        CronSpan step = CronSpan.everyOf(unit, second - unit.least());
        boolean same = new CronField(unit, List.of(step)).numbers().equals(numbers);
        return same ? Optional.of(step) : Optional.empty();
    }

    private static CronField ofRuns(CronUnit unit, BitSet numbers) {
        List<CronSpan> spans = new ArrayList<>();
        for (int first = numbers.nextSetBit(0); first >= 0; first = numbers.nextSetBit(first)) {
            int end = numbers.nextClearBit(first);
            if (end - first < SHORTEST_RANGE) {
                spans.add(CronSpan.single(first));
                first++;
            } else {
                spans.add(new CronSpan(first, end - 1, 1, false));
                first = end;
            }
        }
        return new CronField(unit, spans);
    }

    private static CronSpan normal(CronUnit unit, CronSpan span) {
        if (span.star()) {
            return CronSpan.everyOf(unit, span.step());
        }
        if (span.first() == span.last()) {
            return CronSpan.single(unit.normal(span.first()));
        }
        return span;
    }

    /** The numbers the field holds, each by its one name: a Sunday of Unix cron is 0. */
    public BitSet numbers() {
        BitSet numbers = new BitSet(unit.most() + 1);
        for (CronSpan span : spans) {
            int turns = span.first() > span.last() ? unit.size() : 0;
            for (int at = span.first(); at <= span.last() + turns; at += span.step()) {
                numbers.set(unit.normal(at > unit.most() ? at - turns : at));
            }
        }
        return numbers;
    }

    /** Whether the field holds every number of its unit. */
    public boolean isAll() {
        return numbers().cardinality() == unit.size();
    }

    /** Whether the first element is written with {@code *}. */
    public boolean startsWithStar() {
        return spans.get(0).star();
    }

    /** The weekdays of a field of weekdays, from Monday. */
    Set<DayOfWeek> weekdays() {
        return numbers().stream()
                .mapToObj(unit::weekday)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    /** The canonical text of the field. */
    public String text() {
        return spans.stream().map(this::text).collect(Collectors.joining(","));
    }

    private String text(CronSpan span) {
        String step = span.step() == 1 ? "" : "/" + span.step();
        if (span.star()) {
            return "*" + step;
        }
        if (span.isSingle()) {
            return name(span, span.first());
        }
        return name(span, span.first()) + "-" + name(span, span.last()) + step;
    }

    private String name(CronSpan span, int number) {
        boolean named = unit == CronUnit.QUARTZ_DAY_OF_WEEK && span.step() == 1;
        return named ? unit.names().get(number - unit.least()) : Integer.toString(number);
    }
}
