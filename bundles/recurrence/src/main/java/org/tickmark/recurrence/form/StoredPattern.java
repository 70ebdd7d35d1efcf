package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Set;

/**
 * A {@link DatePattern} as the numbers that the original stores in a row. A number that the pattern does not use is 0 when written and
 * ignored when read.
 *
 * @param pattern 1 daily, 2 weekly, 3 monthly, 4 yearly, 5 custom
 * @param subPattern 0 to 7, see {@link RecurrenceSubPattern}
 * @param weekdays the sum of Monday 1, Tuesday 2, Wednesday 4 to Sunday 64
 * @param cyclicDay the interval in days; for sub-patterns 4 and 6 the day of the month
 * @param cyclicWeek the interval in weeks; for sub-patterns 5 and 7 the week of the month, 1 to 5
 * @param cyclicMonth the interval in months; for a yearly pattern the month, 1 to 12
 */
public record StoredPattern(int pattern, int subPattern, int weekdays, int cyclicDay, int cyclicWeek, int cyclicMonth) {

    /** The numbers of a pattern. The choice for short months and the start of the week have no number. */
    public static StoredPattern of(DatePattern dates) {
        StoredPattern kind =
                new StoredPattern(dates.pattern().number(), dates.subPattern().number(), 0, 0, 0, 0);
        if (dates instanceof DatePattern.EveryNthDay every) {
            return kind.with(0, every.days(), 0, 0);
        }
        if (dates instanceof DatePattern.Weekly weekly) {
            return kind.with(WeekdayFlags.of(weekly.weekdays()), 0, weekly.weeks(), 0);
        }
        if (dates instanceof DatePattern.MonthlyOnDay monthly) {
            return kind.with(0, monthly.day(), 0, monthly.months());
        }
        if (dates instanceof DatePattern.MonthlyOnWeekday monthly) {
            return kind.with(
                    WeekdayFlags.of(monthly.weekdays()), 0, monthly.week().number(), monthly.months());
        }
        if (dates instanceof DatePattern.YearlyOnDate yearly) {
            return kind.with(0, yearly.day(), 0, yearly.month().getValue());
        }
        if (dates instanceof DatePattern.YearlyOnWeekday yearly) {
            return kind.with(
                    WeekdayFlags.of(yearly.weekdays()),
                    0,
                    yearly.week().number(),
                    yearly.month().getValue());
        }
        return kind;
    }

    private StoredPattern with(int newWeekdays, int newDay, int newWeek, int newMonth) {
        return new StoredPattern(pattern, subPattern, newWeekdays, newDay, newWeek, newMonth);
    }

    /**
     * The pattern that the numbers say.
     *
     * @param weekStart the day on which a week starts, which is a setting of the user in the original
     * @param shortMonth what a month without the day does, which the original does not say
     * @throws StoredNumberException if a number is wrong where it stands, or the pattern is custom and so a list of dates, not a rule
     */
    public DatePattern dates(DayOfWeek weekStart, ShortMonth shortMonth) {
        RecurrencePattern kind = RecurrencePattern.ofNumber(pattern);
        RecurrenceSubPattern sub = RecurrenceSubPattern.ofNumber(subPattern, kind);
        return switch (sub) {
            case NONE -> weekly(kind, weekStart);
            case EVERY_WORKDAY -> new DatePattern.EveryWorkday();
            case EVERY_WEEKDAY -> new DatePattern.EveryDay();
            case EVERY_CYCLIC_DAY ->
                new DatePattern.EveryNthDay(checked("interval in days", cyclicDay, DatePattern.LONGEST_INTERVAL));
            case DAY_OF_MONTH -> new DatePattern.MonthlyOnDay(checked("day", cyclicDay, 31), interval(), shortMonth);
            case WEEKDAY_OF_MONTH -> new DatePattern.MonthlyOnWeekday(week(sub), days(), interval());
            case DAY_OF_YEAR_MONTH -> new DatePattern.YearlyOnDate(month(), dayIn(month()), shortMonth);
            case WEEKDAY_OF_YEAR_MONTH -> new DatePattern.YearlyOnWeekday(week(sub), days(), month());
        };
    }

    private DatePattern weekly(RecurrencePattern kind, DayOfWeek weekStart) {
        if (kind == RecurrencePattern.CUSTOM) {
            throw new StoredNumberException(
                    "pattern", pattern, "sub-pattern", subPattern, "1 to 4; 5 is a list of dates");
        }
        int weeks = within("interval in weeks", cyclicWeek, DatePattern.LONGEST_INTERVAL, "pattern", pattern);
        return new DatePattern.Weekly(weeks, WeekdayFlags.days(weekdays, "pattern", pattern), weekStart);
    }

    private Set<DayOfWeek> days() {
        return WeekdayFlags.days(weekdays, "sub-pattern", subPattern);
    }

    private WeekOfMonth week(RecurrenceSubPattern sub) {
        return WeekOfMonth.ofNumber(cyclicWeek, sub);
    }

    private int interval() {
        return checked("interval in months", cyclicMonth, 12);
    }

    private Month month() {
        return Month.of(checked("month", cyclicMonth, 12));
    }

    private int dayIn(Month month) {
        return within("day", cyclicDay, month.maxLength(), "month", cyclicMonth);
    }

    private int checked(String name, int value, int most) {
        return within(name, value, most, "sub-pattern", subPattern);
    }

    private static int within(String name, int value, int most, String combinedName, int combined) {
        if (value < 1 || value > most) {
            throw new StoredNumberException(name, value, combinedName, combined, "1 to " + most);
        }
        return value;
    }
}
