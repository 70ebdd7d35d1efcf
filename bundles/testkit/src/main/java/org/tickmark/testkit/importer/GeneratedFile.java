package org.tickmark.testkit.importer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongFunction;

/** A file of any length that is made while it is read, so that it never lies in memory. UTF-8. */
public final class GeneratedFile extends InputStream {
    private final long entries;
    private final LongFunction<String> entry;
    private final String tail;
    private byte[] piece;
    private int position;
    private long next;

    private GeneratedFile(String head, long entries, LongFunction<String> entry, String tail) {
        this.piece = head.getBytes(StandardCharsets.UTF_8);
        this.entries = entries;
        this.entry = Objects.requireNonNull(entry, "entry");
        this.tail = Objects.requireNonNull(tail, "tail");
    }

    /**
     * A file.
     *
     * @param head what comes before the entries
     * @param entries how many entries
     * @param entry the text of an entry, by its number from 0
     * @param tail what comes after the entries
     */
    public static GeneratedFile of(String head, long entries, LongFunction<String> entry, String tail) {
        return new GeneratedFile(head, entries, entry, tail);
    }

    @Override
    public int read() {
        return atEnd() ? -1 : piece[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        int done = 0;
        while (done < length && !atEnd()) {
            int step = Math.min(length - done, piece.length - position);
            System.arraycopy(piece, position, target, offset + done, step);
            position += step;
            done += step;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    /** Goes on to the next piece that holds bytes; true when there is none. */
    private boolean atEnd() {
        while (position == piece.length) {
            if (next > entries) {
                return true;
            }
            String text = next < entries ? entry.apply(next) : tail;
            piece = text.getBytes(StandardCharsets.UTF_8);
            position = 0;
            next++;
        }
        return false;
    }
}
