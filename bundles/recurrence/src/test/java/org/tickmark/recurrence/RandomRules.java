package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/** Rules of all shapes that RFC 5545 allows, likely and unlikely ones, the same for the same seed. */
final class RandomRules {
    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** A start between 1900 and 2100, often on a day or at a time that is special. */
    LocalDateTime start() {
        LocalDateTime start = LocalDateTime.of(1900 + random.nextInt(200), 1, 1, 0, 0)
                .plusDays(random.nextInt(366))
                .plusSeconds(random.nextInt(86_400));
        return switch (random.nextInt(6)) {
            case 0 -> start.withMonth(1).withDayOfMonth(29 + random.nextInt(3));
            case 1 -> start.withDayOfYear(start.toLocalDate().lengthOfYear());
            case 2 -> start.withHour(0).withMinute(0).withSecond(0);
            default -> start;
        };
    }

    RecurrenceRule rule() {
        List<Frequency> frequencies = List.of(Frequency.values());
        return rule(frequencies.get(random.nextInt(frequencies.size())));
    }

    RecurrenceRule rule(Frequency frequency) {
        RecurrenceRuleBuilder builder =
                RecurrenceRule.every(frequency).interval(interval(frequency)).weekStart(weekday());
        maybe(4, () -> builder.byMonth(list(3, () -> 1 + random.nextInt(12))));
        if (frequency == Frequency.YEARLY && random.nextInt(4) == 0) {
            builder.byWeekNo(list(3, () -> signed(53)));
        }
        if (frequency == Frequency.YEARLY || frequency.isSubDaily()) {
            maybe(6, () -> builder.byYearDay(list(6, () -> signed(366))));
        }
        if (frequency != Frequency.WEEKLY) {
            maybe(4, () -> builder.byMonthDay(list(4, () -> signed(31))));
        }
        maybe(3, () -> builder.byDay(weekdays(frequency, builder)));
        times(frequency, builder);
        return positions(builder);
    }

    private void times(Frequency frequency, RecurrenceRuleBuilder builder) {
        int rarely = frequency.isSubDaily() ? 3 : 5;
        maybe(rarely, () -> builder.byHour(list(4, () -> random.nextInt(24))));
        maybe(rarely, () -> builder.byMinute(list(4, () -> random.nextInt(60))));
        maybe(rarely, () -> builder.bySecond(list(3, () -> random.nextInt(60))));
        if (frequency.compareTo(Frequency.MONTHLY) >= 0) {
            maybe(4, () -> builder.skip(random.nextBoolean() ? Skip.BACKWARD : Skip.FORWARD));
        }
    }

    private RecurrenceRule positions(RecurrenceRuleBuilder builder) {
        RecurrenceRule rule = builder.build();
        if (random.nextInt(4) != 0) {
            return rule;
        }
        builder.bySetPos(list(3, () -> signed(random.nextInt(4) == 0 ? 60 : 4)));
        try {
            return builder.build();
        } catch (IllegalArgumentException nothingToChooseFrom) {
            return rule;
        }
    }

    private int interval(Frequency frequency) {
        return switch (random.nextInt(frequency.isSubDaily() ? 4 : 6)) {
            case 0 -> 2 + random.nextInt(5);
            case 1 -> 1 + random.nextInt(frequency.isSubDaily() ? 4000 : 40);
            default -> 1;
        };
    }

    private NthWeekday[] weekdays(Frequency frequency, RecurrenceRuleBuilder builder) {
        boolean numbers = frequency == Frequency.MONTHLY
                || (frequency == Frequency.YEARLY && builder.build().byWeekNo().isEmpty());
        NthWeekday[] days = new NthWeekday[1 + random.nextInt(4)];
        for (int i = 0; i < days.length; i++) {
            boolean numbered = numbers && random.nextInt(3) == 0;
            int most = frequency == Frequency.YEARLY && random.nextBoolean() ? 53 : 5;
            days[i] = NthWeekday.of(numbered ? signed(most) : 0, weekday());
        }
        return days;
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private int signed(int most) {
        int number = 1 + random.nextInt(most);
        return random.nextInt(3) == 0 ? -number : number;
    }

    private Integer[] list(int most, IntSupplier numbers) {
        List<Integer> list = new ArrayList<>();
        int size = 1 + random.nextInt(most);
        for (int i = 0; i < size; i++) {
            list.add(numbers.getAsInt());
        }
        return list.toArray(Integer[]::new);
    }

    private void maybe(int oneIn, Runnable action) {
        if (random.nextInt(oneIn) == 0) {
            action.run();
        }
    }
}
