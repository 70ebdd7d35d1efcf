package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;

/** Works out how often something happens, where a sentence does not begin with it. For one sentence. */
final class Periods {
    private static final int LEAST_DAYS = 28;
    private static final int LEAST_WEEKDAYS = 4;
    private static final int LEAST_WORKDAYS = 20;
    private static final List<Integer> FIRST_OF_QUARTER = List.of(1, 4, 7, 10);
    private static final List<Integer> LAST_OF_QUARTER = List.of(3, 6, 9, 12);

    private final Parts parts;

    Periods(Parts parts) {
        this.parts = parts;
    }

    /** Leaves a frequency, and no period, in the parts. */
    void resolve() {
        boolean yearly = parts.orElse(Part.FREQUENCY, Frequency.DAILY) == Frequency.YEARLY;
        boolean ofEachMonth = parts.orElse(Part.PERIOD, Period.YEAR) == Period.MONTH;
        if (yearly && Idioms.isOfEachMonth(parts)) {
            if (!ofEachMonth) {
                throw new FormOfParts.NoRule(
                        "noMonth", parts.has(Part.MONTH_DAYS) ? Part.MONTH_DAYS : Part.MONTH_DAYS_FROM_END);
            }
            parts.remove(Part.PERIOD);
        }
        parts.remove(Part.PERIOD).ifPresent(this::resolve);
        if (!parts.has(Part.FREQUENCY)) {
            parts.put(Part.FREQUENCY, inferred());
        }
    }

    private void resolve(Period period) {
        if (period == Period.QUARTER) {
            resolveQuarter();
            return;
        }
        if (period == Period.YEAR && Idioms.isOfEachMonth(parts)) {
            throw new FormOfParts.NoRule("noMonth", Part.PERIOD);
        }
        Frequency frequency =
                switch (period) {
                    case WEEK -> Frequency.WEEKLY;
                    case MONTH -> Frequency.MONTHLY;
                    default -> Frequency.YEARLY;
                };
        if (!parts.add(Part.FREQUENCY, frequency)) {
            throw new FormOfParts.NoRule("period", Part.PERIOD);
        }
    }

    /** The first or last of a quarter is that of its first or last month; without a day it is every third month. */
    private void resolveQuarter() {
        if (parts.has(Part.MONTHS) || !parts.add(Part.FREQUENCY, Frequency.MONTHLY) || parts.has(Part.INTERVAL)) {
            throw new FormOfParts.NoRule("period", Part.PERIOD);
        }
        List<Integer> counted = counted();
        if (counted.isEmpty()) {
            parts.put(Part.INTERVAL, 3);
            return;
        }
        boolean fromStart = counted.stream().allMatch(number -> number > 0);
        boolean fromEnd = counted.stream().allMatch(number -> number < 0);
        if ((!fromStart && !fromEnd) || parts.has(Part.DAYS)) {
            throw new FormOfParts.NoRule("period", Part.PERIOD);
        }
        parts.put(Part.MONTHS, fromStart ? FIRST_OF_QUARTER : LAST_OF_QUARTER);
    }

    /** The numbers of the days that the sentence counts; each within what the shortest month has. */
    private List<Integer> counted() {
        List<Integer> numbers = new ArrayList<>();
        Stream.of(Part.MONTH_DAYS, Part.MONTH_DAYS_FROM_END)
                .forEach(part -> addChecked(numbers, parts.orElse(part, List.of()), LEAST_DAYS));
        addChecked(numbers, parts.orElse(Part.WORKDAY_POSITIONS, List.of()), LEAST_WORKDAYS);
        List<Integer> weekdays = parts.orElse(Part.NTH_DAYS, List.of()).stream()
                .map(NthWeekday::nth)
                .toList();
        addChecked(numbers, weekdays, LEAST_WEEKDAYS);
        return numbers;
    }

    private static void addChecked(List<Integer> numbers, List<Integer> more, int most) {
        if (more.stream().anyMatch(number -> number == 0 || Math.abs(number) > most)) {
            throw new FormOfParts.NoRule("period", Part.PERIOD);
        }
        numbers.addAll(more);
    }

    private Frequency inferred() {
        if (hasAny(Part.YEAR_DATE, Part.YEAR_DAYS, Part.YEAR_DAYS_FROM_END, Part.WEEKS, Part.WEEKS_FROM_END)) {
            return Frequency.YEARLY;
        }
        if (hasAny(Part.NTH_DAYS, Part.MONTH_DAYS, Part.MONTH_DAYS_FROM_END, Part.WORKDAY_POSITIONS)) {
            return parts.has(Part.MONTHS) ? Frequency.YEARLY : Frequency.MONTHLY;
        }
        if (hasAny(Part.NEAREST, Part.NEAREST_FROM_END)) {
            return Frequency.MONTHLY;
        }
        if (hasAny(Part.DAYS)) {
            return Frequency.WEEKLY;
        }
        if (hasAny(Part.MONTHS)) {
            return Frequency.YEARLY;
        }
        return ofTimes();
    }

    private Frequency ofTimes() {
        if (hasAny(Part.EITHER, Part.TIMES, Part.HOURS)) {
            return Frequency.DAILY;
        }
        if (hasAny(Part.MINUTES, Part.MINUTES_PAST)) {
            return Frequency.HOURLY;
        }
        if (hasAny(Part.SECONDS)) {
            return Frequency.MINUTELY;
        }
        throw new FormOfParts.NoRule("noDays", parts.parts().iterator().next());
    }

    private boolean hasAny(Part<?>... any) {
        return Stream.of(any).anyMatch(parts::has);
    }
}
