package org.tickmark.recurrence.words;

import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tickmark.recurrence.Frequency;

/** Short ways to say parts, used where they say exactly the same; and what those short ways mean. */
final class Idioms {
    /** More times of day than this are written as hours and minutes. */
    private static final int MOST_TIMES = 6;

    private static final int MOST_POSITIONS = 366;

    private Idioms() {}

    /** Puts the idioms that fit in the place of what they say. */
    static void apply(Parts parts) {
        workdays(parts);
        weekdays(parts);
        ofPeriod(parts);
        yearDate(parts);
        times(parts);
        minutesPast(parts);
    }

    private static void workdays(Parts parts) {
        Frequency frequency = parts.orElse(Part.FREQUENCY, Frequency.DAILY);
        boolean chosen = parts.has(Part.POSITIONS)
                && parts.orElse(Part.DAYS, List.of()).equals(WeekdayItem.WORKDAYS)
                && frequency.compareTo(Frequency.WEEKLY) >= 0;
        boolean limited =
                hasDays(parts) || hasWeeks(parts) || (frequency == Frequency.YEARLY && parts.has(Part.MONTHS));
        if (!chosen || limited) {
            return;
        }
        wholeDays(parts.orElse(Part.POSITIONS, List.of()), timesADay(parts)).ifPresent(days -> {
            parts.remove(Part.DAYS);
            parts.remove(Part.POSITIONS);
            parts.remove(Part.POSITIONS_OF);
            parts.put(Part.WORKDAY_POSITIONS, days);
        });
    }

    private static int timesADay(Parts parts) {
        return sizeOf(parts, Part.HOURS) * sizeOf(parts, Part.MINUTES) * sizeOf(parts, Part.SECONDS);
    }

    private static int sizeOf(Parts parts, Part<List<Integer>> part) {
        return Math.max(1, parts.orElse(part, List.of()).size());
    }

    /** The days whose every time is chosen, if the positions are exactly those. */
    private static Optional<List<Integer>> wholeDays(List<Integer> positions, int times) {
        if (times > MOST_POSITIONS) {
            return Optional.empty();
        }
        List<Integer> days = positions.stream()
                .map(position -> Integer.signum(position) * ((Math.abs(position) - 1) / times + 1))
                .distinct()
                .toList();
        boolean whole = new TreeSet<>(positionsOf(days, times)).equals(new TreeSet<>(positions));
        return whole ? Optional.of(days) : Optional.empty();
    }

    /** The positions of every time of the given days. */
    private static List<Integer> positionsOf(List<Integer> days, int times) {
        return days.stream()
                .flatMap(day -> IntStream.range(0, times)
                        .mapToObj(time -> Integer.signum(day) * ((Math.abs(day) - 1) * times + time + 1)))
                .toList();
    }

    /** Weekdays limit the days that something else gives, or are every one of a longer period. */
    private static void weekdays(Parts parts) {
        Frequency frequency = parts.orElse(Part.FREQUENCY, Frequency.YEARLY);
        boolean limits = hasDays(parts) || frequency.compareTo(Frequency.WEEKLY) < 0;
        boolean days = parts.has(Part.DAYS);
        if (limits && (days || parts.has(Part.NTH_DAYS))) {
            parts.put(Part.ONLY_IF, true);
        } else if (days && frequency.compareTo(Frequency.WEEKLY) > 0 && !hasWeeks(parts)) {
            parts.put(Part.EACH, true);
        }
    }

    private static boolean hasDays(Parts parts) {
        return parts.has(Part.MONTH_DAYS)
                || parts.has(Part.MONTH_DAYS_FROM_END)
                || parts.has(Part.YEAR_DAYS)
                || parts.has(Part.YEAR_DAYS_FROM_END);
    }

    private static boolean hasWeeks(Parts parts) {
        return parts.has(Part.WEEKS) || parts.has(Part.WEEKS_FROM_END);
    }

