package org.tickmark.recurrence.form;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;

/** The canonical text of a {@link TaskFrequency}, written and read. */
final class TaskText {
    static final String PREFIX = "task:";

    private static final Set<Month> EVERY_MONTH = EnumSet.allOf(Month.class);

    private TaskText() {}

    static String write(TaskFrequency frequency) {
        return PREFIX + words(frequency);
    }

    private static String words(TaskFrequency frequency) {
        if (frequency instanceof TaskFrequency.Elapsed elapsed) {
            return "every " + elapsed.interval() + " from " + elapsed.start();
        }
        if (frequency instanceof TaskFrequency.Hourly hourly) {
            return "hourly at " + (hourly.minute() < 10 ? ":0" : ":") + hourly.minute();
        }
        if (frequency instanceof TaskFrequency.Weekly weekly) {
            return "weekly on " + FormWriter.names(weekly.weekdays()) + " at " + weekly.time();
        }
        if (frequency instanceof TaskFrequency.Monthly monthly) {
            return "monthly on " + monthly.day()
                    + (monthly.months().equals(EVERY_MONTH) ? "" : " in " + FormWriter.numbers(monthly.months()))
                    + " at " + monthly.time()
                    + FormWriter.shortMonth(isShort(monthly.day(), monthly.months()), monthly.shortMonth());
        }
        if (frequency instanceof TaskFrequency.Yearly yearly) {
            return "yearly on " + FormWriter.date(yearly.month(), yearly.day()) + " at " + yearly.time()
                    + FormWriter.shortMonth(isShort(yearly.day(), Set.of(yearly.month())), yearly.shortMonth());
        }
        return frequency instanceof TaskFrequency.Once once ? "once at " + once.at() : "never";
    }

    private static boolean isShort(int day, Set<Month> months) {
        return months.stream().anyMatch(month -> day > month.minLength());
    }

    static TaskFrequency read(String text) {
        FormReader reader = new FormReader(text, PREFIX.length());
        TaskFrequency frequency = read(reader);
        reader.requireEnd("the end");
        return frequency;
    }

    private static TaskFrequency read(FormReader reader) {
        if (reader.take("never")) {
            return new TaskFrequency.Never();
        }
        if (reader.take("every")) {
            return elapsed(reader);
        }
        if (reader.take("hourly")) {
            reader.require("at");
            return new TaskFrequency.Hourly(reader.value("a minute such as :15", TaskText::minute));
        }
        if (reader.take("weekly")) {
            reader.require("on");
            Set<DayOfWeek> days = reader.weekdays();
            return new TaskFrequency.Weekly(days, time(reader));
        }
        if (reader.take("monthly")) {
            return monthly(reader);
        }
        if (reader.take("yearly")) {
            return yearly(reader);
        }
        if (reader.take("once")) {
            reader.require("at");
            return reader.value(
                    "a date and time such as 2025-01-06T08:00",
                    word -> new TaskFrequency.Once(LocalDateTime.parse(word)));
        }
        throw reader.fail("never, every, hourly, weekly, monthly, yearly or once");
    }

    private static TaskFrequency elapsed(FormReader reader) {
        Duration interval = reader.value("a length such as PT15M", word -> positive(Duration.parse(word)));
        reader.require("from");
        return reader.value(
                "an instant such as 2025-01-06T08:00:00Z",
                word -> new TaskFrequency.Elapsed(interval, Instant.parse(word)));
    }

    private static Duration positive(Duration interval) {
        return new TaskFrequency.Elapsed(interval, Instant.EPOCH).interval();
    }

    private static int minute(String word) {
        if (word.length() != 3 || word.charAt(0) != ':') {
            throw new IllegalArgumentException(word);
        }
        return LocalTime.parse("00" + word).getMinute();
    }

    private static TaskFrequency monthly(FormReader reader) {
        reader.require("on");
        int day = reader.number("a day of the month", 31);
        Set<Month> months = reader.take("in") ? reader.months() : EVERY_MONTH;
        LocalTime time = time(reader);
        ShortMonth inShort = reader.shortMonth(isShort(day, months));
        try {
            return new TaskFrequency.Monthly(day, months, time, inShort);
        } catch (DateTimeException e) {
            throw reader.refuse(e.getMessage());
        }
    }

    private static TaskFrequency yearly(FormReader reader) {
        reader.require("on");
        MonthDay date = reader.value("a date such as 09-23", word -> MonthDay.parse("--" + word));
        LocalTime time = time(reader);
        ShortMonth inShort = reader.shortMonth(isShort(date.getDayOfMonth(), Set.of(date.getMonth())));
        return new TaskFrequency.Yearly(date.getMonth(), date.getDayOfMonth(), time, inShort);
    }

    private static LocalTime time(FormReader reader) {
        reader.require("at");
        return reader.value("a time such as 06:30", word -> Checks.wholeSeconds(LocalTime.parse(word)));
    }
}
