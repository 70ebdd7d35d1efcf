package org.tickmark.recurrence.internal;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.Skip;

/**
 * What a rule says about dates, as bits. A part the rule does not have is all bits, so that it limits nothing.
 *
 * @param months bit 0 for January
 * @param hasMonths whether the rule names months
 * @param monthDays days of the month: bit 0 for the first
 * @param monthDaysFromEnd days of the month from its end: bit 0 for the last
 * @param hasMonthDays whether the rule names days of the month
 * @param yearDays days of the year, from 1 on or from -1 back; empty for all
 * @param weekdays weekdays without number: bit 0 for Monday
 * @param numbered weekdays with a number
 * @param skip what becomes of days of the month and of the year that do not exist
 */
record DateParts(
        int months,
        boolean hasMonths,
        int monthDays,
        int monthDaysFromEnd,
        boolean hasMonthDays,
        List<Integer> yearDays,
        int weekdays,
        List<NthWeekday> numbered,
        Skip skip) {
    static final int ALL_MONTHS = (1 << 12) - 1;
    static final int ALL_WEEKDAYS = (1 << 7) - 1;
    /** Every seventh bit: a week of seven bits times it is that week again and again. */
    private static final long EVERY_WEEK = 0x8102_0408_1020_4081L;

    static DateParts of(
            List<Integer> byMonth,
            List<Integer> byMonthDay,
            List<Integer> byYearDay,
            List<NthWeekday> byDay,
            Skip skip) {
        int each = 0;
        List<NthWeekday> numbered = new ArrayList<>();
        for (NthWeekday day : byDay) {
            if (day.isEach()) {
                each |= 1 << (day.weekday().getValue() - 1);
            } else {
                numbered.add(day);
            }
        }
        return new DateParts(
                byMonth.isEmpty() ? ALL_MONTHS : positiveBits(byMonth),
                !byMonth.isEmpty(),
                positiveBits(byMonthDay),
                negativeBits(byMonthDay),
                !byMonthDay.isEmpty(),
                byYearDay,
                byDay.isEmpty() ? ALL_WEEKDAYS : each,
                numbered,
                skip);
    }

    private static int positiveBits(List<Integer> numbers) {
        int bits = 0;
        for (int number : numbers) {
            bits |= number > 0 ? 1 << (number - 1) : 0;
        }
        return bits;
    }

    private static int negativeBits(List<Integer> numbers) {
        int bits = 0;
        for (int number : numbers) {
            bits |= number < 0 ? 1 << (-number - 1) : 0;
        }
        return bits;
    }

    boolean hasMonth(int month) {
        return (months >>> (month - 1) & 1) != 0;
    }

    /** Whether weekdays limit the dates at all. */
    boolean limitsWeekdays() {
        return weekdays != ALL_WEEKDAYS || !numbered.isEmpty();
    }

    /** The same without its weekdays, which must have no numbers. */
    DateParts withoutWeekdays() {
        return new DateParts(
                months, hasMonths, monthDays, monthDaysFromEnd, hasMonthDays, yearDays, ALL_WEEKDAYS, numbered, skip);
    }

    /** Whether nothing limits the dates. */
    boolean isEveryDay() {
        return !hasMonths && !hasMonthDays && yearDays.isEmpty() && !limitsWeekdays();
    }

    /**
     * The rule's days of a month as bits, the first one lowest. A day that does not exist is skipped: backward to the last one,
     * forward to the bit after it.
     */
    int daysOfMonth(int length) {
        int existing = (int) Bits.low(length);
        if (!hasMonthDays) {
            return existing;
        }
        int days = (monthDays & existing) | Integer.reverse(monthDaysFromEnd) >>> (32 - length);
        if ((monthDays & ~existing) != 0) {
            days |= switch (skip) {
                case OMIT -> 0;
                case BACKWARD -> 1 << (length - 1);
                case FORWARD -> 1 << length;
            };
        }
        return days;
    }

    /** The days of a month that months, days of the month and weekdays allow; see {@link DaysOfMonth#of}. */
    long daysOf(int month, int length, int firstWeekday) {
        return hasMonth(month)
                ? daysOfMonth(length) & (weekdaysFrom(firstWeekday) | numberedDays(firstWeekday, length))
                : 0;
    }

    /** The unnumbered weekdays of the days of a period that begins on a weekday, as bits that fill a word. */
    long weekdaysFrom(int firstWeekday) {
        return everyWeek(weekdays, firstWeekday);
    }

    private static long everyWeek(int weekdays, int firstWeekday) {
        int week = weekdays >>> firstWeekday | (weekdays << (7 - firstWeekday) & ALL_WEEKDAYS);
        return week * EVERY_WEEK;
    }

    /** The day, from 0, of a numbered weekday in a period of that length that begins on a weekday, or -1. */
    static int dayOf(NthWeekday numbered, int firstWeekday, int length) {
        int first = (numbered.weekday().getValue() + 6 - firstWeekday) % 7;
        int weeks = (length - 1 - first) / 7;
        int week = numbered.nth() > 0 ? numbered.nth() - 1 : weeks + 1 + numbered.nth();
        return week >= 0 && week <= weeks ? first + 7 * week : -1;
    }

    /** The numbered weekdays of a period of that length, at most 64, that begins on a weekday, as bits. */
    long numberedDays(int firstWeekday, int length) {
        long days = 0;
        for (NthWeekday day : numbered) {
            int week = day.nth() > 0 ? 7 * (day.nth() - 1) : length + 7 * day.nth();
            days |= sevenFrom(week) & everyWeek(1 << (day.weekday().getValue() - 1), firstWeekday);
        }
        return days & Bits.low(length);
    }

    /** The bits of seven days from a place on, as far as a word has them. */
    private static long sevenFrom(int place) {
        if (place <= -7 || place >= Long.SIZE) {
            return 0;
        }
        return place < 0 ? ALL_WEEKDAYS >>> -place : (long) ALL_WEEKDAYS << place;
    }
}
