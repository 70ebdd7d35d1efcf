package org.tickmark.importers.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link SpoolOutput} wrote, in the same order. For one thread. */
final class SpoolInput {
    private final ByteBuffer bytes;

    /** Over bytes that do not change. */
    SpoolInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether there is another value. */
    boolean hasMore() {
        return bytes.hasRemaining();
    }

    long number() {
        return bytes.getLong();
    }

    int count() {
        return bytes.getInt();
    }

    boolean flag() {
        return bytes.get() != 0;
    }

    <E extends Enum<E>> E choice(E[] choices) {
        return choices[bytes.get()];
    }

    String text() {
        int length = bytes.getInt();
        int from = bytes.position();
        bytes.position(from + length);
        return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        byte[] value = new byte[bytes.getInt()];
        bytes.get(value);
        return value;
    }
}
