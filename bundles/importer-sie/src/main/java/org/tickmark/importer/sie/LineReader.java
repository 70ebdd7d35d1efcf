package org.tickmark.importer.sie;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/**
 * Cuts a file into lines that end in CR, LF or both, and decides the character encoding at the first bytes that show one. Holds one buffer, as
 * long as the longest line. The stream stays open: it is the host's.
 */
final class LineReader {
    private static final int BUFFER = 64 * 1024;
    /** What DOS programs write to mark the end of a text file. */
    private static final byte END_OF_TEXT = 0x1A;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private Optional<Encoding> encoding;
    private byte[] buffer = new byte[BUFFER];
    private int limit;
    private int next;
    private int start;
    private int end;
    private int number;
    private boolean endedByReturn;
    private boolean terminated;

    /**
     * A reader before the first line.
     *
     * @param longest how many bytes a line may have
     * @param override the encoding to take whatever the bytes say, if any
     */
    LineReader(InputStream in, int longest, Optional<Charset> override) throws IOException {
        this.in = in;
        this.longest = longest;
        this.encoding = override.map(charset -> new Encoding(charset, true));
        fill();
        skipMark();
    }

    /** Goes on to the next line that holds more than blanks; false at the end of the file. */
    boolean next() throws IOException {
        while (nextLine()) {
            if (start < end) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the line lie here, from {@link #start} to {@link #end}, until {@link #next} is called again. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the line begins, blanks left out. */
    int start() {
        return start;
    }

    /** Where the line ends, blanks left out. */
    int end() {
        return end;
    }

    /** The line's number, from 1. */
    int number() {
        return number;
    }

    /** Whether a line end follows the line. */
    boolean isTerminated() {
        return terminated;
    }

    /** The encoding decided on; empty while all was ASCII. */
    Optional<Encoding> encoding() {
        return encoding;
    }

    private boolean nextLine() throws IOException {
        if (!hasMore()) {
            return false;
        }
        if (endedByReturn && buffer[next] == '\n') {
            next++;
            if (!hasMore()) {
                return false;
            }
        }
        int length = 0;
        while (!isLineEnd(buffer[next + length])) {
            length++;
            if (next + length == limit && !fill()) {
                take(length);
                terminated = false;
                next = limit;
                return true;
            }
        }
        take(length);
        terminated = true;
        endedByReturn = buffer[next + length] == '\r';
        next += length + 1;
        return true;
    }

    private void take(int length) {
        number++;
        start = next;
        end = next + length;
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (start < end && isBlank(buffer[end - 1])) {
            end--;
        }
    }

    private boolean hasMore() throws IOException {
        return next < limit || fill();
    }

    /** Reads as much as the buffer takes, behind what is not yet told; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        if (limit == buffer.length) {
            grow();
        }
        int count = in.readNBytes(buffer, limit, buffer.length - limit);
        if (encoding.isEmpty() && Encoding.shows(buffer, limit, limit + count)) {
            encoding = Optional.of(Encoding.of(buffer, limit, limit + count, limit + count < buffer.length));
        }
        limit += count;
        return count > 0;
    }

    private void grow() {
        if (buffer.length >= longest) {
            throw Problem.error(ErrorClass.E3.code("length"), Texts.message("sie.length", longest))
                    .where("line " + (number + 1))
                    .advice(Texts.message("sie.again.advice"))
                    .exception();
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, longest));
    }

    private void skipMark() {
        if (limit >= UTF_8_MARK.length
                && Arrays.equals(buffer, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length)) {
            next = UTF_8_MARK.length;
            encoding = Optional.of(new Encoding(StandardCharsets.UTF_8, true));
        }
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == '\r';
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == END_OF_TEXT || value == 0;
    }
}
