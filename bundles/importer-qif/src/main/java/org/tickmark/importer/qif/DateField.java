package org.tickmark.importer.qif;

import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.Days;

/**
 * A date as three numbers with a point, slash, hyphen or apostrophe between them, and blanks anywhere: {@code 8/12/13}, {@code 1/ 1'00}, {@code 2026-12-31}. Holds
 * the one read last. For one thread.
 */
final class DateField {
    private static final int NUMBERS = 3;
    private static final int LONGEST_NUMBER = 4;
    private static final int YEAR = 4;

    private final Days days = new Days();
    private final int[] numbers = new int[NUMBERS];
    private final int[] lengths = new int[NUMBERS];
    private char mark;
    private boolean apostrophe;

    /** Reads a part of a buffer; false when it is no date in any order. */
    boolean read(byte[] bytes, int from, int to) {
        int count = 0;
        apostrophe = false;
        mark = 0;
        int i = from;
        while (i < to) {
            if (bytes[i] == ' ') {
                i++;
            } else if (!Ascii.isDigit(bytes[i]) || count == NUMBERS) {
                return false;
            } else {
                int end = endOfDigits(bytes, i, to);
                if (end - i > LONGEST_NUMBER) {
                    return false;
                }
                lengths[count] = end - i;
                numbers[count++] = (int) Ascii.number(bytes, i, end);
                i = behindMark(bytes, end, to, count);
            }
        }
        return i == to && count == NUMBERS && isPossible();
    }

    /** Whether there is a day in any order. */
    private boolean isPossible() {
        for (DateOrder order : DateOrder.values()) {
            if (day(order).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static int endOfDigits(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && Ascii.isDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    /** Goes on behind the mark that parts numbers; to a place behind the end when there is none and should be one. */
    private int behindMark(byte[] bytes, int from, int to, int count) {
        int i = from;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        if (count == NUMBERS) {
            return i;
        }
        if (i == to || "/.-'".indexOf(bytes[i]) < 0) {
            return to + 1;
        }
        apostrophe |= bytes[i] == '\'';
        mark = count == 1 ? (char) bytes[i] : mark;
        return i + 1;
    }

    /** The day when the numbers come in this order; nothing when there is no such day, or nobody writes one so. */
    Optional<LocalDate> day(DateOrder order) {
        return switch (order) {
            case DMY -> lengths[0] == YEAR ? Optional.empty() : day(2, numbers[1], numbers[0]);
            case MDY -> lengths[0] == YEAR || mark == '.' ? Optional.empty() : day(2, numbers[0], numbers[1]);
            case YMD -> isYearFirst() ? day(0, numbers[1], numbers[2]) : Optional.empty();
        };
    }

    /** Two digits of a year go first only before a hyphen. */
    private boolean isYearFirst() {
        return lengths[0] == YEAR || (lengths[0] == 2 && mark == '-' && lengths[2] <= 2 && !apostrophe);
    }

    private Optional<LocalDate> day(int yearIndex, int month, int day) {
        int year = numbers[yearIndex];
        if (lengths[yearIndex] < YEAR - 1) {
            year = apostrophe ? 2000 + year : Days.year(year);
        }
        return month > 99 || day > 99 ? Optional.empty() : days.of(10_000 * year + 100 * month + day);
    }
}
