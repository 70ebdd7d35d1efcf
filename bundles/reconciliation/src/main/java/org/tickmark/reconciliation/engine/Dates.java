package org.tickmark.reconciliation.engine;

import java.time.LocalDate;

/** Tells digits that are a date from digits that are a number: dates stand on many rows and prove nothing. */
final class Dates {
    /** How far from the row's own date six digits may be to be read as a date. */
    private static final long NEAR_DAYS = 400;

    private Dates() {}

    /** Whether digits read as a date: eight with a year of this age, six only near the row's own date. */
    static boolean looksLikeDate(CharSequence digits, int rowDay) {
        return switch (digits.length()) {
            case 8 ->
                isDay(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8))
                        || isDay(number(digits, 4, 8), number(digits, 2, 4), number(digits, 0, 2))
                        || isDay(number(digits, 4, 8), number(digits, 0, 2), number(digits, 2, 4));
            case 6 ->
                isNear(number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6), rowDay)
                        || isNear(number(digits, 4, 6), number(digits, 2, 4), number(digits, 0, 2), rowDay);
            default -> false;
        };
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1990 && year <= 2079 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean isNear(int yearOfCentury, int month, int day, int rowDay) {
        int year = 2000 + yearOfCentury;
        return isDay(year, month, day)
                && Math.abs(LocalDate.of(year, month, 1).toEpochDay() + day - 1 - rowDay) <= NEAR_DAYS;
    }

    private static int number(CharSequence digits, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }
}
