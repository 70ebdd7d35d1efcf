package org.tickmark.importer.ofx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/**
 * Cuts a file into tags, each with the text behind it up to the next tag. In OFX 1 elements are not closed, and aggregates ought to be; real files close
 * what they like, so what belongs together is not decided here. Comments, declarations and instructions are passed over. Holds one buffer and the text at
 * hand, as long as allowed. For one thread.
 */
final class TagReader {
    private static final int BUFFER = 64 * 1024;
    private static final int FIRST_TEXT = 256;
    private static final int LONGEST_NAME = 64;
    private static final int KNOWN_NAMES = 256;
    private static final byte[] ESCAPED = "&amp;".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final int longest;
    private final TextDecoder decoder;
    private final byte[] nameBytes = new byte[LONGEST_NAME];
    private final String[] names = new String[KNOWN_NAMES];
    private byte[] buffer;
    private int position;
    private int limit;
    private byte[] text = new byte[FIRST_TEXT];
    private int textLength;
    private String name = "";
    private boolean closing;
    private boolean started;
    private boolean atEnd;
    private boolean blank = true;
    private int last;
    private long line = 1;
    private long tagLine = 1;

    /**
     * A reader before the first tag.
     *
     * @param head what was read of the stream already
     * @param longest how many bytes a text may have
     */
    TagReader(byte[] head, InputStream in, int longest, TextDecoder decoder) {
        this.buffer = head;
        this.limit = head.length;
        this.in = in;
        this.longest = longest;
        this.decoder = decoder;
    }

    /** Goes on to the next tag that is whole; false at the end of the file. */
    boolean next() throws IOException {
        if (!started) {
            started = true;
            collectText();
        }
        if (atEnd) {
            return false;
        }
        tagLine = line;
        closing = peek() == '/';
        if (closing) {
            read();
        }
        readName();
        if (!skipTag()) {
            atEnd = true;
            return false;
        }
        collectText();
        return true;
    }

    /** The tag's name in upper case; empty for a tag without one. */
    String name() {
        return name;
    }

    /** Whether it ends an element. */
    boolean isClosing() {
        return closing;
    }

    /** The text behind the tag, without blanks around it. */
    String text() {
        return decoder.text(text, textLength);
    }

    /** The line that the tag stands in, from 1. */
    long line() {
        return tagLine;
    }

    /** The line reached, from 1. */
    long lastLine() {
        return line;
    }

    /** Whether nothing but blanks has been read. */
    boolean isBlank() {
        return blank;
    }

    private void readName() throws IOException {
        int length = 0;
        while (isNameCharacter(peek())) {
            int letter = read();
            if (length < LONGEST_NAME) {
                nameBytes[length++] = (byte) (letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
            }
        }
        name = known(length);
    }

    /** The name as text; the same one for names that come again and again. */
    private String known(int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + nameBytes[i];
        }
        int slot = Math.floorMod(hash, KNOWN_NAMES);
        if (names[slot] == null || !isSame(names[slot], length)) {
            names[slot] = new String(nameBytes, 0, length, StandardCharsets.US_ASCII);
        }
        return names[slot];
    }

    private boolean isSame(String candidate, int length) {
        if (candidate.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (candidate.charAt(i) != nameBytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Leaves the tag, whatever else it holds; a tag that is not ended ends where the next one begins. False at the end of the file. */
    private boolean skipTag() throws IOException {
        while (true) {
            int next = peek();
            if (next < 0) {
                return false;
            } else if (next == '<') {
                return true;
            }
            read();
            if (next == '>') {
                return true;
            }
        }
    }

    /** Collects text up to the next tag, and reads the mark with which that begins. */
    private void collectText() throws IOException {
        textLength = 0;
        while (true) {
            int next = read();
            if (next < 0) {
                atEnd = true;
                return;
            } else if (next != '<') {
                add(next);
            } else if (isNameStart(peek()) || peek() == '/') {
                return;
            } else if (peek() == '!') {
                read();
                skipDeclaration();
            } else if (peek() == '?') {
                skipPast('>');
            } else {
                add(next);
            }
        }
    }

    /** A comment, a section of characters, or another declaration. */
    private void skipDeclaration() throws IOException {
        if (peek() == '-') {
            read();
            skipComment();
        } else if (peek() == '[') {
            addSection();
        } else {
            skipPast('>');
        }
    }

    private void skipComment() throws IOException {
        int hyphens = 0;
        for (int next = read(); next >= 0; next = read()) {
            if (next == '>' && hyphens > 1) {
                return;
            }
            hyphens = next == '-' ? hyphens + 1 : 0;
        }
    }

    /** Characters that mean nothing but themselves, after {@code <![CDATA[}. */
    private void addSection() throws IOException {
        read();
        skipPast('[');
        int brackets = 0;
        for (int next = read(); next >= 0; next = read()) {
            if (next == '>' && brackets > 1) {
                textLength -= 2;
                return;
            }
            brackets = next == ']' ? brackets + 1 : 0;
            if (next == '&') {
                for (byte escaped : ESCAPED) {
                    add(escaped);
                }
            } else {
                add(next);
            }
        }
    }

    private void skipPast(int end) throws IOException {
        int next = read();
        while (next >= 0 && next != end) {
            next = read();
        }
    }

    private void add(int value) {
        if (textLength == 0 && value <= ' ') {
            return;
        }
        if (textLength == text.length) {
            grow();
        }
        text[textLength++] = (byte) value;
    }

    private void grow() {
        if (text.length >= longest) {
            throw Problem.error(ErrorClass.E3.code("length"), Texts.message("ofx.length", longest))
                    .where("line " + line)
                    .advice(Texts.message("ofx.again.advice"))
                    .exception();
        }
        text = Arrays.copyOf(text, (int) Math.min(2L * text.length, longest));
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : -1;
    }

    private int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        int value = buffer[position++] & 0xFF;
        if (value <= ' ') {
            if (value == '\r' || (value == '\n' && last != '\r')) {
                line++;
            }
        } else {
            blank = false;
        }
        last = value;
        return value;
    }

    private boolean fill() throws IOException {
        if (buffer.length < BUFFER) {
            buffer = new byte[BUFFER];
        }
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private static boolean isNameStart(int value) {
        return (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    }

    private static boolean isNameCharacter(int value) {
        return isNameStart(value) || (value >= '0' && value <= '9') || value == '.' || value == '_' || value == '-';
    }
}
