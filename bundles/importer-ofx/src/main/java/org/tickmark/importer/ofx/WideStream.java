package org.tickmark.importer.ofx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tickmark.kit.lines.HeadedStream;

/** A file of two bytes a letter (UTF-16), as UTF-8. The stream below stays open: it is the host's. */
final class WideStream extends InputStream {
    private static final int PIECE = 8192;

    private final Reader reader;
    private final char[] letters = new char[PIECE];
    private byte[] piece = new byte[0];
    private int position;
    private int kept;

    WideStream(byte[] start, InputStream rest) {
        this.reader = new InputStreamReader(
                new HeadedStream(start, rest),
                isLittleEndian(start) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /** Whether a file that begins so has two bytes a letter: by its byte order mark or by its first letter. */
    static boolean isWide(byte[] start) {
        return start.length > 1 && (isLittleEndian(start) || isBigEndian(start));
    }

    private static boolean isLittleEndian(byte[] start) {
        return ((start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) || (start[0] != 0 && start[1] == 0);
    }

    private static boolean isBigEndian(byte[] start) {
        return ((start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) || (start[0] == 0 && start[1] != 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position == piece.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    /** Goes on to the next piece; the first half of a letter of four bytes waits for the other. */
    private boolean fill() throws IOException {
        int count = reader.read(letters, kept, letters.length - kept);
        if (count < 0) {
            return false;
        }
        int length = kept + count;
        kept = Character.isHighSurrogate(letters[length - 1]) ? 1 : 0;
        piece = new String(letters, 0, length - kept).getBytes(StandardCharsets.UTF_8);
        position = 0;
        if (kept == 1) {
            letters[0] = letters[length - 1];
        }
        return piece.length > 0 || fill();
    }
}
