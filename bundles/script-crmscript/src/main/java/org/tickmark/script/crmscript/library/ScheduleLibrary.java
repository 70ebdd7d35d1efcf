package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.DATETIME;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.TIME;
import static org.tickmark.script.crmscript.value.Simple.TIMESPAN;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;

/** {@code WeekSchedule}, hours for each day of the week and dates that are closed, and {@code YearSchedule}, the weeks of the parts of a year. */
final class ScheduleLibrary {
    private static final int BYTES = 128;
    private static final int DATE_BYTES = 64;

    private static final NativeType WEEK = new NativeType("WeekSchedule", run -> {
        run.meter().bytes(BYTES);
        return new Week();
    });

    private static final NativeType YEAR = new NativeType("YearSchedule", run -> {
        run.meter().bytes(BYTES);
        return new Year();
    });

    private ScheduleLibrary() {}

    /** Closed on days without a start and a later stop. */
    private static final class Week extends OpenHours {
        private final Map<DayOfWeek, LocalTime> starts = new EnumMap<>(DayOfWeek.class);
        private final Map<DayOfWeek, LocalTime> stops = new EnumMap<>(DayOfWeek.class);
        private Set<LocalDate> closed = Set.of();

        @Override
        Optional<Part> on(LocalDate day) {
            LocalTime start = starts.get(day.getDayOfWeek());
            LocalTime stop = stops.get(day.getDayOfWeek());
            return start == null || stop == null || !start.isBefore(stop) || closed.contains(day)
                    ? Optional.empty()
                    : Optional.of(new Part(start.toSecondOfDay(), stop.toSecondOfDay()));
        }

        @Override
        public long weigh(Consumer<Object> inner) {
            return BYTES + (long) DATE_BYTES * closed.size();
        }
    }

    /**
     * A week that holds to a day of each year.
     *
     * @param week the week
     * @param last the last day
     */
    private record Season(Week week, MonthDay last) {}

    /** Each week holds from behind the one before; behind the last all is closed. */
    private static final class Year extends OpenHours {
        private final List<Season> seasons = new ArrayList<>();

        @Override
        Optional<Part> on(LocalDate day) {
            MonthDay date = MonthDay.from(day);
            return seasons.stream()
                    .filter(season -> !date.isAfter(season.last()))
                    .findFirst()
                    .flatMap(season -> season.week().on(day));
        }

        @Override
        public long weigh(Consumer<Object> inner) {
            seasons.forEach(season -> inner.accept(season.week()));
            return BYTES + (long) DATE_BYTES * seasons.size();
        }
    }

    static void addTo(Library library) {
        for (NativeType type : List.of(WEEK, YEAR)) {
            library.add(type);
            library.method(type, DATETIME, "addTimeSpan", ScheduleLibrary::end, DATETIME, TIMESPAN);
            library.method(type, TIMESPAN, "getDifference", ScheduleLibrary::between, DATETIME, DATETIME);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
            library.method(WEEK, TIME, "get" + name + "Start", (run, a) -> week(a, 0)
                    .starts
                    .get(day));
            library.method(WEEK, TIME, "get" + name + "Stop", (run, a) -> week(a, 0)
                    .stops
                    .get(day));
            library.method(WEEK, VOID, "set" + name + "Start", (run, a) -> set(week(a, 0).starts, day, a), TIME);
            library.method(WEEK, VOID, "set" + name + "Stop", (run, a) -> set(week(a, 0).stops, day, a), TIME);
        }
        library.method(WEEK, STRING, "getNonDates", ScheduleLibrary::closed);
        library.method(WEEK, VOID, "setNonDates", ScheduleLibrary::close, STRING);
        library.method(YEAR, VOID, "addWS", ScheduleLibrary::addSeason, WEEK, INTEGER, INTEGER);
    }

    private static Week week(Arguments a, int index) {
        return a.value(Week.class, index);
    }

    private static Object set(Map<DayOfWeek, LocalTime> times, DayOfWeek day, Arguments a) {
        times.put(day, a.value(LocalTime.class, 1));
        return null;
    }

    private static Object end(Run run, Arguments a) {
        return a.value(OpenHours.class, 0).end(DateLibrary.moment(a.raw(1)), a.value(Duration.class, 2), run.meter());
    }

    private static Object between(Run run, Arguments a) {
        return a.value(OpenHours.class, 0)
                .between(DateLibrary.moment(a.raw(1)), DateLibrary.moment(a.raw(2)), run.meter());
    }

    private static Object closed(Run run, Arguments a) {
        String dates = week(a, 0).closed.stream().map(LocalDate::toString).collect(Collectors.joining(","));
        return Lib.made(run, dates);
    }

    private static Object close(Run run, Arguments a) {
        String all = a.text(1);
        long count = 1 + all.chars().filter(character -> character == ',').count();
        run.meter().move(all.length());
        run.meter().work(count);
        run.meter().bytes(DATE_BYTES * count);
        Set<LocalDate> dates = new TreeSet<>();
        for (String text : all.split(",", -1)) {
            LocalDate date = DateText.date(text);
            if (date != null) {
                dates.add(date);
            }
        }
        week(a, 0).closed = dates;
        return null;
    }

    private static Object addSeason(Run run, Arguments a) {
        List<Season> seasons = a.value(Year.class, 0).seasons;
        MonthDay last = day(a.integer(2), a.integer(3));
        if (!seasons.isEmpty() && !last.isAfter(seasons.get(seasons.size() - 1).last())) {
            throw new Fault(Fault.MATH, Texts.text("run.schedule-order"));
        }
        run.meter().bytes(DATE_BYTES);
        seasons.add(new Season(week(a, 1), last));
        return null;
    }

    private static MonthDay day(int month, int day) {
        try {
            return MonthDay.of(month, day);
        } catch (DateTimeException e) {
            throw new Fault(Fault.MATH, Texts.text("run.date-range"));
        }
    }
}
