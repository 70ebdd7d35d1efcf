package org.tickmark.kit.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/**
 * The characters of a document on their way to the parser. The parser collects comments, attributes and processing instructions in memory before
 * it tells them, without a limit of its own: so the characters between two events are counted here. Also remembers how the document ended,
 * which the parser does not tell. The stream stays open: it is the host's.
 */
final class DocumentReader extends Reader {
    /** What the parser reads ahead. */
    private static final int READ_AHEAD = 64 * 1024;

    private static final int BUFFER = 32 * 1024;
    private static final int TAIL = 256;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean xml;
    private final long allowance;
    private final byte[] read = new byte[BUFFER];
    private ByteBuffer bytes;
    private boolean lastBytes;
    private char[] tail = new char[0];
    private long sinceEvent;
    private boolean empty = true;
    private boolean atEnd;
    private boolean exceeded;
    private IOException failure;

    private DocumentReader(InputStream in, byte[] head, int line) {
        Encoding encoding = Encoding.of(head);
        this.in = in;
        this.charset = encoding.charset();
        this.decoder = charset.newDecoder();
        this.bytes = ByteBuffer.wrap(head).position(encoding.markLength());
        this.xml = new String(head, encoding.markLength(), head.length - encoding.markLength(), charset)
                .stripLeading()
                .startsWith("<");
        this.allowance = (long) line + READ_AHEAD;
    }

    /**
     * The characters of a document.
     *
     * @param line how many characters one event may take
     */
    static DocumentReader over(InputStream in, int line) throws IOException {
        return new DocumentReader(in, in.readNBytes(Encoding.HEAD), line);
    }

    /** Tells that the parser got on: the next event may take the whole allowance again. */
    void event() {
        sinceEvent = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (sinceEvent > allowance) {
            exceeded = true;
            throw new IOException("more than " + allowance + " characters without an event");
        }
        int count = decode(target, offset, length);
        if (count < 0) {
            atEnd = true;
        } else {
            sinceEvent += count;
            remember(target, offset, count);
        }
        return count;
    }

    /** Does nothing. */
    @Override
    public void close() {}

    /** The name of the character encoding. */
    String encoding() {
        return charset.name();
    }

    /** Whether it begins as XML does. */
    boolean isXml() {
        return xml;
    }

    /** Whether nothing but blanks has been read. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether the end of the document was reached. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether reading stopped because one event took too many characters. */
    boolean isExceeded() {
        return exceeded;
    }

    /** Lets out the exception of the stream itself, if it threw one. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** The last characters read. */
    String tail() {
        return new String(tail);
    }

    /** Decodes at least one character; those before bytes that cannot be decoded come first, so that the parser knows the place. */
    private int decode(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, lastBytes);
            int count = chars.position() - offset;
            if (count > 0 || length == 0) {
                return count;
            } else if (result.isError()) {
                result.throwException();
            } else if (lastBytes) {
                return -1;
            }
            fill();
        }
    }

    /** Goes on to more bytes, behind those that do not yet make a character. */
    private void fill() throws IOException {
        int kept = bytes.remaining();
        bytes.get(read, 0, kept);
        int count = readOrRemember(kept);
        lastBytes = count < 0;
        bytes = ByteBuffer.wrap(read, 0, kept + Math.max(0, count));
    }

    private int readOrRemember(int kept) throws IOException {
        try {
            return in.read(read, kept, read.length - kept);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void remember(char[] source, int offset, int count) {
        for (int i = offset; empty && i < offset + count; i++) {
            empty = source[i] <= ' ';
        }
        int kept = Math.min(tail.length, Math.max(0, TAIL - count));
        int added = Math.min(count, TAIL);
        char[] joined = Arrays.copyOfRange(tail, tail.length - kept, tail.length + added);
        System.arraycopy(source, offset + count - added, joined, kept, added);
        tail = joined;
    }
}
