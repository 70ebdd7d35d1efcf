package org.tickmark.kit.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Function;

/**
 * A stream whose bytes go out as frames, {@code new FrameOutputStream<>(channel, ServerFrame.Out::new)}: at most 16 KiB
 * each, sent when full, flushed or closed. Closing does not close the channel. Safe for use from many threads.
 *
 * @param <W> the frames that the channel writes
 */
public final class FrameOutputStream<W extends Frame> extends OutputStream {
    private static final int CHUNK = 16 * 1024;

    private final FrameChannel<?, W> channel;
    private final Function<Bytes, W> framing;
    private final byte[] buffer = new byte[CHUNK];
    private int filled;

    public FrameOutputStream(FrameChannel<?, W> channel, Function<Bytes, W> framing) {
        this.channel = Objects.requireNonNull(channel, "channel");
        this.framing = Objects.requireNonNull(framing, "framing");
    }

    @Override
    public synchronized void write(int value) throws IOException {
        buffer[filled++] = (byte) value;
        flushWhenFull();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, CHUNK - filled);
            System.arraycopy(bytes, offset + done, buffer, filled, part);
            filled += part;
            done += part;
            flushWhenFull();
        }
    }

    private void flushWhenFull() throws IOException {
        if (filled == CHUNK) {
            flush();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (filled > 0) {
            Bytes chunk = Bytes.of(buffer, 0, filled);
            filled = 0;
            channel.write(framing.apply(chunk));
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
