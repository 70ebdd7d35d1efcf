package org.tickmark.recurrence.series;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.OverlapPolicy;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkdayRule;

/** Rules of many shapes and series of them, the same for the same seed. */
final class RandomSeries {
    private static final List<String> ZONES =
            List.of("Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca");

    private final Random random;

    RandomSeries(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    LocalDateTime start() {
        return LocalDateTime.of(2024, 1, 1, 9, 0).plusDays(random.nextInt(800)).plusMinutes(random.nextInt(3) * 30L);
    }

    /** A start of any kind, some of them near the hours that zones leave out or have twice. */
    Moment anyStart() {
        LocalDateTime wallClock = start().withHour(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> Moment.of(wallClock);
            case 1 -> Moment.of(wallClock.toInstant(ZoneOffset.UTC));
            case 2 -> Moment.of(wallClock.toLocalDate());
            default -> Moment.of(wallClock, ZoneId.of(oneOf(ZONES)));
        };
    }

    /** The rule from the start on, with policies of any kind. */
    Recurrence recurrence(Moment start, Rule rule) {
        return Recurrence.startingAt(start)
                .rule(rule)
                .gapPolicy(oneOf(List.of(GapPolicy.values())))
                .overlapPolicy(oneOf(List.of(OverlapPolicy.values())))
                .compile();
    }

    /** A rule that is counted in days or longer periods, with one time a day. */
    RecurrenceRule plainRule() {
        Frequency frequency = oneOf(List.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY));
        RecurrenceRuleBuilder builder =
                RecurrenceRule.every(frequency).interval(1 + random.nextInt(3)).weekStart(weekday());
        switch (frequency) {
            case WEEKLY -> maybe(2, () -> builder.byDay(each(1 + random.nextInt(3))));
            case MONTHLY -> monthly(builder);
            case YEARLY -> yearly(builder);
            default -> maybe(4, () -> builder.byDay(each(4)));
        }
        return builder.build();
    }

    private void monthly(RecurrenceRuleBuilder builder) {
        switch (random.nextInt(4)) {
            case 0 -> builder.byDay(NthWeekday.of(random.nextBoolean() ? -1 : 1 + random.nextInt(5), weekday()));
            case 1 -> builder.byMonthDay(list(2, () -> random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(31)));
            case 2 -> builder.byDay(each(5)).bySetPos(random.nextBoolean() ? -1 : 1);
            default -> builder.skip(random.nextBoolean() ? Skip.OMIT : Skip.BACKWARD);
        }
    }

    private void yearly(RecurrenceRuleBuilder builder) {
        switch (random.nextInt(4)) {
            case 0 ->
                builder.byMonth(list(2, () -> 1 + random.nextInt(12)))
                        .byMonthDay(list(2, () -> 1 + random.nextInt(31)));
            case 1 ->
                builder.byMonth(1 + random.nextInt(12)).byDay(NthWeekday.of(random.nextBoolean() ? -1 : 2, weekday()));
            case 2 -> builder.byMonth(list(3, () -> 1 + random.nextInt(12)));
            default -> builder.interval(1);
        }
    }

