package org.tickmark.kit.lines;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time. */
final class Bytes8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;

    private Bytes8() {}

    /** Where the first line feed or return is; {@code to} when there is none. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            long eight = (long) EIGHT.get(bytes, i);
            long found = zeros(eight ^ FEEDS) | zeros(eight ^ RETURNS);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Whether a byte is outside ASCII. */
    static boolean holdsOther(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            if (((long) EIGHT.get(bytes, i) & HIGHS) != 0) {
                return true;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i < to;
    }

    /** The high bit of the first byte that is zero, and perhaps of some behind it. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }
}
