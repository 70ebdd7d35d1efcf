package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.DATE;
import static org.tickmark.script.crmscript.value.Simple.DATETIME;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.TIME;
import static org.tickmark.script.crmscript.value.Simple.TIMESPAN;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Values;

/** {@code Date}, {@code Time}, {@code DateTime}, {@code TimeSpan}. What has no value counts as the first second of 1970. */
final class DateLibrary {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int LONGEST_FORMAT = 1_000;

    private DateLibrary() {}

    static void addTo(Library library) {
        making(library);
        reading(library, DATETIME);
        reading(library, DATE);
        time(library);
        span(library);
        changing(library, DATETIME);
        changing(library, DATE);
        dateTimeAlone(library);
    }

    // ---------------------------------------------------------------- one way to see dates

    /** A date or a date and time, as the latter. */
    static LocalDateTime moment(Object value) {
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return value == null ? EPOCH : (LocalDateTime) value;
    }

    /** A date and time as what the type demands. */
    private static Object as(Simple type, LocalDateTime moment) {
        if (moment.getYear() < 1 || moment.getYear() > 9999) {
            throw outside();
        }
        return type == DATE ? moment.toLocalDate() : moment;
    }

    private static Fault outside() {
        return new Fault(Fault.MATH, Texts.text("run.date-range"));
    }

    private static Builtin.Code change(Simple type, Function<LocalDateTime, LocalDateTime> change) {
        return (run, a) -> as(type, change.apply(moment(a.raw(0))));
    }

    /** A change by a number. */
    private interface Shift {
        LocalDateTime by(LocalDateTime moment, long number);
    }

    private static Builtin.Code shift(Simple type, Shift shift) {
        return (run, a) -> {
            try {
                return as(type, shift.by(moment(a.raw(0)), a.whole(1)));
            } catch (DateTimeException | ArithmeticException e) {
                throw outside();
            }
        };
    }

    private static Builtin.Code part(ToIntFunction<LocalDateTime> part) {
        return (run, a) -> (long) part.applyAsInt(moment(a.raw(0)));
    }

    // ---------------------------------------------------------------- making and reading

    private static void making(Library library) {
        library.function(DATE, "getCurrentDate", (run, a) -> DATE.initial(run));
        library.function(TIME, "getCurrentTime", (run, a) -> TIME.initial(run));
        library.function(DATETIME, "getCurrentDateTime", (run, a) -> DATETIME.initial(run));
        for (Simple type : List.of(DATE, TIME, DATETIME, TIMESPAN)) {
            library.function(type, type.word(), (run, a) -> type.initial(run));
            library.function(type, type.word(), (run, a) -> a.raw(0), type);
        }
        library.function(DATE, "Date", (run, a) -> DateText.date(a.text(0)), STRING);
        library.function(TIME, "Time", (run, a) -> DateText.time(a.text(0)), STRING);
        library.function(DATETIME, "DateTime", (run, a) -> DateText.dateTime(a.text(0)), STRING);
        library.function(DATE, "Date", DateLibrary::ofParts, INTEGER, INTEGER, INTEGER);
        library.function(
                DATETIME, "DateTime", DateLibrary::ofParts, INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, INTEGER);
        library.function(TIME, "Time", DateLibrary::timeOfParts, INTEGER, INTEGER, INTEGER);
        library.function(TIMESPAN, "TimeSpan", (run, a) -> Duration.ofSeconds(a.whole(0)), INTEGER);
        library.method(STRING, DATE, "toDate", (run, a) -> DateText.date(a.text(0)));
        library.method(STRING, TIME, "toTime", (run, a) -> DateText.time(a.text(0)));
        library.method(STRING, DATETIME, "toDateTime", (run, a) -> DateText.dateTime(a.text(0)));
    }

    private static Object ofParts(Run run, Arguments a) {
        try {
            LocalDate date = LocalDate.of(a.integer(0), a.integer(1), a.integer(2));
            return a.all().size() == 3
                    ? as(DATE, date.atStartOfDay())
                    : as(DATETIME, date.atTime(a.integer(3), a.integer(4), a.integer(5)));
        } catch (DateTimeException e) {
            throw outside();
        }
    }

