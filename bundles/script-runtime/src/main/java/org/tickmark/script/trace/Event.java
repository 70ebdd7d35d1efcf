package org.tickmark.script.trace;

/**
 * What stands in a trace. Each begins with one number, {@code value * 8 + kind}, in groups of seven bits; a signed number is folded, so that small ones stay short.
 */
final class Event {
    /** A statement: how far its stop is from the one before, folded. */
    static final int STATEMENT = 0;
    /** A call has begun: its depth. What was known of this depth and of deeper ones holds no more. */
    static final int CALL = 1;
    /** Calls have ended: the depth that is left. */
    static final int BACK = 2;
    /** A variable is a whole number now: which variable; then how far it is from what it was, folded. */
    static final int NUMBER = 3;
    /** A variable is a text now: which variable; then how many characters stay at its beginning, and the rest. */
    static final int TEXT = 4;
    /** A variable that is new here: its number; then depth + 1, path and type. */
    static final int NAME = 5;
    /** Time has passed: microseconds; then how many KiB more memory is taken, folded. */
    static final int MARK = 6;
    /** Something inside a variable is there no more: which. */
    static final int GONE = 7;

    static final int BITS = 3;
    static final int MASK = (1 << BITS) - 1;

    private Event() {}

    static long folded(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    static long unfolded(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** Whether a text is a whole number as this number is written again; if not, {@link Long#MIN_VALUE}. */
    static long number(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = length - start;
        if (digits < 1 || digits > 17 || (text.charAt(start) == '0' && length > 1)) {
            return Long.MIN_VALUE;
        }
        long number = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE;
            }
            number = number * 10 + digit;
        }
        return start == 0 ? number : -number;
    }
}
