package org.tickmark.recurrence.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which days are worked. A day is free when it is of the weekend, when a holiday of an active layer falls on it, or when
 * it is named as a single free date; single dates outrank rules, and of two single dates the calendar's own outranks an
 * included one.
 *
 * <p>Reaches from year 1 to year 9999. A year is compiled when it is first asked for and kept in a table of bounded size;
 * the answers do not depend on it. Immutable and safe for use from many threads.
 */
public final class WorkCalendar {
    /** The layer that is always active. */
    public static final String PUBLIC = "public";

    static final long NONE = Long.MIN_VALUE;
    private static final int KEPT_YEARS = 256;

    private final CalendarDefinition definition;
    private final Set<String> activeLayers;
    private final List<Active<HolidayLine>> holidays = new ArrayList<>();
    private final List<Active<SingleDate>> singleDates = new ArrayList<>();
    private final int weekend;
    private final WeekPattern week;
    private final AtomicReferenceArray<YearDays> years = new AtomicReferenceArray<>(KEPT_YEARS);

    WorkCalendar(CalendarDefinition definition, Set<String> activeLayers) {
        this.definition = definition;
        this.activeLayers = activeLayers;
        int inherited = 0;
        for (WorkCalendar included : definition.includes()) {
            holidays.addAll(included.holidays);
            singleDates.addAll(included.singleDates);
            inherited |= included.weekend;
        }
        this.weekend = definition.weekend().orElse(inherited);
        this.week = new WeekPattern(weekend);
        definition.layers().stream().filter(this::isActive).forEach(this::activate);
    }

    private boolean isActive(CalendarLayer layer) {
        return layer.id().equals(PUBLIC) || activeLayers.contains(layer.id());
    }

    private void activate(CalendarLayer layer) {
        layer.holidays().forEach(holiday -> holidays.add(new Active<>(layer.id(), holiday)));
        layer.singleDates().forEach(date -> singleDates.add(new Active<>(layer.id(), date)));
    }

    /**
     * Reads a calendar that may include national ones.
     *
     * @throws CalendarTextException with everything that is wrong in the text
     */
    public static WorkCalendar parse(String text) {
        return parse(text, NationalCalendars::find);
    }

    /**
     * Reads a calendar.
     *
     * @param finder finds the calendars that an {@code include} line names
     * @throws CalendarTextException with everything that is wrong in the text
     */
    public static WorkCalendar parse(String text, Function<String, Optional<WorkCalendar>> finder) {
        return new WorkCalendar(new CalendarReader(text, finder).read(), Set.of());
    }

    /** The calendar as text, in its one canonical form; reading it gives an equal calendar with only the public layer active. */
    public String text() {
        return CalendarWriter.write(definition);
    }

    /** Its name, with the active layers after it: {@code SE}, {@code SE+bank}. */
    public String id() {
        return activeLayers.isEmpty() ? definition.id() : definition.id() + '+' + String.join("+", activeLayers);
    }

    /** What people call it. */
    public DayName name() {
        return definition.name();
    }

    /** The first year for which it claims to be right; years before are answered by the same rules, without that claim. */
    public int since() {
        int own = definition.since().orElse(YearShape.FIRST_YEAR);
        return definition.includes().stream().mapToInt(WorkCalendar::since).reduce(own, Math::max);
    }

