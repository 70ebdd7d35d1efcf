package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;

/**
 * Cron expressions as rules of RFC 5545, as long as one rule can say them.
 *
 * <p>A field that holds every number becomes a shorter frequency or is left out; every other field becomes a list, so that neither
 * an interval nor the start has a say.
 */
final class CronRules {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int MOST_POSITIONS = 366;

    private final BitSet seconds;
    private final CronField minute;
    private final CronField hour;
    private final CronField month;

    private CronRules(BitSet seconds, CronField minute, CronField hour, CronField month) {
        this.seconds = seconds;
        this.minute = minute;
        this.hour = hour;
        this.month = month;
    }

    static Conversion<RecurrenceRule> of(UnixCron cron) {
        BitSet zero = new BitSet();
        zero.set(0);
        CronRules rules = new CronRules(zero, cron.minute(), cron.hour(), cron.month());
        if (!cron.joinsDaysByOr()) {
            return Conversion.to(rules.on(list(cron.dayOfMonth()), weekdays(cron.dayOfWeek())));
        }
        if (cron.dayOfMonth().isAll() || cron.dayOfWeek().isAll()) {
            return Conversion.to(rules.on(new Integer[0], EnumSet.noneOf(DayOfWeek.class)));
        }
        String days = cron.dayOfMonth().text() + " or " + cron.dayOfWeek().text();
        return Conversion.lost(Loss.Kind.EITHER_DAY, days);
    }

    static Conversion<RecurrenceRule> of(QuartzCron cron) {
        List<Loss> losses = new ArrayList<>();
        if (!cron.year().isAll()) {
            losses.add(new Loss(Loss.Kind.YEARS, cron.year().text()));
        }
        CronRules rules = new CronRules(cron.second().numbers(), cron.minute(), cron.hour(), cron.month());
        Conversion<RecurrenceRule> rule = rules.on(cron.days());
        losses.addAll(rule.losses());
        return losses.isEmpty() ? rule : Conversion.lost(losses);
    }

    private Conversion<RecurrenceRule> on(QuartzDays days) {
        if (days instanceof QuartzDays.OfMonth ofMonth) {
            return onDays(ofMonth);
        }
        if (days instanceof QuartzDays.OfWeek ofWeek) {
            return Conversion.to(on(new Integer[0], weekdays(ofWeek.days())));
        }
        if (days instanceof QuartzDays.LastOfWeekday last) {
            return Conversion.to(numbered(NthWeekday.of(-1, last.weekday())));
        }
        return days instanceof QuartzDays.NthOfWeekday nth
                ? Conversion.to(numbered(NthWeekday.of(nth.nth(), nth.weekday())))
                : Conversion.to(on(new Integer[0], EnumSet.noneOf(DayOfWeek.class)));
    }

    private Conversion<RecurrenceRule> onDays(QuartzDays.OfMonth days) {
        if (days.nearestTo().isEmpty() && days.nearestToBeforeLast().isEmpty()) {
            IntStream fromStart = days.days().isEmpty()
                    ? IntStream.empty()
                    : new CronField(CronUnit.DAY_OF_MONTH, days.days()).numbers().stream();
            IntStream fromEnd = days.beforeLast().stream().mapToInt(before -> -before - 1);
            Integer[] numbers = IntStream.concat(fromStart, fromEnd).boxed().toArray(Integer[]::new);
            return Conversion.to(on(numbers, EnumSet.noneOf(DayOfWeek.class)));
        }
        boolean alone = days.days().isEmpty() && days.beforeLast().isEmpty();
        int times = seconds.cardinality()
                * minute.numbers().cardinality()
                * hour.numbers().cardinality();
        if (alone && times <= MOST_POSITIONS) {
            if (days.nearestTo().isEmpty() && days.nearestToBeforeLast().equals(List.of(0))) {
                return Conversion.to(workdays(IntStream.rangeClosed(-times, -1)));
            }
            if (days.nearestToBeforeLast().isEmpty() && days.nearestTo().equals(List.of(1))) {
                return Conversion.to(workdays(IntStream.rangeClosed(1, times)));
            }
        }
        return Conversion.lost(Loss.Kind.NEAREST_WEEKDAY, days.dayOfMonth());
    }

    private RecurrenceRule workdays(IntStream positions) {
        return atEveryTime(RecurrenceRule.every(Frequency.MONTHLY))
                .byDay(WORKDAYS.toArray(DayOfWeek[]::new))
                .bySetPos(positions.boxed().toArray(Integer[]::new))
                .build();
    }

    private RecurrenceRule numbered(NthWeekday weekday) {
        return atEveryTime(RecurrenceRule.every(Frequency.MONTHLY))
                .byDay(weekday)
                .build();
    }

    /** On days of the month that are among the weekdays; an empty list is no limit. */
    private RecurrenceRule on(Integer[] monthDays, Set<DayOfWeek> weekdays) {
        Frequency byTimes = frequency();
        Frequency byDays =
                monthDays.length > 0 ? Frequency.MONTHLY : weekdays.isEmpty() ? Frequency.DAILY : Frequency.WEEKLY;
        RecurrenceRuleBuilder rule =
                byTimes == Frequency.DAILY ? atEveryTime(RecurrenceRule.every(byDays)) : atListedTimes(byTimes);
        return rule.byMonthDay(monthDays)
                .byDay(weekdays.toArray(DayOfWeek[]::new))
                .build();
    }

    /** The longest period below which every number is allowed. */
    private Frequency frequency() {
        if (seconds.cardinality() == CronUnit.SECOND.size()) {
            return Frequency.SECONDLY;
        }
        if (minute.isAll()) {
            return Frequency.MINUTELY;
        }
        return hour.isAll() ? Frequency.HOURLY : Frequency.DAILY;
    }

    private RecurrenceRuleBuilder atListedTimes(Frequency frequency) {
        RecurrenceRuleBuilder rule = inMonths(RecurrenceRule.every(frequency)).byHour(list(hour));
        rule.byMinute(list(minute));
        return frequency == Frequency.SECONDLY ? rule : rule.bySecond(numbers(seconds));
    }

    private RecurrenceRuleBuilder atEveryTime(RecurrenceRuleBuilder rule) {
        return inMonths(rule)
                .byHour(numbers(hour.numbers()))
                .byMinute(numbers(minute.numbers()))
                .bySecond(numbers(seconds));
    }

    private RecurrenceRuleBuilder inMonths(RecurrenceRuleBuilder rule) {
        return rule.byMonth(list(month));
    }

    /** The numbers of a field, or none where it holds every number. */
    private static Integer[] list(CronField field) {
        return field.isAll() ? new Integer[0] : numbers(field.numbers());
    }

    private static Integer[] numbers(BitSet numbers) {
        return numbers.stream().boxed().toArray(Integer[]::new);
    }

    private static Set<DayOfWeek> weekdays(CronField field) {
        return field.isAll() ? EnumSet.noneOf(DayOfWeek.class) : field.weekdays();
    }
}
