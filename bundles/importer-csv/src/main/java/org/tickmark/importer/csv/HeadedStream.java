package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A stream whose beginning was read already, from that beginning on. Never closes the stream. For one thread. */
final class HeadedStream extends InputStream {
    private final byte[] head;
    private final InputStream rest;
    private int position;

    HeadedStream(byte[] head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        return position < head.length ? head[position++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position == head.length) {
            return rest.read(target, offset, length);
        }
        int count = Math.min(length, head.length - position);
        System.arraycopy(head, position, target, offset, count);
        position += count;
        return count;
    }
}
