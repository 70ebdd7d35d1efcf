package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.util.List;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.form.CronField;
import org.tickmark.recurrence.form.CronUnit;
import org.tickmark.recurrence.form.QuartzCron;
import org.tickmark.recurrence.form.QuartzDays;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.UnixCron;

/** What there is to say of a cron expression that no rule of RFC 5545 says: its times as of a rule, its days on their own. */
final class CronParts {
    private CronParts() {}

    static Parts of(RuleForm form) {
        return form instanceof UnixCron unix ? of(unix) : of((QuartzCron) form);
    }

    private static Parts of(UnixCron cron) {
        UnixCron everyDay = new UnixCron(
                cron.minute(),
                cron.hour(),
                CronField.all(CronUnit.DAY_OF_MONTH),
                cron.month(),
                CronField.all(CronUnit.DAY_OF_WEEK));
        Parts parts = everyDay(everyDay);
        if (parts.orElse(Part.FREQUENCY, Frequency.DAILY) == Frequency.DAILY) {
            parts.remove(Part.FREQUENCY);
            parts.remove(Part.INTERVAL);
        }
        return parts.put(Part.EITHER, new EitherDays(numbers(cron.dayOfMonth()), weekdays(cron.dayOfWeek())));
    }

    private static Parts of(QuartzCron cron) {
        QuartzCron everyDay = new QuartzCron(
                cron.second(),
                cron.minute(),
                cron.hour(),
                new QuartzDays.Every(),
                cron.month(),
                CronField.all(CronUnit.YEAR));
        Parts parts = everyDay(everyDay);
        putDays(parts, cron.days());
        if (!cron.year().isAll()) {
            parts.put(Part.YEARS, numbers(cron.year()));
        }
        return parts;
    }

    private static Parts everyDay(RuleForm everyDay) {
        return PartsOfForm.of(everyDay.toRecurrenceRule().value().orElseThrow());
    }

    private static void putDays(Parts parts, QuartzDays days) {
        if (days instanceof QuartzDays.OfWeek ofWeek) {
            parts.put(Part.DAYS, weekdays(ofWeek.days()));
            if (atLeast(Frequency.WEEKLY, parts)) {
                parts.put(Part.ONLY_IF, true);
            }
        } else if (days instanceof QuartzDays.LastOfWeekday last) {
            putNthDay(parts, NthWeekday.of(-1, last.weekday()));
        } else if (days instanceof QuartzDays.NthOfWeekday nth) {
            putNthDay(parts, NthWeekday.of(nth.nth(), nth.weekday()));
        } else if (days instanceof QuartzDays.OfMonth ofMonth) {
            putMonthDays(parts, ofMonth);
        }
    }

    private static void putNthDay(Parts parts, NthWeekday day) {
        atLeast(Frequency.MONTHLY, parts);
        parts.put(Part.NTH_DAYS, List.of(day));
    }

    private static void putMonthDays(Parts parts, QuartzDays.OfMonth days) {
        atLeast(Frequency.MONTHLY, parts);
        if (!days.days().isEmpty()) {
            parts.put(Part.MONTH_DAYS, numbers(new CronField(CronUnit.DAY_OF_MONTH, days.days())));
        }
        put(parts, Part.MONTH_DAYS_FROM_END, fromEnd(days.beforeLast()));
        put(parts, Part.NEAREST, days.nearestTo());
        put(parts, Part.NEAREST_FROM_END, fromEnd(days.nearestToBeforeLast()));
    }

    private static void put(Parts parts, Part<List<Integer>> part, List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            parts.put(part, numbers);
        }
    }

    private static List<Integer> fromEnd(List<Integer> daysBeforeLast) {
        return daysBeforeLast.stream().map(before -> -before - 1).toList();
    }

    /** Says a longer period instead of every day; false if it is shorter than a day. */
    private static boolean atLeast(Frequency frequency, Parts parts) {
        boolean daily = parts.orElse(Part.FREQUENCY, Frequency.DAILY) == Frequency.DAILY;
        if (daily) {
            parts.put(Part.FREQUENCY, frequency);
        }
        return !daily;
    }

    private static List<Integer> numbers(CronField field) {
        return field.numbers().stream().boxed().toList();
    }

    private static List<DayOfWeek> weekdays(CronField field) {
        return field.numbers().stream().mapToObj(field.unit()::weekday).sorted().toList();
    }
}
