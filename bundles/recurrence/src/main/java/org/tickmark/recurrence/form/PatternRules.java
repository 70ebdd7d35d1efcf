package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.Set;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.Skip;

/** Follow-up patterns and task frequencies as rules of RFC 5545 and 7529. */
final class PatternRules {
    private PatternRules() {}

    static RecurrenceRule of(PatternRule.Repeating rule) {
        return of(rule.dates()).end(rule.end()).build();
    }

    private static RecurrenceRuleBuilder of(DatePattern dates) {
        if (dates instanceof DatePattern.EveryWorkday) {
            return RecurrenceRule.every(Frequency.WEEKLY)
                    .byDay(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY);
        }
        if (dates instanceof DatePattern.EveryNthDay every) {
            return RecurrenceRule.every(every.days(), Frequency.DAILY);
        }
        if (dates instanceof DatePattern.Weekly weekly) {
            return RecurrenceRule.every(weekly.weeks(), Frequency.WEEKLY)
                    .byDay(weekly.weekdays().toArray(DayOfWeek[]::new))
                    .weekStart(weekly.weekStart());
        }
        if (dates instanceof DatePattern.MonthlyOnDay monthly) {
            return RecurrenceRule.every(monthly.months(), Frequency.MONTHLY)
                    .byMonthDay(monthly.day())
                    .skip(skip(monthly.shortMonth()));
        }
        if (dates instanceof DatePattern.MonthlyOnWeekday monthly) {
            return RecurrenceRule.every(monthly.months(), Frequency.MONTHLY)
                    .byDay(numbered(monthly.week(), monthly.weekdays()));
        }
        if (dates instanceof DatePattern.YearlyOnDate yearly) {
            return RecurrenceRule.every(Frequency.YEARLY)
                    .byMonth(yearly.month().getValue())
                    .byMonthDay(yearly.day())
                    .skip(skip(yearly.shortMonth()));
        }
        if (dates instanceof DatePattern.YearlyOnWeekday yearly) {
            return RecurrenceRule.every(Frequency.YEARLY)
                    .byMonth(yearly.month().getValue())
                    .byDay(numbered(yearly.week(), yearly.weekdays()));
        }
        return RecurrenceRule.every(Frequency.DAILY);
    }

    private static NthWeekday[] numbered(WeekOfMonth week, Set<DayOfWeek> days) {
        return days.stream().map(day -> NthWeekday.of(week.byDayNumber(), day)).toArray(NthWeekday[]::new);
    }

    static Skip skip(ShortMonth choice) {
        return choice == ShortMonth.CLAMP ? Skip.BACKWARD : Skip.OMIT;
    }

    static End of(PatternEnd end) {
        if (end instanceof PatternEnd.ByDate byDate) {
            return End.until(Moment.of(byDate.lastInclusive()));
        }
        return end instanceof PatternEnd.ByCount byCount ? End.after(byCount.count()) : End.never();
    }
}
