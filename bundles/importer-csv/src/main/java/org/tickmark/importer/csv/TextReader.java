package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a stream. A file that was taken for UTF-8 because its beginning is ASCII goes on as windows-1252 where its first other letter is none of
 * UTF-8; after that, what cannot be decoded becomes a replacement character. For one thread; never closes the stream.
 */
final class TextReader extends Reader {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private CharsetDecoder decoder;
    /** Whether the bytes may still show that the encoding is another. */
    private boolean open;

    private boolean foundLetters;
    private boolean ended;
    private char last = '\n';
    private long count;

    /**
     * Reads a stream.
     *
     * @param guessed whether the encoding is a guess that the bytes may still correct
     */
    TextReader(InputStream in, Encoding encoding, boolean guessed) throws IOException {
        this.in = in;
        this.open = guessed && encoding.charset().equals(StandardCharsets.UTF_8) && encoding.mark() == 0;
        this.decoder = decoder(encoding.charset(), open ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE);
        in.skipNBytes(encoding.mark());
    }

    private static CharsetDecoder decoder(Charset charset, CodingErrorAction onError) {
        return charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Name of the encoding that the file turned out to have. */
    String encoding() {
        return open && !foundLetters ? "US-ASCII" : decoder.charset().name();
    }

    /** Whether what was read so far ends with a line end. */
    boolean endsLine() {
        return last == '\n' || last == '\r';
    }

    /** How many characters were read so far. */
    long count() {
        return count;
    }

    /** Whether the end of the stream was reached. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        boolean more = true;
        while (more && chars.position() == offset) {
            more = fill();
            decode(chars);
        }
        int decoded = chars.position() - offset;
        if (decoded == 0) {
            return -1;
        }
        last = target[offset + decoded - 1];
        count += decoded;
        return decoded;
    }

    private void decode(CharBuffer chars) {
        int start = chars.position();
        boolean malformed = decoder.decode(bytes, chars, ended).isMalformed();
        foundLetters |= open && !foundLetters && holdsLetters(chars, start);
        if (malformed) {
            open = false;
            decoder = decoder(foundLetters ? StandardCharsets.UTF_8 : Encoding.WINDOWS, CodingErrorAction.REPLACE);
            decoder.decode(bytes, chars, ended);
        }
    }

    /** Reads on; false at the end. What is left of the buffer moves to its front. */
    private boolean fill() throws IOException {
        if (!ended) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
            bytes.flip();
        }
        return !ended;
    }

    private static boolean holdsLetters(CharBuffer chars, int start) {
        for (int i = start; i < chars.position(); i++) {
            if (chars.array()[i] >= 0x80) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        // the stream is not ours
    }
}
