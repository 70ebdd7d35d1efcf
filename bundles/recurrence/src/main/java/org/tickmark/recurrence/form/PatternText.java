package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The canonical text of a {@link PatternRule}, written and read. */
final class PatternText {
    static final String PREFIX = "pattern:";

    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    private PatternText() {}

    static String write(PatternRule rule) {
        if (rule instanceof PatternRule.Repeating repeating) {
            return PREFIX + dates(repeating.dates()) + end(repeating.ending());
        }
        PatternRule.Custom custom = (PatternRule.Custom) rule;
        return PREFIX + "dates "
                + custom.dates().stream().map(LocalDateTime::toString).collect(Collectors.joining(","));
    }

    private static String dates(DatePattern dates) {
        if (dates instanceof DatePattern.EveryWorkday) {
            return "daily on workdays";
        }
        if (dates instanceof DatePattern.EveryNthDay every) {
            return "daily every " + every.days();
        }
        if (dates instanceof DatePattern.Weekly weekly) {
            return "weekly" + every(weekly.weeks()) + " on " + FormWriter.names(weekly.weekdays())
                    + (weekly.weekStart() == DayOfWeek.MONDAY
                            ? ""
                            : " weekstart " + FormWriter.name(weekly.weekStart()));
        }
        if (dates instanceof DatePattern.MonthlyOnDay monthly) {
            return "monthly" + every(monthly.months()) + " on " + monthly.day()
                    + FormWriter.shortMonth(monthly.day() > LAST_DAY_OF_EVERY_MONTH, monthly.shortMonth());
        }
        if (dates instanceof DatePattern.MonthlyOnWeekday monthly) {
            return "monthly" + every(monthly.months()) + " on " + weekdays(monthly.week(), monthly.weekdays());
        }
        if (dates instanceof DatePattern.YearlyOnDate yearly) {
            return "yearly on " + FormWriter.date(yearly.month(), yearly.day())
                    + FormWriter.shortMonth(yearly.day() > yearly.month().minLength(), yearly.shortMonth());
        }
        if (dates instanceof DatePattern.YearlyOnWeekday yearly) {
            return "yearly on " + weekdays(yearly.week(), yearly.weekdays()) + " in "
                    + yearly.month().getValue();
        }
        return "daily";
    }

    private static String every(int interval) {
        return interval == 1 ? "" : " every " + interval;
    }

    private static String weekdays(WeekOfMonth week, Set<DayOfWeek> days) {
        return week.name().toLowerCase(Locale.ROOT) + " " + FormWriter.names(days);
    }

    private static String end(PatternEnd end) {
        if (end instanceof PatternEnd.ByDate byDate) {
            return " until " + byDate.lastInclusive();
        }
        return end instanceof PatternEnd.ByCount byCount ? " times " + byCount.count() : "";
    }

    static PatternRule read(String text) {
        FormReader reader = new FormReader(text, PREFIX.length());
        if (reader.take("dates")) {
            PatternRule custom = reader.value("dates such as 2025-01-06T08:00, joined by commas", PatternText::custom);
            reader.requireEnd("the end");
            return custom;
        }
        DatePattern dates = readDates(reader);
        return new PatternRule.Repeating(dates, readEnd(reader));
    }

    private static PatternRule custom(String word) {
        List<LocalDateTime> dates =
                Arrays.stream(word.split(",", -1)).map(LocalDateTime::parse).toList();
        return new PatternRule.Custom(dates);
    }

    private static DatePattern readDates(FormReader reader) {
        if (reader.take("daily")) {
            return readDaily(reader);
        }
        if (reader.take("weekly")) {
            return readWeekly(reader);
        }
        if (reader.take("monthly")) {
            return readMonthly(reader);
        }
        if (reader.take("yearly")) {
            return readYearly(reader);
        }
        throw reader.fail("daily, weekly, monthly, yearly or dates");
    }

    private static DatePattern readDaily(FormReader reader) {
        if (reader.take("on")) {
            reader.require("workdays");
            return new DatePattern.EveryWorkday();
        }
        return reader.take("every")
                ? new DatePattern.EveryNthDay(reader.number("days", DatePattern.LONGEST_INTERVAL))
                : new DatePattern.EveryDay();
    }

    private static DatePattern readWeekly(FormReader reader) {
        int weeks = reader.take("every") ? reader.number("weeks", DatePattern.LONGEST_INTERVAL) : 1;
        reader.require("on");
        Set<DayOfWeek> days = reader.weekdays();
        DayOfWeek weekStart =
                reader.take("weekstart") ? reader.value("a weekday such as SU", FormReader::weekday) : DayOfWeek.MONDAY;
        return new DatePattern.Weekly(weeks, days, weekStart);
    }

    private static DatePattern readMonthly(FormReader reader) {
        int months = reader.take("every") ? reader.number("months", 12) : 1;
        reader.require("on");
        if (reader.isAtDigit()) {
            int day = reader.number("a day of the month", 31);
            return new DatePattern.MonthlyOnDay(day, months, reader.shortMonth(day > LAST_DAY_OF_EVERY_MONTH));
        }
        WeekOfMonth week = readWeek(reader);
        return new DatePattern.MonthlyOnWeekday(week, reader.weekdays(), months);
    }

    private static DatePattern readYearly(FormReader reader) {
        reader.require("on");
        if (reader.isAtDigit()) {
            MonthDay date = reader.value("a date such as 09-23", word -> MonthDay.parse("--" + word));
            boolean rare = date.getDayOfMonth() > date.getMonth().minLength();
            return new DatePattern.YearlyOnDate(date.getMonth(), date.getDayOfMonth(), reader.shortMonth(rare));
        }
        WeekOfMonth week = readWeek(reader);
        Set<DayOfWeek> days = reader.weekdays();
        reader.require("in");
        return new DatePattern.YearlyOnWeekday(week, days, Month.of(reader.number("a month", 12)));
    }

    private static WeekOfMonth readWeek(FormReader reader) {
        return reader.value("first, second, third, fourth or last", word -> {
            WeekOfMonth week = WeekOfMonth.valueOf(word.toUpperCase(Locale.ROOT));
            if (!word.equals(week.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(word);
            }
            return week;
        });
    }

    private static PatternEnd readEnd(FormReader reader) {
        PatternEnd end = new PatternEnd.Never();
        if (reader.take("until")) {
            end = reader.value("a date such as 2025-12-31", word -> new PatternEnd.ByDate(LocalDate.parse(word)));
        } else if (reader.take("times")) {
            end = new PatternEnd.ByCount(reader.number("how often", Integer.MAX_VALUE));
        }
        reader.requireEnd("until, times or the end");
        return end;
    }
}
