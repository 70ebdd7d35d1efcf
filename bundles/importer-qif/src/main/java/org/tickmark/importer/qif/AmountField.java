package org.tickmark.importer.qif;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;

/** Reads amounts with a decimal point or comma, the other mark or nothing between thousands. */
final class AmountField {
    private static final int GROUP = 3;
    private static final int LONGEST = 40;

    /** What an amount shows of the decimal mark. */
    enum Shows {
        NOTHING,
        POINT,
        COMMA,
        /** There is a mark, but it may part thousands or decimals. */
        EITHER
    }

    private AmountField() {}

    /** What a part of a buffer shows; nothing too if it is no amount. */
    static Shows shows(byte[] bytes, int from, int to) {
        int point = last(bytes, from, to, '.');
        int comma = last(bytes, from, to, ',');
        if (point < 0 && comma < 0) {
            return Shows.NOTHING;
        } else if (point >= 0 && comma >= 0) {
            return point > comma ? Shows.POINT : Shows.COMMA;
        }
        int mark = Math.max(point, comma);
        boolean isPoint = mark == point;
        if (first(bytes, from, to, (char) bytes[mark]) != mark) {
            return isPoint ? Shows.COMMA : Shows.POINT;
        } else if (to - mark - 1 == GROUP && mayBeFirstGroup(bytes, from, mark)) {
            return Shows.EITHER;
        }
        return isPoint ? Shows.POINT : Shows.COMMA;
    }

    /** One to three digits, the first no zero, perhaps behind a sign. */
    private static boolean mayBeFirstGroup(byte[] bytes, int from, int to) {
        int digits = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        return digits < to && to - digits <= GROUP && bytes[digits] != '0';
    }

    /** The amount, its scale as written; nothing when it is none, or thousands are not parted into groups of three. */
    static Optional<BigDecimal> read(byte[] bytes, int from, int to, char decimalMark) {
        char groupMark = decimalMark == '.' ? ',' : '.';
        if (last(bytes, from, to, groupMark) < 0) {
            return Ascii.amount(bytes, from, to, decimalMark);
        } else if (to - from > LONGEST) {
            return Optional.empty();
        }
        int decimals = last(bytes, from, to, decimalMark);
        int whole = decimals < 0 ? to : decimals;
        int digits = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        return isGrouped(bytes, digits, whole, groupMark)
                ? ungrouped(bytes, from, to, groupMark, decimalMark)
                : Optional.empty();
    }

    private static Optional<BigDecimal> ungrouped(byte[] bytes, int from, int to, char groupMark, char decimalMark) {
        String text =
                new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).replace(String.valueOf(groupMark), "");
        byte[] plain = text.getBytes(StandardCharsets.ISO_8859_1);
        return Ascii.amount(plain, 0, plain.length, decimalMark);
    }

    /** Up to three digits, then groups of a mark and three digits. */
    private static boolean isGrouped(byte[] bytes, int from, int to, char mark) {
        int first = first(bytes, from, to, mark);
        if (first <= from || first - from > GROUP || (to - first) % (GROUP + 1) != 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean atMark = i >= first && (i - first) % (GROUP + 1) == 0;
            if (atMark ? bytes[i] != mark : !Ascii.isDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static int first(byte[] bytes, int from, int to, char mark) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == mark) {
                return i;
            }
        }
        return -1;
    }

    private static int last(byte[] bytes, int from, int to, char mark) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == mark) {
                return i;
            }
        }
        return -1;
    }
}
