package org.tickmark.kit.lines;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads digits and amounts out of bytes, without making text of them. Positions are from, included, to, excluded. */
public final class Ascii {
    /** So many digits always fit into a long. */
    private static final int LONG_DIGITS = 18;

    /** Longer amounts are refused: no currency has that many digits. */
    private static final int AMOUNT_LENGTH = 40;

    private Ascii() {}

    /** Whether the byte is a digit. */
    public static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    /** Whether the byte is a letter from A to Z. */
    public static boolean isUpper(byte value) {
        return value >= 'A' && value <= 'Z';
    }

    /** Whether there is at least one byte, and each is a digit. */
    public static boolean isDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return false;
            }
        }
        return from < to;
    }

    /** The number that 1 to 18 digits make; -1 when there are others, fewer or more. */
    public static long number(byte[] bytes, int from, int to) {
        if (to - from > LONG_DIGITS || !isDigits(bytes, from, to)) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    /**
     * An amount as written: a sign or none, digits, and at most one decimal mark. Its scale is the number of digits after the mark.
     *
     * @return nothing when it is no amount, or longer than 40 bytes
     */
    public static Optional<BigDecimal> amount(byte[] bytes, int from, int to, char mark) {
        if (!isAmount(bytes, from, to, mark)) {
            return Optional.empty();
        }
        if (to - from > LONG_DIGITS) {
            String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            return Optional.of(new BigDecimal(text.replace(mark, '.')));
        }
        long unscaled = 0;
        int scale = 0;
        boolean fraction = false;
        for (int i = isSign(bytes[from]) ? from + 1 : from; i < to; i++) {
            byte value = bytes[i];
            if (value == mark) {
                fraction = true;
            } else {
                unscaled = 10 * unscaled + value - '0';
                scale += fraction ? 1 : 0;
            }
        }
        return Optional.of(BigDecimal.valueOf(bytes[from] == '-' ? -unscaled : unscaled, scale));
    }

    /**
     * An amount without a decimal mark: a sign or none, and digits of which the last ones are decimals.
     *
     * @param scale how many digits are decimals
     * @return nothing when it is no amount, or longer than 40 bytes
     */
    public static Optional<BigDecimal> minorUnits(byte[] bytes, int from, int to, int scale) {
        int digits = from < to && isSign(bytes[from]) ? from + 1 : from;
        if (to - from > AMOUNT_LENGTH || !isDigits(bytes, digits, to)) {
            return Optional.empty();
        }
        if (to - digits > LONG_DIGITS) {
            String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            return Optional.of(new BigDecimal(text).scaleByPowerOfTen(-scale));
        }
        long units = number(bytes, digits, to);
        return Optional.of(BigDecimal.valueOf(bytes[from] == '-' ? -units : units, scale));
    }

    private static boolean isAmount(byte[] bytes, int from, int to, char mark) {
        int digits = 0;
        int marks = 0;
        for (int i = from < to && isSign(bytes[from]) ? from + 1 : from; i < to; i++) {
            if (isDigit(bytes[i])) {
                digits++;
            } else if (bytes[i] == mark) {
                marks++;
            } else {
                return false;
            }
        }
        return digits > 0 && marks <= 1 && to - from <= AMOUNT_LENGTH;
    }

    private static boolean isSign(byte value) {
        return value == '-' || value == '+';
    }
}