    /** The weekdays that are free every week. */
    public Set<DayOfWeek> weekend() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (((weekend >> (day.getValue() - 1)) & 1) != 0) {
                days.add(day);
            }
        }
        return days;
    }

    /** The names of the layers that {@link #with} can switch on, without {@link #PUBLIC}. */
    public List<String> layers() {
        return definition.layers().stream()
                .map(CalendarLayer::id)
                .filter(id -> !id.equals(PUBLIC))
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * The same calendar with one more layer active.
     *
     * @throws IllegalArgumentException when it has no such layer
     */
    public WorkCalendar with(String layer) {
        if (!layers().contains(layer)) {
            throw new IllegalArgumentException("Calendar " + definition.id() + " has no layer '" + layer + "'; it has "
                    + (layers().isEmpty() ? "none" : String.join(", ", layers())));
        }
        Set<String> wanted = new LinkedHashSet<>(layers());
        wanted.removeIf(id -> !id.equals(layer) && !activeLayers.contains(id));
        return new WorkCalendar(definition, wanted);
    }

    /**
     * Whether the day is worked.
     *
     * @throws DateTimeException outside the years 1 to 9999
     */
    public boolean isWorkday(LocalDate date) {
        return isWorkday(date.toEpochDay());
    }

    /** As {@link #isWorkday(LocalDate)}, for a day counted from 1970-01-01. */
    public boolean isWorkday(long epochDay) {
        YearDays year = yearOf(epochDay);
        return year.isOpen(dayIn(year, epochDay));
    }

    /** The next working day after the date; empty where none follows until 9999. */
    public Optional<LocalDate> nextWorkday(LocalDate after) {
        return date(workdayOnOrAfter(after.toEpochDay() + 1));
    }

    /** The last working day before the date; empty where none precedes it since year 1. */
    public Optional<LocalDate> previousWorkday(LocalDate before) {
        return date(workdayOnOrBefore(before.toEpochDay() - 1));
    }

    /** The number of working days from the first date, which counts, to the second, which does not; negative when they are swapped. */
    public long workdays(LocalDate startInclusive, LocalDate endExclusive) {
        long start = startInclusive.toEpochDay();
        long end = endExclusive.toEpochDay();
        return start <= end ? workdays(start, end) : -workdays(end, start);
    }

    /** The number of working days in the month. */
    public int workdays(YearMonth month) {
        return workdays(month.getYear(), month.getMonthValue());
    }

    /**
     * The nth working day after the date, or before it when the number is negative; the date itself for 0. Empty where it
     * lies outside the years 1 to 9999.
     */
    public Optional<LocalDate> plusWorkdays(LocalDate date, int workdays) {
        if (workdays == 0) {
            return Optional.of(date);
        }
        long day = date.toEpochDay();
        YearDays year = yearOf(day);
        int before = year.countBefore(dayIn(year, day));
        boolean firstIsNumberedBefore = workdays > 0 && !year.isOpen(dayIn(year, day));
        return date(select(year, (long) before + workdays - (firstIsNumberedBefore ? 1 : 0)));
    }

    /**
     * The nth working day of a month, from 1, or from its end, from -1. Empty where the month has fewer.
     *
     * @throws IllegalArgumentException when the number is 0
     */
    public Optional<LocalDate> nthWorkday(YearMonth month, int nth) {
        return date(nthWorkday(month.getYear(), month.getMonthValue(), nth));
    }

    /** The last working day of a month; empty where it has none. */
    public Optional<LocalDate> lastWorkday(YearMonth month) {
        return nthWorkday(month, -1);
    }

    /** What a date becomes: itself when it is worked, else what the policy makes of it; empty where nothing is left of it. */
    public Optional<LocalDate> shift(LocalDate date, ShiftPolicy policy) {
        return date(shift(date.toEpochDay(), policy));
    }

    /** The named free days of a year by date, those on a weekend too, without those that a single date makes worked. */
    public List<FreeDay> holidays(int year) {
        List<FreeDay> days = new ArrayList<>();
        long first = year(year).shape().firstEpochDay();
        for (Active<HolidayLine> holiday : holidays) {
            int day = holiday.line().dayOfYear(year);
            if (day != DayRule.NOT_THIS_YEAR) {
                LocalDate date = LocalDate.ofEpochDay(first + day);
                days.add(new FreeDay(
                        date,
                        holiday.line().name(),
                        holiday.layer(),
                        holiday.line().source()));
            }
        }
        for (Active<SingleDate> single : singleDates) {
            SingleDate line = single.line();
            if (line.date().getYear() != year) {
                continue;
            }
            if (line.kind() == SingleDate.Kind.WORK) {
                days.removeIf(day -> day.date().equals(line.date()));
            } else {
                days.add(new FreeDay(line.date(), line.name(), single.layer(), line.source()));
            }
        }
        days.sort(Comparator.comparing(FreeDay::date));
        return List.copyOf(days);
    }

    /** What the calendar calls that day: no, one or several holidays. */
    public List<FreeDay> holidays(LocalDate date) {
        return holidays(date.getYear()).stream()
                .filter(day -> day.date().equals(date))
                .collect(Collectors.toUnmodifiableList());
    }

    /** 1 January of the year after the last one that any line names: from then on the same lines hold every year. */
    public LocalDate settledSince() {
        return LocalDate.ofEpochDay(settledFrom());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar calendar
                && definition.equals(calendar.definition)
                && activeLayers.equals(calendar.activeLayers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition, activeLayers);
    }

    @Override
    public String toString() {
        return id();
    }

    /** The first working day that is not before the given one, or {@link #NONE}. */
    long workdayOnOrAfter(long epochDay) {
        if (epochDay > YearShape.LAST_DAY) {
            return NONE;
        }
        YearDays year = yearOf(epochDay);
        int day = year.next(dayIn(year, epochDay));
        while (day == YearDays.NONE && year.year() < YearShape.LAST_YEAR) {
            year = year(year.year() + 1);
            day = year.next(0);
        }
        return day == YearDays.NONE ? NONE : year.shape().firstEpochDay() + day;
    }

    /** The last working day that is not after the given one, or {@link #NONE}. */
    long workdayOnOrBefore(long epochDay) {
        if (epochDay < YearShape.FIRST_DAY) {
            return NONE;
        }
        YearDays year = yearOf(epochDay);
        int day = year.previous(dayIn(year, epochDay));
        while (day == YearDays.NONE && year.year() > YearShape.FIRST_YEAR) {
            year = year(year.year() - 1);
            day = year.previous(year.shape().length() - 1);
        }
        return day == YearDays.NONE ? NONE : year.shape().firstEpochDay() + day;
    }

    /** As {@link #shift(LocalDate, ShiftPolicy)}; {@link #NONE} where nothing is left. */
    long shift(long epochDay, ShiftPolicy policy) {
        if (policy == ShiftPolicy.KEEP || isWorkday(epochDay)) {
            return epochDay;
        }
        return switch (policy) {
            case KEEP, SKIP -> NONE;
            case FOLLOWING -> workdayOnOrAfter(epochDay);
            case PRECEDING -> workdayOnOrBefore(epochDay);
            case MODIFIED_FOLLOWING -> inMonth(epochDay, workdayOnOrAfter(epochDay), workdayOnOrBefore(epochDay));
            case MODIFIED_PRECEDING -> inMonth(epochDay, workdayOnOrBefore(epochDay), workdayOnOrAfter(epochDay));
            case NEAREST -> nearest(epochDay, workdayOnOrBefore(epochDay), workdayOnOrAfter(epochDay));
        };
    }

    long nthWorkday(int year, int month, int nth) {
        if (nth == 0) {
            throw new IllegalArgumentException(
                    "Workday 0 of a month: expected 1 or more from its start, -1 or less from its end");
        }
        YearDays days = year(year);
        int first = days.shape().firstDayOfMonth(month);
        int before = days.countBefore(first);
        int after = days.countBefore(first + days.shape().lengthOfMonth(month));
        int number = nth > 0 ? before + nth - 1 : after + nth;
        return number < before || number >= after ? NONE : days.shape().firstEpochDay() + days.select(number);
    }

    int workdays(int year, int month) {
        YearDays days = year(year);
        int first = days.shape().firstDayOfMonth(month);
        return days.countBefore(first + days.shape().lengthOfMonth(month)) - days.countBefore(first);
    }

    /** How many working days of the month lie before the day, which may lie outside of it. */
    int workdaysBefore(int year, int month, long epochDay) {
        YearDays days = year(year);
        int first = days.shape().firstDayOfMonth(month);
        int end = first + days.shape().lengthOfMonth(month);
        long day = epochDay - days.shape().firstEpochDay();
        return days.countBefore((int) Math.min(Math.max(day, first), end)) - days.countBefore(first);
    }

    long settledFrom() {
        int named = YearShape.FIRST_YEAR;
        for (Active<HolidayLine> holiday : holidays) {
            named = Math.max(named, holiday.line().fromYear());
            named = holiday.line().untilYear() == YearShape.LAST_YEAR
                    ? named
                    : Math.max(named, holiday.line().untilYear());
        }
        for (Active<SingleDate> single : singleDates) {
            named = Math.max(named, single.line().date().getYear());
        }
        return YearShape.of(named + 1).firstEpochDay();
    }

    private static long inMonth(long epochDay, long wanted, long other) {
        if (wanted == NONE || other == NONE) {
            return wanted == NONE ? other : wanted;
        }
        return sameMonth(epochDay, wanted) ? wanted : other;
    }

    private static boolean sameMonth(long one, long other) {
        YearShape shape = YearShape.of(YearShape.yearOf(one));
        long otherDay = other - shape.firstEpochDay();
        return otherDay >= 0
                && otherDay < shape.length()
                && shape.monthOf((int) otherDay) == shape.monthOf((int) (one - shape.firstEpochDay()));
    }

    private static long nearest(long epochDay, long before, long after) {
        if (before == NONE || after == NONE) {
            return before == NONE ? after : before;
        }
        return epochDay - before < after - epochDay ? before : after;
    }

    private long workdays(long start, long end) {
        YearDays year = yearOf(start);
        long count = -year.countBefore(dayIn(year, start));
        while (end - year.shape().firstEpochDay() > year.shape().length()) {
            count += year.count();
            year = year(year.year() + 1);
        }
        return count + year.countBefore((int) (end - year.shape().firstEpochDay()));
    }

    /** The working day with that number, counted from 0 at the first one of the year; the number may lead out of the year. */
    private long select(YearDays start, long number) {
        YearDays year = start;
        long left = number;
        while (left < 0 && year.year() > YearShape.FIRST_YEAR) {
            year = year(year.year() - 1);
            left += year.count();
        }
        while (left >= year.count() && year.year() < YearShape.LAST_YEAR) {
            left -= year.count();
            year = year(year.year() + 1);
        }
        return left < 0 || left >= year.count() ? NONE : year.shape().firstEpochDay() + year.select((int) left);
    }

    private YearDays yearOf(long epochDay) {
        return year(YearShape.yearOf(epochDay));
    }

    private static int dayIn(YearDays year, long epochDay) {
        return (int) (epochDay - year.shape().firstEpochDay());
    }

    private YearDays year(int year) {
        int slot = year & (KEPT_YEARS - 1);
        YearDays kept = years.get(slot);
        if (kept == null || kept.year() != year) {
            kept = compile(year);
            years.set(slot, kept);
        }
        return kept;
    }

    private YearDays compile(int year) {
        if (year < YearShape.FIRST_YEAR || year > YearShape.LAST_YEAR) {
            throw new DateTimeException("Year " + year + ": calendars reach from year 1 to 9999");
        }
        YearDays.Builder days = new YearDays.Builder(year, week);
        for (Active<HolidayLine> holiday : holidays) {
            int day = holiday.line().dayOfYear(year);
            if (day != DayRule.NOT_THIS_YEAR) {
                days.free(day);
            }
        }
        for (Active<SingleDate> single : singleDates) {
            LocalDate date = single.line().date();
            if (date.getYear() == year) {
                days.set(date.getDayOfYear() - 1, single.line().kind());
            }
        }
        return days.build();
    }

    private static Optional<LocalDate> date(long epochDay) {
        return epochDay == NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
    }

    private record Active<T>(String layer, T line) {}
}
