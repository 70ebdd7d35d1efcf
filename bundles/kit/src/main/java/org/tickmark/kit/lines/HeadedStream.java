package org.tickmark.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Bytes that were read of a stream already, and then the stream itself, which stays open: it is the caller's. For one thread. */
public final class HeadedStream extends InputStream {
    private final byte[] head;
    private final InputStream rest;
    private int position;

    /** A stream of these bytes and the rest. */
    public HeadedStream(byte[] head, InputStream rest) {
        this.head = Objects.requireNonNull(head, "head");
        this.rest = Objects.requireNonNull(rest, "rest");
    }

    @Override
    public int read() throws IOException {
        return position < head.length ? head[position++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == head.length) {
            return rest.read(target, offset, length);
        }
        int count = Math.min(length, head.length - position);
        System.arraycopy(head, position, target, offset, count);
        position += count;
        return count;
    }
}
