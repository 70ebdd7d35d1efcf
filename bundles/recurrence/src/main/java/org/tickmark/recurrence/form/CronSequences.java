package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.internal.MonthPattern;

/** Puts cron expressions to a start. What no rule of RFC 5545 says is compiled from the days of the 28 kinds of month. */
final class CronSequences {
    private static final int SATURDAY = 5;
    private static final int SUNDAY = 6;

    private CronSequences() {}

    static Sequence of(UnixCron cron, Moment start) {
        Optional<RecurrenceRule> rule = cron.toRecurrenceRule().value();
        if (rule.isPresent()) {
            return rule.get().sequence(start);
        }
        int monthDays = dayBits(cron.dayOfMonth());
        int weekdays = weekdayBits(cron.dayOfWeek());
        MonthPattern months = new MonthPattern(
                cron.month().numbers(),
                (length, firstWeekday) -> (monthDays | onWeekdays(weekdays, firstWeekday)) & existing(length));
        BitSet zero = new BitSet();
        zero.set(0);
        return months.sequence(cron.hour().numbers(), cron.minute().numbers(), zero, start);
    }

    static Sequence of(QuartzCron cron, Moment start) {
        Sequence everyYear = everyYear(cron, start);
        return cron.year().isAll() ? everyYear : InYears.of(cron.year().numbers(), everyYear);
    }

    private static Sequence everyYear(QuartzCron cron, Moment start) {
        QuartzCron anyYear = new QuartzCron(
                cron.second(), cron.minute(), cron.hour(), cron.days(), cron.month(), CronField.all(CronUnit.YEAR));
        Optional<RecurrenceRule> rule = anyYear.toRecurrenceRule().value();
        if (rule.isPresent()) {
            return rule.get().sequence(start);
        }
        QuartzDays.OfMonth days = (QuartzDays.OfMonth) cron.days();
        return new MonthPattern(cron.month().numbers(), (length, firstWeekday) -> days(days, length, firstWeekday))
                .sequence(
                        cron.hour().numbers(),
                        cron.minute().numbers(),
                        cron.second().numbers(),
                        start);
    }

    private static int days(QuartzDays.OfMonth days, int length, int firstWeekday) {
        int bits = days.days().isEmpty() ? 0 : dayBits(new CronField(CronUnit.DAY_OF_MONTH, days.days()));
        for (int before : days.beforeLast()) {
            bits |= dayBit(length - before);
        }
        bits |= nearest(days.nearestTo(), length, firstWeekday);
        List<Integer> fromEnd = days.nearestToBeforeLast().stream()
                .map(before -> length - before)
                .toList();
        return (bits | nearest(fromEnd, length, firstWeekday)) & existing(length);
    }

    private static int nearest(List<Integer> days, int length, int firstWeekday) {
        int bits = 0;
        for (int day : days) {
            if (day >= 1 && day <= length) {
                bits |= dayBit(nearestWeekday(day, length, firstWeekday));
            }
        }
        return bits;
    }

    /** The Monday to Friday nearest to a day without leaving the month. */
    private static int nearestWeekday(int day, int length, int firstWeekday) {
        int weekday = (firstWeekday + day - 1) % 7;
        if (weekday == SATURDAY) {
            return day == 1 ? 3 : day - 1;
        }
        if (weekday == SUNDAY) {
            return day == length ? day - 2 : day + 1;
        }
        return day;
    }

    private static int dayBit(int day) {
        return day < 1 ? 0 : 1 << (day - 1);
    }

    private static int dayBits(CronField field) {
        return field.numbers().stream().map(CronSequences::dayBit).sum();
    }

    private static int weekdayBits(CronField field) {
        return field.weekdays().stream().mapToInt(CronSequences::weekdayBit).sum();
    }

    private static int weekdayBit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    /** The days of a month that begins with a weekday which fall on some weekdays. */
    private static int onWeekdays(int weekdays, int firstWeekday) {
        int bits = 0;
        for (int day = 0; day < 31; day++) {
            bits |= (weekdays >>> ((firstWeekday + day) % 7) & 1) << day;
        }
        return bits;
    }

    private static int existing(int length) {
        return (int) ((1L << length) - 1);
    }
}
