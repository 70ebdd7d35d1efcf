package org.tickmark.kit.xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Days;

/** Values of texts by their lexical forms in XML Schema part 2, without blanks around them. */
public final class XmlValues {
    /** Longest decimal that makes sense for an amount or a quantity. */
    private static final int DECIMAL_LENGTH = 40;

    private static final int LONG_DIGITS = 18;
    private static final int DATE_LENGTH = 10;
    private static final int BEFORE_MONTH = 4;
    private static final int BEFORE_DAY = 7;
    private static final int SHORT_OFFSET = 5;
    private static final int LONG_OFFSET = 6;

    private XmlValues() {}

    /** Digits with at most one point among them, perhaps after a sign, the scale as written; no exponent. At most 40 characters. */
    public static Optional<BigDecimal> decimal(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = 0;
        int points = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return Optional.empty();
            }
        }
        boolean readable = digits > 0 && points <= 1 && text.length() <= DECIMAL_LENGTH;
        return readable ? Optional.of(exact(text, start, digits)) : Optional.empty();
    }

    /** The day of a date or of a date and time, as written: with an offset from UTC it is still the day on the writer's clock. */
    public static Optional<LocalDate> day(String text) {
        return text.length() < DATE_LENGTH || !mayFollowDay(text) ? Optional.empty() : Days.made(yearMonthDay(text));
    }

    /** The digits that a text begins with if it begins as a day does, such as 20261122 for 2026-11-22; -1 if it does not. */
    private static int yearMonthDay(String text) {
        int number = 0;
        for (int i = 0; i < DATE_LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == BEFORE_MONTH || i == BEFORE_DAY;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return -1;
            }
            number = dash ? number : 10 * number + c - '0';
        }
        return number;
    }

    private static BigDecimal exact(String text, int start, int digits) {
        if (digits > LONG_DIGITS) {
            return new BigDecimal(text);
        }
        long unscaled = 0;
        int point = text.length();
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                point = i + 1;
            } else {
                unscaled = 10 * unscaled + text.charAt(i) - '0';
            }
        }
        return BigDecimal.valueOf(text.startsWith("-") ? -unscaled : unscaled, text.length() - point);
    }

    /** Nothing, a time, or an offset from UTC with or without colon. */
    private static boolean mayFollowDay(String text) {
        int length = text.length() - DATE_LENGTH;
        if (length == 0) {
            return true;
        }
        char next = text.charAt(DATE_LENGTH);
        return switch (next) {
            case 'T' -> true;
            case 'Z' -> length == 1;
            case '+', '-' -> length == SHORT_OFFSET || length == LONG_OFFSET;
            default -> false;
        };
    }
}
