package org.tickmark.script.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, with numbers in groups of seven bits. */
final class TraceBytes {
    /** For two numbers of the longest. */
    private static final int ROOM = 20;

    private byte[] bytes = new byte[1 << 12];
    private int size;

    int size() {
        return size;
    }

    /** Forgets them all, and keeps the room. */
    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void event(int kind, long value) {
        number((value << Event.BITS) | kind);
    }

    /** An event and the number behind it. */
    void event(int kind, long value, long number) {
        room();
        int at = put((value << Event.BITS) | kind, size);
        size = put(number, at);
    }

    void number(long unsigned) {
        room();
        size = put(unsigned, size);
    }

    private void room() {
        if (size + ROOM > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** Puts a number somewhere; where the next may stand. This is most of what a trace takes, so no field is written in the loop. */
    private int put(long unsigned, int first) {
        byte[] all = bytes;
        int at = first;
        long left = unsigned;
        while ((left & ~0x7FL) != 0) {
            all[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        all[at++] = (byte) left;
        return at;
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        while (size + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }
}
