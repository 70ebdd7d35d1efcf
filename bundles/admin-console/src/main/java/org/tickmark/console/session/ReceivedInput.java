package org.tickmark.console.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.tickmark.kit.wire.Bytes;

/** The standard input of a client, read while it comes. Whoever adds to it never waits. Safe for use from many threads. */
final class ReceivedInput extends InputStream {
    /** So much may wait to be read; who leaves more lying has stopped reading. */
    private static final int MOST_WAITING = 64 << 20;

    private final Deque<ByteBuffer> parts = new ArrayDeque<>();
    private int waiting;
    private boolean ended;
    private boolean brokenOff;

    /** Adds what has come. */
    synchronized void add(Bytes part) {
        if (waiting + part.length() > MOST_WAITING) {
            breakOff();
        } else if (!brokenOff && part.length() > 0) {
            parts.add(ByteBuffer.wrap(part.toArray()));
            waiting += part.length();
            notifyAll();
        }
    }

    /** No more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Lets whoever reads fail. */
    synchronized void breakOff() {
        brokenOff = true;
        parts.clear();
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        awaitMore();
        ByteBuffer part = parts.peek();
        if (part == null) {
            return -1;
        }
        int count = Math.min(length, part.remaining());
        part.get(bytes, offset, count);
        waiting -= count;
        if (!part.hasRemaining()) {
            parts.remove();
        }
        return count;
    }

    private void awaitMore() throws IOException {
        try {
            while (parts.isEmpty() && !ended && !brokenOff) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (brokenOff) {
            throw new InterruptedIOException("The work is to stop");
        }
    }
}
