package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.Skip;

/** Rules of RFC 5545: half of them as people write them, half with any parts that go together. The same for the same seed. */
public final class RandomRrules {
    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());
    private static final DayOfWeek[] WORKDAYS = {
        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
    };

    private final Random random;

    public RandomRrules(long seed) {
        random = new Random(seed);
    }

    public RecurrenceRule rule() {
        RecurrenceRuleBuilder rule = random.nextBoolean() ? usual() : unusual();
        end(rule);
        return rule.build();
    }

    public LocalDateTime start() {
        return LocalDateTime.of(1990 + random.nextInt(60), 1, 1, random.nextInt(24), 5 * random.nextInt(12))
                .plusDays(random.nextInt(366))
                .plusSeconds(random.nextInt(3) == 0 ? random.nextInt(60) : 0);
    }

    private RecurrenceRuleBuilder usual() {
        int interval = random.nextInt(3) == 0 ? 2 + random.nextInt(11) : 1;
        RecurrenceRuleBuilder rule = RecurrenceRule.every(interval, FREQUENCIES.get(2 + random.nextInt(5)));
        switch (random.nextInt(9)) {
            case 0 -> rule = RecurrenceRule.every(interval, Frequency.WEEKLY).byDay(weekdays());
            case 1 -> rule = RecurrenceRule.every(interval, Frequency.MONTHLY).byMonthDay(monthDay());
            case 2 -> rule = RecurrenceRule.every(interval, Frequency.MONTHLY).byDay(NthWeekday.of(nth(), weekday()));
            case 3 ->
                rule = RecurrenceRule.every(interval, Frequency.YEARLY)
                        .byMonth(1 + random.nextInt(12))
                        .byMonthDay(monthDay());
            case 4 ->
                rule = RecurrenceRule.every(Frequency.YEARLY)
                        .byMonth(1 + random.nextInt(12))
                        .byDay(NthWeekday.of(nth(), weekday()));
            case 5 ->
                rule = RecurrenceRule.every(interval, Frequency.MONTHLY)
                        .byDay(WORKDAYS)
                        .bySetPos(nth());
            case 6 -> rule = RecurrenceRule.every(interval, Frequency.MINUTELY);
            case 7 -> rule.byMonth(1 + random.nextInt(12), 1 + random.nextInt(12));
            default -> rule.interval(interval);
        }
        if (random.nextInt(3) == 0) {
            rule.byHour(random.nextInt(24)).byMinute(random.nextInt(60)).bySecond(0);
        }
        return rule;
    }

    private RecurrenceRuleBuilder unusual() {
        Frequency frequency = FREQUENCIES.get(random.nextInt(FREQUENCIES.size()));
        RecurrenceRuleBuilder rule = RecurrenceRule.every(frequency).weekStart(weekday());
        maybe(2, () -> rule.interval(1 + random.nextInt(random.nextInt(20) == 0 ? Integer.MAX_VALUE - 1 : 100)));
        maybe(4, () -> rule.byMonth(list(12, 1, 12, false)));
        boolean weeks = frequency == Frequency.YEARLY && random.nextInt(4) == 0;
        if (weeks) {
            rule.byWeekNo(list(10, 1, 53, true));
        }
        if (frequency == Frequency.YEARLY || frequency.isSubDaily()) {
            maybe(5, () -> rule.byYearDay(list(366, 1, 366, true)));
        }
        if (frequency != Frequency.WEEKLY) {
            maybe(3, () -> rule.byMonthDay(list(31, 1, 31, true)));
        }
        maybe(2, () -> rule.byDay(weekdays(frequency, weeks)));
        maybe(3, () -> rule.byHour(list(24, 0, 23, false)));
        maybe(3, () -> rule.byMinute(list(60, 0, 59, false)));
        maybe(3, () -> rule.bySecond(list(60, 0, 59, false)));
        if (frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY) {
            maybe(4, () -> rule.skip(random.nextBoolean() ? Skip.BACKWARD : Skip.FORWARD));
        }
        maybe(20, () -> rule.extension("X-NOTE", "a\"quoted\"word,10-times:until.Monday"));
        maybe(40, () -> rule.extension("X-OTHER", "1"));
        return positions(rule);
    }

    private RecurrenceRuleBuilder positions(RecurrenceRuleBuilder rule) {
        RecurrenceRule without = rule.build();
        if (random.nextInt(3) != 0
                || without.equals(without.toBuilder().byDay(new NthWeekday[0]).build())) {
            return rule;
        }
        return without.toBuilder().bySetPos(list(20, 1, random.nextBoolean() ? 6 : 366, true));
    }

    private void end(RecurrenceRuleBuilder rule) {
        switch (random.nextInt(8)) {
            case 0 -> rule.count(1 + random.nextInt(30));
            case 1 -> rule.until(Moment.of(date()));
            case 2 -> rule.until(Moment.of(date().atTime(random.nextInt(24), random.nextInt(60))));
            case 3 -> rule.until(Moment.of(date().atTime(23, 59, 59).toInstant(ZoneOffset.UTC)));
            case 4 -> rule.count(random.nextInt(20) == 0 ? Long.MAX_VALUE : 1);
            default -> rule.interval(rule.build().interval());
        }
    }

    private LocalDate date() {
        return LocalDate.of(random.nextInt(20) == 0 ? 1 + random.nextInt(9999) : 2030, 1, 1)
                .plusDays(random.nextInt(360));
    }

    private Integer monthDay() {
        return random.nextInt(4) == 0 ? -1 - random.nextInt(3) : 1 + random.nextInt(31);
    }

    private Integer nth() {
        return random.nextInt(3) == 0 ? -1 - random.nextInt(2) : 1 + random.nextInt(5);
    }

    private DayOfWeek[] weekdays() {
        return random.nextInt(4) == 0
                ? WORKDAYS
                : IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> weekday())
                        .toArray(DayOfWeek[]::new);
    }

    private NthWeekday[] weekdays(Frequency frequency, boolean weeks) {
        boolean numbers = !weeks && (frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY);
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> NthWeekday.of(numbers && random.nextBoolean() ? signed(53) : 0, weekday()))
                .toArray(NthWeekday[]::new);
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private int signed(int most) {
        int number = 1 + random.nextInt(most);
        return random.nextInt(3) == 0 ? -number : number;
    }

    private Integer[] list(int size, int least, int most, boolean signed) {
        IntSupplier number = () -> signed ? signed(most) : least + random.nextInt(most - least + 1);
        int length = 1 + random.nextInt(random.nextInt(10) == 0 ? size : Math.min(size, 4));
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            list.add(number.getAsInt());
        }
        return list.toArray(Integer[]::new);
    }

    private void maybe(int oneIn, Runnable action) {
        if (random.nextInt(oneIn) == 0) {
            action.run();
        }
    }
}
