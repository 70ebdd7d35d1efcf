package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A cell taken as an amount: digits with marks between them, and around them signs, parentheses, a currency, or CR and DR. For one thread; holds what
 * the last {@link #read} found.
 */
final class AmountCell {
    private static final int LONG_DIGITS = 18;
    private static final int MOST_DIGITS = 40;
    private static final int GROUP = 3;
    private static final Set<String> UNITS = Set.of("kr", "kr.", "rs", "fr", "zl", "zł", "kč", "ft", "lei", "euro");

    private char[] chars;
    private int from;
    private int to;
    private boolean negative;
    /** 1 for CR, -1 for DR, 0 for neither. */
    private int mark;

    /** Reads a cell; false if it is no amount, whatever its decimal mark. */
    boolean read(char[] source, int start, int end) {
        chars = source;
        from = start;
        to = end;
        negative = false;
        mark = 0;
        if (to - from >= 2 && chars[from] == '(' && chars[to - 1] == ')') {
            from++;
            to--;
            negative = true;
        }
        stripFront();
        stripBack();
        return from < to && isNumber();
    }

    /** Reads a text; false if it is no amount. */
    boolean read(String text) {
        return read(text.toCharArray(), 0, text.length());
    }

    private void stripFront() {
        int before = -1;
        while (from < to && from != before && !isDigit(chars[from])) {
            before = from;
            from = isOrnament(chars[from]) ? from + 1 : endOfUnit();
        }
    }

    private void stripBack() {
        int before = -1;
        while (from < to && to != before && !isDigit(chars[to - 1])) {
            before = to;
            to = isOrnament(chars[to - 1]) ? to - 1 : startOfUnit();
        }
    }

    /** Whether a character says at most which sign the amount has. */
    private boolean isOrnament(char c) {
        negative |= isMinus(c);
        return isMinus(c) || c == '+' || Row.isBlank(c) || isCurrencySign(c);
    }

    private int endOfUnit() {
        int end = from;
        while (end < to && (Character.isLetter(chars[end]) || (end > from && chars[end] == '.'))) {
            end++;
        }
        return isUnit(from, end) ? end : from;
    }

    private int startOfUnit() {
        int start = to;
        while (start > from && (Character.isLetter(chars[start - 1]) || (start == to && chars[start - 1] == '.'))) {
            start--;
        }
        return isUnit(start, to) ? start : to;
    }

    private boolean isUnit(int start, int end) {
        if (end == start || end - start > 5) {
            return false;
        }
        String word = new String(chars, start, end - start);
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("cr") || lower.equals("dr")) {
            mark = lower.equals("cr") ? 1 : -1;
            return true;
        }
        return UNITS.contains(lower) || Currencies.isCode(word.toUpperCase(Locale.ROOT));
    }

    /** At least one digit, and between digits nothing but marks. */
    private boolean isNumber() {
        int digits = 0;
        for (int i = from; i < to; i++) {
            if (isDigit(chars[i])) {
                digits++;
            } else if (!isDecimalMark(chars[i]) && !isGroupMark(chars[i])) {
                return false;
            }
        }
        return digits > 0 && digits <= MOST_DIGITS;
    }

    /**
     * The amount, its scale as written.
     *
     * @param decimal the decimal mark, comma or point
     * @param grouped whether thousands may be parted by blanks, apostrophes or the other mark
     * @return empty if the marks do not stand where they may
     */
    Optional<BigDecimal> value(char decimal, boolean grouped) {
        long value = 0;
        int digits = 0;
        int scale = 0;
        int group = 0;
        boolean inGroups = false;
        boolean inDecimals = false;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (isDigit(c)) {
                value = digits < LONG_DIGITS ? 10 * value + c - '0' : value;
                digits++;
                scale += inDecimals ? 1 : 0;
                group++;
            } else if (inDecimals || (c != decimal && !grouped) || !endsGroup(group, inGroups, c == decimal)) {
                return Optional.empty();
            } else {
                inDecimals = c == decimal;
                inGroups = true;
                group = 0;
            }
        }
        if (inGroups && !inDecimals && group != GROUP) {
            return Optional.empty();
        }
        BigDecimal amount = digits <= LONG_DIGITS ? BigDecimal.valueOf(value, scale) : exact(scale);
        return Optional.of(signed(amount));
    }

    /** Whether a mark may stand after so many digits. */
    private static boolean endsGroup(int digits, boolean inGroups, boolean beforeDecimals) {
        if (inGroups) {
            return digits == GROUP;
        }
        return beforeDecimals || (digits >= 1 && digits <= GROUP);
    }

    private BigDecimal exact(int scale) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (isDigit(chars[i])) {
                digits.append(chars[i]);
            }
        }
        return new BigDecimal(digits.toString()).movePointLeft(scale).setScale(scale);
    }

    private BigDecimal signed(BigDecimal amount) {
        if (mark != 0) {
            return mark < 0 ? amount.negate() : amount;
        }
        return negative ? amount.negate() : amount;
    }

    /** The mark that can only be the decimal one here; 0 if the cell does not show it. */
    char decimal() {
        int last = lastMark();
        if (last < 0) {
            return 0;
        }
        char found = chars[last];
        char other = found == ',' ? '.' : ',';
        int after = to - last - 1;
        boolean repeated = count(found) > 1;
        if (repeated) {
            return other;
        }
        if (count(other) > 0) {
            return found;
        }
        return after == GROUP && isGroupable(last) ? 0 : found;
    }

    /** Whether it has a mark that may be either. */
    boolean isDoubtful() {
        return lastMark() >= 0 && decimal() == 0;
    }

    /** Whether what stands before a mark could be the first group of thousands: one to three digits, not beginning with zero. */
    private boolean isGroupable(int last) {
        int digits = 0;
        for (int i = from; i < last; i++) {
            digits += isDigit(chars[i]) ? 1 : 0;
        }
        return digits == last - from && digits >= 1 && digits <= GROUP && chars[from] != '0';
    }

    private int lastMark() {
        for (int i = to - 1; i >= from; i--) {
            if (isDecimalMark(chars[i])) {
                return i;
            }
        }
        return -1;
    }

    private int count(char wanted) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += chars[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Whether it is negative as it stands. */
    boolean isNegative() {
        return mark == 0 ? negative : mark < 0;
    }

    /** Whether it has a sign, a mark or a currency: more than a bare number has. */
    boolean isDressed() {
        return negative || mark != 0 || lastMark() >= 0;
    }

    /** How many digits stand after the last mark, as written; 0 if there is none. */
    int decimals() {
        int last = lastMark();
        return last < 0 ? 0 : to - last - 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDecimalMark(char c) {
        return c == '.' || c == ',';
    }

    private static boolean isGroupMark(char c) {
        return c == '\'' || c == '\u2019' || Row.isBlank(c);
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013' || c == '\u2012' || c == '\uFE63' || c == '\uFF0D';
    }

    private static boolean isCurrencySign(char c) {
        return c > ' ' && Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
