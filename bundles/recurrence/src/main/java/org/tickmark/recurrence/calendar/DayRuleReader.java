package org.tickmark.recurrence.calendar;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a holiday is: {@code 05-17}, {@code easter-2}, {@code 2. MO of 05}, {@code SA in 06-20..06-26}. */
final class DayRuleReader {
    private static final String A_RULE =
            "a day such as 05-17, easter-2, 2. MO of 05, last MO of 05 or SA in 06-20..06-26";
    private static final String A_WEEKDAY = "one of MO TU WE TH FR SA SU";
    private static final String A_MONTH = "a month of two digits, 01 to 12";
    private static final String A_MONTH_DAY = "a month and a day that it has, such as 06-20";
    private static final String A_WINDOW =
            "two dates of one year, at most seven days, none of them 02-29, such as 06-20..06-26";
    private static final String AN_OFFSET =
            "days from Easter, from " + DayRule.EARLIEST_FROM_EASTER + " to +" + DayRule.LATEST_FROM_EASTER;
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    private static final Pattern MONTH_DAY = Pattern.compile("([0-9]{2})-([0-9]{2})");
    private static final Pattern EASTER = Pattern.compile("easter([+-][0-9]{1,3})?");
    private static final Pattern NTH = Pattern.compile("([1-5])\\.");
    private static final Pattern WINDOW = Pattern.compile("([0-9-]+)\\.\\.([0-9-]+)");
    private static final int LEAP_YEAR = 2024;

    private final LineTokens line;

    DayRuleReader(LineTokens line) {
        this.line = line;
    }

    DayRule read() {
        String word = line.word(A_RULE);
        Matcher easter = EASTER.matcher(word);
        if (easter.matches()) {
            return fromEaster(word, easter.group(1));
        }
        Matcher nth = NTH.matcher(word);
        if (nth.matches() || word.equals("last")) {
            return nth(word.equals("last") ? DayRule.Nth.LAST : Integer.parseInt(nth.group(1)));
        }
        if (MONTH_DAY.matcher(word).matches()) {
            MonthDay day = monthDay(word);
            return new DayRule.Fixed(day.getMonthValue(), day.getDayOfMonth());
        }
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (DayRule.code(weekday).equals(word)) {
                return within(weekday);
            }
        }
        throw line.problem(word, A_RULE);
    }

    /** The next word as a weekday. */
    static DayOfWeek weekday(LineTokens line) {
        String word = line.word(A_WEEKDAY);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (DayRule.code(weekday).equals(word)) {
                return weekday;
            }
        }
        throw line.problem(word, A_WEEKDAY);
    }

    private DayRule fromEaster(String word, String offset) {
        int days = offset == null ? 0 : Integer.parseInt(offset);
        if (days < DayRule.EARLIEST_FROM_EASTER || days > DayRule.LATEST_FROM_EASTER) {
            throw line.problem(word, AN_OFFSET);
        }
        return new DayRule.FromEaster(days);
    }

    private DayRule nth(int nth) {
        DayOfWeek weekday = weekday(line);
        if (!line.take("of")) {
            throw line.problem("", "'of' and a month, such as: last MO of 05");
        }
        String word = line.word(A_MONTH);
        if (!TWO_DIGITS.matcher(word).matches() || Integer.parseInt(word) < 1 || Integer.parseInt(word) > 12) {
            throw line.problem(word, A_MONTH);
        }
        return new DayRule.Nth(nth, weekday, Integer.parseInt(word));
    }

    private DayRule within(DayOfWeek weekday) {
        if (!line.take("in")) {
            throw line.problem(DayRule.code(weekday), "'in' and dates after the weekday, such as: SA in 06-20..06-26");
        }
        String word = line.word(A_WINDOW);
        Matcher window = WINDOW.matcher(word);
        if (!window.matches()) {
            throw line.problem(word, A_WINDOW);
        }
        MonthDay first = monthDay(window.group(1));
        MonthDay last = monthDay(window.group(2));
        int days =
                last.atYear(LEAP_YEAR).getDayOfYear() - first.atYear(LEAP_YEAR).getDayOfYear() + 1;
        if (days < 1 || days > 7 || isLeapDay(first) || isLeapDay(last)) {
            throw line.problem(word, A_WINDOW);
        }
        return new DayRule.Within(
                weekday, first.getMonthValue(), first.getDayOfMonth(), last.getMonthValue(), last.getDayOfMonth());
    }

    private static boolean isLeapDay(MonthDay day) {
        return day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
    }

    private MonthDay monthDay(String word) {
        Matcher parts = MONTH_DAY.matcher(word);
        if (parts.matches()) {
            int month = Integer.parseInt(parts.group(1));
            int day = Integer.parseInt(parts.group(2));
            if (month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= YearShape.of(LEAP_YEAR).lengthOfMonth(month)) {
                return MonthDay.of(month, day);
            }
        }
        throw line.problem(word, A_MONTH_DAY);
    }
}
