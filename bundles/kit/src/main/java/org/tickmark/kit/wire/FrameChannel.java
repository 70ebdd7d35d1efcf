package org.tickmark.kit.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Objects;
import java.util.Optional;

/**
 * Frames over a blocking channel. One thread may read while any number write: each frame goes out whole.
 *
 * <p>Closing while another thread reads or writes ends that with an {@link IOException}. An interrupt during a write closes a
 * socket channel, as {@link java.nio.channels.InterruptibleChannel} demands; an interrupt that came before the write
 * is kept until after it, so a cancelled worker can still say how it ended.
 *
 * @param <R> what is read
 * @param <W> what is written
 */
public final class FrameChannel<R extends Frame, W extends Frame> implements Closeable {
    /** The longest frame in bytes, with its type and without its length. */
    public static final int MAX_FRAME = 1 << 20;

    private static final int TYPE_BYTES = 1;

    /*
     * The channel is used directly: on Java 17 the streams of java.nio.channels.Channels do not let one thread write
     * while another waits in a read.
     */
    private final ByteChannel channel;
    private final FrameReader<R> reader;
    private final Object writing = new Object();
    private boolean greeted;

    private FrameChannel(ByteChannel channel, FrameReader<R> reader) {
        this.channel = Objects.requireNonNull(channel, "channel");
        this.reader = reader;
    }

    /** The client's end. */
    public static FrameChannel<ServerFrame, ClientFrame> client(ByteChannel channel) {
        return new FrameChannel<>(channel, ServerFrame::read);
    }

    /** The server's end. */
    public static FrameChannel<ClientFrame, ServerFrame> server(ByteChannel channel) {
        return new FrameChannel<>(channel, ClientFrame::read);
    }

    /**
     * Waits for the next frame.
     *
     * @return empty when the other side has closed between two frames
     * @throws WireException if what comes is no frame of this version; the channel is then of no more use for reading, and a
     *     server may still write {@link ServerFrame.Refused}
     * @throws IOException if the channel fails or is closed meanwhile
     */
    public Optional<R> read() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(Integer.BYTES);
        if (!fill(header)) {
            return Optional.empty();
        }
        int length = header.getInt(0);
        if (length < TYPE_BYTES || length > MAX_FRAME) {
            throw unreadable("a frame of " + length + " bytes, expected 1 to " + MAX_FRAME);
        }
        ByteBuffer frame = ByteBuffer.allocate(length);
        if (!fill(frame)) {
            throw WireException.cut();
        }
        return Optional.of(decode(frame.flip()));
    }

    private R decode(ByteBuffer frame) throws IOException {
        byte type = frame.get();
        if (!greeted && (type < 1 || type > Frame.LAST_GREETING)) {
            throw unreadable("the first frame is of type " + type);
        }
        FieldReader fields = new FieldReader(frame);
        R decoded = reader.read(type, fields);
        fields.end();
        greeted = true;
        return decoded;
    }

    /** Before the greeting nothing proves that the other side is Tickmark at all. */
    private WireException unreadable(String detail) {
        return greeted ? WireException.broken(detail) : WireException.foreign(detail);
    }

    /** Fills the buffer; false if the channel had ended before its first byte. */
    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw WireException.cut();
            }
        }
        return true;
    }

    /**
     * Sends a frame; returns when the operating system has taken it all, which waits while the other side does not read.
     *
     * @throws IllegalArgumentException if the frame is longer than {@link #MAX_FRAME}; nothing was sent
     */
    public void write(W frame) throws IOException {
        ByteBuffer encoded = encode(frame);
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (writing) {
                while (encoded.hasRemaining()) {
                    channel.write(encoded);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ByteBuffer encode(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0);
        out.writeByte(frame.type());
        frame.writeFields(out);
        ByteBuffer encoded = ByteBuffer.wrap(bytes.toByteArray());
        int length = encoded.remaining() - Integer.BYTES;
        if (length > MAX_FRAME) {
            throw new IllegalArgumentException(
                    frame.getClass().getSimpleName() + " of " + length + " bytes, at most " + MAX_FRAME);
        }
        return encoded.putInt(0, length);
    }

    /** Whether this end is open; the other may have gone. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reads the frames of one side. */
    @FunctionalInterface
    private interface FrameReader<F> {
        F read(byte type, FieldReader in) throws IOException;
    }
}
