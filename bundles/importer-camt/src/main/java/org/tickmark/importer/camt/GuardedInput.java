package org.tickmark.importer.camt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a document on their way to the parser. The parser collects comments, attributes and processing instructions in memory before it
 * tells them, without a limit of its own: so the bytes between two events are counted here. Also remembers how the stream ended, which the
 * parser does not tell. Closing it does nothing: the stream is the host's.
 */
final class GuardedInput extends InputStream {
    /** What the parser reads ahead, and what the shortest of events may take. */
    private static final int READ_AHEAD = 64 * 1024;

    private static final int TAIL = 256;

    private final InputStream in;
    private final long allowance;
    private final byte[] tail = new byte[TAIL];
    private int tailLength;
    private long sinceEvent;
    private boolean empty = true;
    private boolean atEnd;
    private boolean exceeded;
    private IOException failure;

    /**
     * A guard.
     *
     * @param line the longest text allowed, in characters
     */
    GuardedInput(InputStream in, int line) {
        this.in = in;
        this.allowance = 4L * line + READ_AHEAD;
    }

    /** Tells that the parser got on: the next event may take the whole allowance again. */
    void event() {
        sinceEvent = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (sinceEvent > allowance) {
            exceeded = true;
            throw new IOException("more than " + allowance + " bytes without an event");
        }
        int count = readOrRemember(target, offset, length);
        if (count < 0) {
            atEnd = true;
        } else {
            sinceEvent += count;
            remember(target, offset, count);
        }
        return count;
    }

    /** Whether nothing but blanks has been read. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether the end of the stream was reached. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether reading stopped because one event took too many bytes. */
    boolean isExceeded() {
        return exceeded;
    }

    /** Lets out the exception of the stream itself, if it threw one. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** The last bytes read, as ASCII text of whatever encoding. */
    String tail() {
        return new String(tail, 0, tailLength, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private int readOrRemember(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void remember(byte[] source, int offset, int count) {
        for (int i = offset; empty && i < offset + count; i++) {
            empty = source[i] >= 0 && source[i] <= ' ';
        }
        if (count >= TAIL) {
            System.arraycopy(source, offset + count - TAIL, tail, 0, TAIL);
            tailLength = TAIL;
        } else {
            byte[] joined = Arrays.copyOf(tail, tailLength + count);
            System.arraycopy(source, offset, joined, tailLength, count);
            tailLength = Math.min(TAIL, joined.length);
            System.arraycopy(joined, joined.length - tailLength, tail, 0, tailLength);
        }
    }
}