    /** Any rule of RFC 5545, likely or not. */
    RecurrenceRule anyRule() {
        Frequency frequency = oneOf(List.of(Frequency.values()));
        boolean subDaily = frequency.isSubDaily();
        RecurrenceRuleBuilder builder = RecurrenceRule.every(frequency)
                .interval(1 + random.nextInt(subDaily ? 300 : 4))
                .weekStart(weekday());
        maybe(4, () -> builder.byMonth(list(3, () -> 1 + random.nextInt(12))));
        boolean weeks = frequency == Frequency.YEARLY && random.nextInt(4) == 0;
        if (weeks) {
            builder.byWeekNo(list(3, () -> signed(53)));
        }
        if (frequency == Frequency.YEARLY || subDaily) {
            maybe(6, () -> builder.byYearDay(list(4, () -> signed(366))));
        }
        if (frequency != Frequency.WEEKLY) {
            maybe(4, () -> builder.byMonthDay(list(3, () -> signed(31))));
        }
        boolean numbered = frequency == Frequency.MONTHLY || (frequency == Frequency.YEARLY && !weeks);
        maybe(3, () -> builder.byDay(numbered && random.nextBoolean() ? nth(5) : each(3)));
        maybe(subDaily ? 3 : 5, () -> builder.byHour(list(3, () -> random.nextInt(24))));
        maybe(5, () -> builder.byMinute(list(3, () -> random.nextInt(60))));
        if (frequency.compareTo(Frequency.MONTHLY) >= 0) {
            maybe(3, () -> builder.skip(random.nextBoolean() ? Skip.BACKWARD : Skip.FORWARD));
        }
        maybe(6, () -> builder.bySetPos(list(2, () -> signed(4))));
        try {
            return builder.build();
        } catch (IllegalArgumentException nothingToChooseFrom) {
            return anyRule();
        }
    }

    /** A rule that is none of RFC 5545. */
    Rule workdayRule() {
        Set<Month> months = random.nextBoolean() ? Set.of() : EnumSet.of(Month.of(1 + random.nextInt(12)), Month.MARCH);
        List<Integer> nths = List.of(random.nextBoolean() ? -1 : 1 + random.nextInt(20), 3);
        return new WorkdayRule(
                NationalCalendars.find("NO").orElseThrow(), nths, 1 + random.nextInt(3), months, End.never());
    }

    /** The rule with an end that leaves at most as many occurrences, by number or by date. */
    RecurrenceRule ended(RecurrenceRule rule, Moment start, int most) {
        long count = 1L + random.nextInt(most);
        long last = Recurrence.of(start, rule).nth(count - 1);
        if (random.nextBoolean() || last == Sequence.NONE) {
            return rule.withEnd(End.after(count));
        }
        return rule.withEnd(End.until(Moments.asEnd(last, start)));
    }

    /** Exclusions, changes and additions among the first occurrences. */
    List<Deviation> deviations(Sequence line, Moment start, int most) {
        List<Deviation> deviations = new ArrayList<>();
        for (int number = random.nextInt(most + 1); number > 0; number--) {
            long second = line.nth(random.nextInt(12));
            if (second == Sequence.NONE) {
                continue;
            }
            Moment original = Moments.at(second, start);
            Moment beside = Moments.at(second + random.nextInt(5) * 86_400L + 1_800, start);
            Changes changes = Changes.toField("place", "room " + random.nextInt(3));
            deviations.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Deviation.Excluded(original);
                        case 1 -> new Deviation.Changed(original, changes.withStart(beside));
                        case 2 -> new Deviation.Added(beside, changes);
                        default -> new Deviation.Changed(original, changes);
                    });
        }
        return deviations;
    }

    Map<String, String> fields() {
        return Map.of("title", "title " + random.nextInt(3), "place", "room " + random.nextInt(3));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private NthWeekday[] each(int number) {
        return weekdays(number, NthWeekday::each);
    }

    private NthWeekday[] nth(int most) {
        return weekdays(2, day -> NthWeekday.of(signed(most), day));
    }

    private NthWeekday[] weekdays(int number, Function<DayOfWeek, NthWeekday> nth) {
        NthWeekday[] days = new NthWeekday[number];
        for (int index = 0; index < number; index++) {
            days[index] = nth.apply(weekday());
        }
        return days;
    }

    private int signed(int most) {
        int number = 1 + random.nextInt(most);
        return random.nextInt(3) == 0 ? -number : number;
    }

    private Integer[] list(int most, IntSupplier numbers) {
        Integer[] list = new Integer[1 + random.nextInt(most)];
        for (int index = 0; index < list.length; index++) {
            list[index] = numbers.getAsInt();
        }
        return list;
    }

    private void maybe(int oneIn, Runnable action) {
        if (random.nextInt(oneIn) == 0) {
            action.run();
        }
    }
}
