package org.tickmark.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Cuts a file into lines that end in CR, LF or both, and decides its character encoding at the first bytes that show one. Holds one buffer, as
 * long as the longest line. The stream stays open: it is the caller's. For one thread.
 *
 * <p>A line is a range of {@link #buffer}, so that only what is used becomes text. A byte order mark of UTF-8 is no part of the first line.
 */
public final class LineReader {
    private static final int BUFFER = 64 * 1024;
    /** What DOS programs write to mark the end of a text file. */
    private static final byte END_OF_TEXT = 0x1A;

    private static final Letters ASCII = Letters.of(StandardCharsets.US_ASCII);
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final EncodingRule rule;
    private final LinePlace place = new LinePlace();
    private Encoding encoding;
    private Letters letters = ASCII;
    private byte[] buffer = new byte[BUFFER];
    private int limit;
    private int next;
    private int start;
    private int end;
    private int lineStart;
    private long number;
    private long dropped;
    private boolean endedByReturn;
    private boolean terminated;

    /**
     * A reader before the first line.
     *
     * @param longest how many bytes a line may have, at least 1
     * @param rule how the encoding is decided
     * @throws IOException if the stream cannot be read
     */
    public LineReader(InputStream in, int longest, EncodingRule rule) throws IOException {
        this.in = Objects.requireNonNull(in, "in");
        this.longest = longest;
        this.rule = rule;
        rule.fixed().ifPresent(this::decide);
        fill();
        skipMark();
    }

    /**
     * Goes on to the next line, be it empty; false at the end of the file.
     *
     * @throws IOException if the stream cannot be read
     * @throws org.tickmark.api.TickmarkException of class E3 if the line is longer than allowed
     */
    public boolean next() throws IOException {
        if (!hasMore()) {
            return false;
        }
        if (endedByReturn && buffer[next] == '\n') {
            next++;
            if (!hasMore()) {
                return false;
            }
        }
        int length = lineLength();
        take(length);
        terminated = next + length < limit;
        endedByReturn = terminated && buffer[next + length] == '\r';
        next += terminated ? length + 1 : length;
        return true;
    }

    /**
     * Goes on to the next line that holds more than blanks, and leaves out the blanks around it: spaces, tabs, zero bytes and the mark with which DOS programs end
     * a text. False at the end of the file.
     *
     * @throws IOException if the stream cannot be read
     * @throws org.tickmark.api.TickmarkException of class E3 if the line is longer than allowed
     */
    public boolean nextFilled() throws IOException {
        while (next()) {
            strip();
            if (start < end) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the line lie here, from {@link #start} to {@link #end}, until {@link #next} is called again. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in the buffer. */
    public int start() {
        return start;
    }

    /** Where the line ends in the buffer, line end left out. */
    public int end() {
        return end;
    }

    /** How many bytes the line has. */
    public int length() {
        return end - start;
    }

    /** The byte of the line at an index from 0; 0 behind its end. */
    public byte at(int index) {
        return start + index < end ? buffer[start + index] : 0;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    /** How many bytes of the file come before the line, a byte order mark among them. */
    public long offset() {
        return dropped + start;
    }

    /** Whether a line end follows the line. */
    public boolean isTerminated() {
        return terminated;
    }

    /** Narrows the line to what is left without blanks around it; see {@link #nextFilled}. */
    public void strip() {
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (start < end && isBlank(buffer[end - 1])) {
            end--;
        }
    }

    /** Narrows the line to a part of it. */
    public void narrow(int from, int to) {
        start = from;
        end = to;
    }

    /** Whether the line holds nothing but blanks; see {@link #nextFilled}. */
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (!isBlank(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line begins with these ASCII characters. */
    public boolean startsWith(String prefix) {
        return holds(prefix, start);
    }

    /** Whether the line ends with these ASCII characters. */
    public boolean endsWith(String suffix) {
        return holds(suffix, end - suffix.length());
    }

    /** The encoding decided on; empty while all was ASCII. */
    public Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
    }

    /** The encoding to read with: the one decided on, else ASCII. */
    public Charset charset() {
        return letters.charset();
    }

    /** A part of the buffer as text, one letter a byte: for words of ASCII letters, and to show what was found. */
    public String latin(int from, int to) {
        return Letters.latin(buffer, from, to);
    }

    /** A part of the buffer as text in the file's encoding. */
    public String text(int from, int to) {
        return text(buffer, from, to);
    }

    /** Bytes of the file that lie elsewhere as text in its encoding. */
    public String text(byte[] bytes, int from, int to) {
        return letters.text(bytes, from, to);
    }

    /** Where the line is, in words of an error: {@code line 118}. */
    public String place() {
        return place.toString();
    }

    /** Where a byte of the buffer is, in words of an error: {@code line 118, column 12}, both from 1. */
    public String place(int index) {
        return place + ", column " + (index - lineStart + 1);
    }

    private boolean holds(String ascii, int from) {
        if (from < start || from + ascii.length() > end) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (buffer[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int lineLength() throws IOException {
        int i = next;
        while (true) {
            i = Bytes8.lineEnd(buffer, i, limit);
            int length = i - next;
            if (i < limit || !fill()) {
                return length;
            }
            i = next + length;
        }
    }

    private void take(int length) {
        number++;
        place.next();
        start = next;
        end = next + length;
        lineStart = start;
    }

    private boolean hasMore() throws IOException {
        return next < limit || fill();
    }

    /** Reads as much as the buffer takes, behind what is not yet told; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        dropped += next;
        limit -= next;
        next = 0;
        if (limit == buffer.length) {
            grow();
        }
        int count = in.readNBytes(buffer, limit, buffer.length - limit);
        if (encoding == null && Bytes8.holdsOther(buffer, limit, limit + count)) {
            decide(rule.decide(buffer, limit, limit + count, limit + count < buffer.length));
        }
        limit += count;
        return count > 0;
    }

    private void grow() {
        if (buffer.length >= longest) {
            throw LineProblems.tooLong(number + 1, longest);
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, longest));
    }

    private void skipMark() {
        if (limit >= UTF_8_MARK.length
                && Arrays.equals(buffer, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length)) {
            next = UTF_8_MARK.length;
            decide(new Encoding(StandardCharsets.UTF_8, true));
        }
    }

    private void decide(Encoding decided) {
        encoding = decided;
        letters = Letters.of(decided.charset());
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == END_OF_TEXT || value == 0;
    }
}