    private static Object timeOfParts(Run run, Arguments a) {
        try {
            return LocalTime.of(a.integer(0), a.integer(1), a.integer(2));
        } catch (DateTimeException e) {
            throw outside();
        }
    }

    private static void reading(Library library, Simple type) {
        library.method(type, STRING, "toString", (run, a) -> Lib.made(run, Values.text(a.raw(0))));
        library.method(type, STRING, "toString", DateLibrary::formatted, STRING);
        library.method(type, STRING, "toString", DateLibrary::formatted, STRING, STRING, STRING);
        library.method(type, BOOL, "isNull", (run, a) -> a.raw(0) == null);
        library.method(type, INTEGER, "getYear", part(LocalDateTime::getYear));
        library.method(type, INTEGER, "getMonth", part(LocalDateTime::getMonthValue));
        library.method(type, INTEGER, "getMDay", part(LocalDateTime::getDayOfMonth));
        library.method(
                type,
                INTEGER,
                "getWeekDay",
                part(moment -> moment.getDayOfWeek().getValue() - 1));
        library.method(type, INTEGER, "getWeek", part(DateText::week));
        library.method(type, INTEGER, "diff", (run, a) -> seconds(moment(a.raw(1)), moment(a.raw(0))), type);
    }

    private static Long seconds(LocalDateTime from, LocalDateTime to) {
        return Lib.checked(ChronoUnit.SECONDS.between(from, to), INTEGER);
    }

    private static Object formatted(Run run, Arguments a) {
        String format = a.text(1);
        Lib.index(format.length(), LONGEST_FORMAT);
        boolean named = a.all().size() > 2;
        List<String> months = named ? List.of(a.text(2).split(",", -1)) : List.of();
        List<String> days = named ? List.of(a.text(3).split(",", -1)) : List.of();
        run.meter()
                .text(format.length() * 10L
                        + (named ? a.text(2).length() + (long) a.text(3).length() : 0));
        return Lib.made(run, DateText.write(moment(a.raw(0)), format, months, days));
    }

    // ---------------------------------------------------------------- changing

    private static void changing(Library library, Simple type) {
        library.mutator(type, type, "addDay", shift(type, LocalDateTime::plusDays), INTEGER);
        library.mutator(type, type, "addMonth", shift(type, DateLibrary::addMonths), INTEGER);
        library.mutator(type, type, "addYear", shift(type, (moment, n) -> addMonths(moment, 12 * n)), INTEGER);
        mover(library, type, "Month", moment -> moment.withDayOfMonth(1), moment -> moment.plusMonths(1));
        mover(library, type, "Year", moment -> moment.withDayOfYear(1), moment -> moment.plusYears(1));
        mover(
                library,
                type,
                "Week",
                moment -> moment.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                moment -> moment.plusWeeks(1));
        mover(
                library,
                type,
                "Quarter",
                moment -> moment.withDayOfMonth(1).minusMonths((moment.getMonthValue() - 1) % 3),
                moment -> moment.plusMonths(3));
    }

    /** The day stays; where the month has none such, it is counted on into the next one. */
    private static LocalDateTime addMonths(LocalDateTime moment, long number) {
        LocalDate first = moment.toLocalDate().withDayOfMonth(1).plusMonths(number);
        return first.plusDays(moment.getDayOfMonth() - 1L).atTime(moment.toLocalTime());
    }

    /** Adds the moves to the first and to the last second of a span. */
    private static void mover(
            Library library,
            Simple type,
            String name,
            Function<LocalDateTime, LocalDateTime> first,
            Function<LocalDateTime, LocalDateTime> following) {
        Function<LocalDateTime, LocalDateTime> start =
                moment -> first.apply(moment).truncatedTo(ChronoUnit.DAYS);
        library.mutator(type, type, "moveTo" + name + "Start", change(type, start));
        library.mutator(type, type, "moveTo" + name + "End", change(type, moment -> following
                .apply(start.apply(moment))
                .minusSeconds(1)));
    }

