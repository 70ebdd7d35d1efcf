package org.tickmark.kit.lines;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes days of numbers. Rows of a file mostly bear the day of the row before, so the last day made is kept. For one thread.
 */
public final class Days {
    /** Years of two digits from here on are of the last century. */
    private static final int CENTURY_TURN = 80;

    private static final int MONTHS = 12;
    private static final int LONGEST_MONTH = 31;

    private int lastNumber;
    private Optional<LocalDate> last = Optional.empty();

    /** A day from eight digits, such as 20261122; nothing when there is no such day. */
    public Optional<LocalDate> of(int yearMonthDay) {
        if (last.isEmpty() || yearMonthDay != lastNumber) {
            last = made(yearMonthDay);
            lastNumber = yearMonthDay;
        }
        return last;
    }

    /** As {@link #of}, for a day that stands alone. For any thread. */
    public static Optional<LocalDate> made(int yearMonthDay) {
        int year = yearMonthDay / 10_000;
        int month = yearMonthDay / 100 % 100;
        int day = yearMonthDay % 100;
        boolean exists = yearMonthDay >= 0
                && month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** A year of two digits: 80 to 99 are of the last century (the rule of SWIFT's MT messages). */
    public static int year(int twoDigits) {
        return twoDigits < CENTURY_TURN ? 2000 + twoDigits : 1900 + twoDigits;
    }

    /** The last day of the month when the day is one that only other months have, such as 30 February; nothing when it is none at all. */
    public static Optional<LocalDate> clamped(int yearMonthDay) {
        int year = yearMonthDay / 10_000;
        int month = yearMonthDay / 100 % 100;
        int day = yearMonthDay % 100;
        if (yearMonthDay < 0 || month < 1 || month > MONTHS || day < 1 || day > LONGEST_MONTH) {
            return Optional.empty();
        }
        YearMonth whole = YearMonth.of(year, month);
        return Optional.of(whole.atDay(Math.min(day, whole.lengthOfMonth())));
    }

    /** Of a day without a year the one nearest to another day; a day that only other months have is the last of its month. */
    public static Optional<LocalDate> nearest(int monthDay, LocalDate other) {
        LocalDate best = null;
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            LocalDate candidate = clamped(year * 10_000 + monthDay).orElse(null);
            if (candidate != null && (best == null || distance(candidate, other) < distance(best, other))) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
