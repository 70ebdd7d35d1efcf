package org.tickmark.importer.sie;

import org.tickmark.kit.lines.LineReader;
import org.tickmark.kit.lines.ShortWords;

/**
 * A line cut into fields: separated by blanks or tabs, in quotes where they hold such, a quote inside written {@code \"}; a list of objects in
 * braces is one field. The fields after the twelfth are left out. One line at a time lies here.
 *
 * <p>A quote ends a text only where a separator or the end of the line follows, because many programs write quotes inside without escaping
 * them.
 */
final class Line {
    private static final int FIELDS = 12;

    private final int[] starts = new int[FIELDS];
    private final int[] ends = new int[FIELDS];
    private final boolean[] escaped = new boolean[FIELDS];
    private final ShortWords words = new ShortWords();
    private byte[] bytes = new byte[0];
    private int count;
    private int objects;
    private boolean openBrace;

    /** Cuts the bytes from {@code from} to {@code to}, both of them no blanks. */
    void cut(byte[] source, int from, int to) {
        bytes = source;
        count = 0;
        objects = -1;
        openBrace = false;
        int i = from;
        while (i < to && count < FIELDS) {
            if (isBlank(source[i])) {
                i++;
            } else if (source[i] == '"') {
                i = quoted(i + 1, to);
            } else if (source[i] == '{') {
                i = braced(i + 1, to);
            } else {
                i = plain(i, to);
            }
        }
    }

    /** How many fields there are, the label among them. */
    int count() {
        return count;
    }

    /** Where the list of objects is among the fields; -1 when there is none. */
    int objects() {
        return objects;
    }

    /** Whether a brace was opened and not closed. */
    boolean isBraceOpen() {
        return openBrace;
    }

    /** Where a field begins; for {@link #bytes}. */
    int start(int field) {
        return starts[field];
    }

    /** Where a field ends; for {@link #bytes}. */
    int end(int field) {
        return ends[field];
    }

    /** What the positions of fields are in. */
    byte[] bytes() {
        return bytes;
    }

    /** A field of ASCII characters; empty when there is none. */
    String ascii(int field) {
        return field < count ? plain(field, words.word(bytes, starts[field], ends[field])) : "";
    }

    /** A field as text in the file's encoding, without blanks around it; empty when there is none. */
    String text(int field, LineReader file) {
        return field < count ? plain(field, file.text(bytes, starts[field], ends[field])) : "";
    }

    /** The first word of bytes that begin with none but such, as {@link #ascii}. */
    String firstWord(byte[] source, int from, int to) {
        int end = from;
        while (end < to && !isBlank(source[end])) {
            end++;
        }
        return words.word(source, from, end);
    }

    private String plain(int field, String text) {
        String stripped = text.strip();
        return escaped[field] ? stripped.replace("\\\"", "\"") : stripped;
    }

    private int quoted(int from, int to) {
        int i = from;
        boolean escapes = false;
        while (i < to && !isClosingQuote(i, to)) {
            if (isEscapedQuote(i, to)) {
                escapes = true;
                i++;
            }
            i++;
        }
        int end = Math.min(i, to);
        add(from, end);
        escaped[count - 1] = escapes;
        return end + 1;
    }

    private int braced(int from, int to) {
        int i = from;
        boolean quote = false;
        while (i < to && (quote || bytes[i] != '}')) {
            if (isEscapedQuote(i, to)) {
                i++;
            } else if (bytes[i] == '"') {
                quote = !quote;
            }
            i++;
        }
        openBrace = i >= to;
        objects = count;
        add(from, Math.min(i, to));
        return i + 1;
    }

    private int plain(int from, int to) {
        int i = from;
        while (i < to && !isBlank(bytes[i])) {
            i++;
        }
        add(from, i);
        return i;
    }

    private void add(int from, int to) {
        starts[count] = from;
        ends[count] = to;
        escaped[count] = false;
        count++;
    }

    private boolean isClosingQuote(int i, int to) {
        return bytes[i] == '"' && (i + 1 == to || isBlank(bytes[i + 1]) || bytes[i + 1] == '{' || bytes[i + 1] == '}');
    }

    private boolean isEscapedQuote(int i, int to) {
        return bytes[i] == '\\' && i + 1 < to && bytes[i + 1] == '"';
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }
}
