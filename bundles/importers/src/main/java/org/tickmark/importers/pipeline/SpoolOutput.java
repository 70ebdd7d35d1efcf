package org.tickmark.importers.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values as bytes in memory, one behind the other, to be read back in the same order by a {@link SpoolInput}. For one thread. */
final class SpoolOutput {
    private ByteBuffer bytes = ByteBuffer.allocate(1024);

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    void count(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    @SuppressWarnings("EnumOrdinal") // What is written is read by the same program, minutes later.
    void choice(Enum<?> value) {
        room(1).put((byte) value.ordinal());
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    /** How many bytes there are. */
    int size() {
        return bytes.position();
    }

    /** A copy of what there is. */
    byte[] content() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Forgets what there is. */
    void clear() {
        bytes.clear();
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            int capacity = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), needed));
            bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
        }
        return bytes;
    }
}