    private static void dateTimeAlone(Library library) {
        library.mutator(DATETIME, DATETIME, "addHour", shift(DATETIME, LocalDateTime::plusHours), INTEGER);
        library.mutator(DATETIME, DATETIME, "addMin", shift(DATETIME, LocalDateTime::plusMinutes), INTEGER);
        library.mutator(DATETIME, DATETIME, "addSec", shift(DATETIME, LocalDateTime::plusSeconds), INTEGER);
        mover(library, DATETIME, "Day", moment -> moment, moment -> moment.plusDays(1));
        library.mutator(
                DATETIME,
                DATETIME,
                "moveToHourStart",
                change(DATETIME, moment -> moment.truncatedTo(ChronoUnit.HOURS)));
        library.mutator(
                DATETIME, DATETIME, "moveToHourEnd", change(DATETIME, moment -> moment.truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)
                        .minusSeconds(1)));
        library.method(DATETIME, DATE, "getDate", (run, a) -> moment(a.raw(0)).toLocalDate());
        library.method(DATETIME, TIME, "getTime", (run, a) -> moment(a.raw(0)).toLocalTime());
        library.mutator(DATETIME, DATETIME, "setTime", DateLibrary::withTime, TIME);
        library.mutator(DATETIME, DATETIME, "setUnix", DateLibrary::ofUnix, INTEGER);
        library.method(DATETIME, INTEGER, "getUnix", DateLibrary::unix);
        library.method(DATE, DATETIME, "toDateTime", (run, a) -> a.raw(0) == null ? null : moment(a.raw(0)));
    }

    private static Object withTime(Run run, Arguments a) {
        LocalTime time = a.raw(1) == null ? LocalTime.MIDNIGHT : a.value(LocalTime.class, 1);
        return moment(a.raw(0)).toLocalDate().atTime(time);
    }

    private static Object ofUnix(Run run, Arguments a) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(a.whole(1)), run.clock().getZone());
    }

    private static Object unix(Run run, Arguments a) {
        return Lib.checked(moment(a.raw(0)).atZone(run.clock().getZone()).toEpochSecond(), INTEGER);
    }

    // ---------------------------------------------------------------- times and spans

    private static LocalTime clockTime(Object value) {
        return value == null ? LocalTime.MIDNIGHT : (LocalTime) value;
    }

    private static void time(Library library) {
        library.method(TIME, STRING, "toString", (run, a) -> Lib.made(run, Values.text(a.raw(0))));
        library.method(TIME, BOOL, "isNull", (run, a) -> a.raw(0) == null);
        library.method(
                TIME, INTEGER, "getHour", (run, a) -> (long) clockTime(a.raw(0)).getHour());
        library.method(
                TIME, INTEGER, "getMin", (run, a) -> (long) clockTime(a.raw(0)).getMinute());
        library.method(
                TIME, INTEGER, "getSec", (run, a) -> (long) clockTime(a.raw(0)).getSecond());
        library.mutator(TIME, TIME, "addHour", (run, a) -> clockTime(a.raw(0)).plusHours(a.whole(1)), INTEGER);
        library.mutator(TIME, TIME, "addMin", (run, a) -> clockTime(a.raw(0)).plusMinutes(a.whole(1)), INTEGER);
        library.mutator(TIME, TIME, "addSec", (run, a) -> clockTime(a.raw(0)).plusSeconds(a.whole(1)), INTEGER);
        library.method(
                TIME,
                INTEGER,
                "diff",
                (run, a) -> (long) (clockTime(a.raw(0)).toSecondOfDay()
                        - clockTime(a.raw(1)).toSecondOfDay()),
                TIME);
    }

    private static void span(Library library) {
        library.method(TIMESPAN, STRING, "toString", (run, a) -> Lib.made(run, Values.text(a.raw(0))));
        library.method(
                TIMESPAN,
                INTEGER,
                "toInteger",
                (run, a) -> Lib.checked(a.value(Duration.class, 0).toSeconds(), INTEGER));
    }
}
