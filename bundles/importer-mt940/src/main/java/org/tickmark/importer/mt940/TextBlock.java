package org.tickmark.importer.mt940;

import java.util.Arrays;
import org.tickmark.kit.lines.LineReader;

/** The lines of one field, gathered until the field is whole. Used again for the next field. */
final class TextBlock {
    private final int longest;
    private byte[] bytes = new byte[1024];
    private int length;

    /**
     * An empty block.
     *
     * @param longest how many bytes the lines may have together
     */
    TextBlock(int longest) {
        this.longest = longest;
    }

    /** Forgets all lines. */
    void clear() {
        length = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Adds a line; false when there is no room for it. */
    boolean add(byte[] source, int from, int to) {
        int needed = length + to - from + 1;
        if (needed > longest) {
            return false;
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        if (length > 0) {
            bytes[length++] = '\n';
        }
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return true;
    }

    /** Whether the text added so far ends in two digits that may be an hour. */
    boolean endsInAnHour() {
        if (length < 2 || bytes[length - 2] < '0' || bytes[length - 2] > '2' || bytes[length - 1] < '0') {
            return false;
        }
        return bytes[length - 1] <= (bytes[length - 2] == '2' ? '3' : '9');
    }

    /** The lines, each but the last with a line feed behind it, in the encoding of their file. */
    String text(LineReader file) {
        return file.text(bytes, 0, length);
    }
}