    /** What a yearly rule counts in the year or in each month says so, where no month is named. */
    private static void ofPeriod(Parts parts) {
        boolean yearly = parts.orElse(Part.FREQUENCY, Frequency.DAILY) == Frequency.YEARLY;
        if (!yearly || parts.has(Part.MONTHS)) {
            return;
        }
        if (isOfEachMonth(parts)) {
            parts.put(Part.PERIOD, Period.MONTH);
        } else if (parts.has(Part.WORKDAY_POSITIONS) || (parts.has(Part.NTH_DAYS) && !parts.has(Part.ONLY_IF))) {
            parts.put(Part.PERIOD, Period.YEAR);
        }
    }

    /** Whether there are days of months, and nothing that says of which months. */
    static boolean isOfEachMonth(Parts parts) {
        boolean monthDays = parts.has(Part.MONTH_DAYS) || parts.has(Part.MONTH_DAYS_FROM_END);
        boolean yearDays = parts.has(Part.YEAR_DAYS) || parts.has(Part.YEAR_DAYS_FROM_END);
        return monthDays && !yearDays && !hasWeeks(parts) && !parts.has(Part.MONTHS);
    }

    private static void yearDate(Parts parts) {
        List<Integer> months = parts.orElse(Part.MONTHS, List.of());
        List<Integer> days = parts.orElse(Part.MONTH_DAYS, List.of());
        boolean yearly = parts.orElse(Part.FREQUENCY, Frequency.DAILY) == Frequency.YEARLY;
        if (yearly
                && months.size() == 1
                && days.size() == 1
                && !parts.has(Part.MONTH_DAYS_FROM_END)
                && days.get(0) <= Month.of(months.get(0)).maxLength()) {
            parts.remove(Part.MONTHS);
            parts.remove(Part.MONTH_DAYS);
            parts.put(Part.YEAR_DATE, MonthDay.of(months.get(0), days.get(0)));
        }
    }

    private static void times(Parts parts) {
        List<Integer> hours = parts.orElse(Part.HOURS, List.of());
        List<Integer> minutes = parts.orElse(Part.MINUTES, List.of());
        List<Integer> seconds = parts.orElse(Part.SECONDS, List.of());
        int size = hours.size() * minutes.size();
        if (seconds.size() != 1 || size == 0 || size > MOST_TIMES) {
            return;
        }
        List<LocalTime> times = new ArrayList<>();
        hours.forEach(hour -> minutes.forEach(minute -> times.add(LocalTime.of(hour, minute, seconds.get(0)))));
        parts.remove(Part.HOURS);
        parts.remove(Part.MINUTES);
        parts.remove(Part.SECONDS);
        parts.put(Part.TIMES, times);
    }

    private static void minutesPast(Parts parts) {
        if (parts.has(Part.MINUTES) && parts.orElse(Part.SECONDS, List.of()).equals(List.of(0))) {
            parts.put(Part.MINUTES_PAST, parts.remove(Part.MINUTES).orElseThrow());
            parts.remove(Part.SECONDS);
        }
    }

    /** Hours, minutes and the one second whose every combination is among the times; empty if there are no such. */
    static Optional<List<List<Integer>>> product(List<LocalTime> times) {
        TreeSet<Integer> hours = new TreeSet<>();
        TreeSet<Integer> minutes = new TreeSet<>();
        TreeSet<Integer> seconds = new TreeSet<>();
        times.forEach(time -> {
            hours.add(time.getHour());
            minutes.add(time.getMinute());
            seconds.add(time.getSecond());
        });
        long distinct = times.stream().distinct().count();
        boolean whole = (long) hours.size() * minutes.size() * seconds.size() == distinct;
        return whole
                ? Optional.of(List.of(List.copyOf(hours), List.copyOf(minutes), List.copyOf(seconds)))
                : Optional.empty();
    }

    /** The positions of BYSETPOS for days of a period on which something happens so many times; empty if they are too many. */
    static Optional<List<Integer>> positions(List<Integer> days, long times) {
        boolean possible =
                times <= MOST_POSITIONS && days.stream().allMatch(day -> Math.abs(day) * times <= MOST_POSITIONS);
        return possible ? Optional.of(positionsOf(days, (int) times)) : Optional.empty();
    }
}
