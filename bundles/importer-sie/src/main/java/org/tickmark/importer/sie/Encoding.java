package org.tickmark.importer.sie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The character encoding of a file, decided by its bytes: {@code #FORMAT PC8} says code page 437 and says so even when it is not true. Valid UTF-8
 * with letters outside ASCII is UTF-8; else the Nordic letters of code page 437 are counted against those of ISO 8859-1.
 *
 * @param charset the encoding
 * @param certain whether the bytes spoke for it
 */
record Encoding(Charset charset, boolean certain) {
    static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

    private static final byte[] NORDIC_437 = bytes(0x84, 0x86, 0x94, 0x8E, 0x8F, 0x99, 0x82, 0x91, 0x92, 0x9B, 0x9D);
    private static final byte[] NORDIC_LATIN = bytes(0xE4, 0xE5, 0xF6, 0xC4, 0xC5, 0xD6, 0xE9, 0xE6, 0xC6, 0xF8, 0xD8);
    private static final int LONGEST_SEQUENCE = 4;

    /** Whether there is a byte outside ASCII, without which every encoding reads the same. */
    static boolean shows(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The encoding of a piece of a file that {@link #shows} it.
     *
     * @param atEnd whether the file ends here; otherwise the last letter may be cut
     */
    static Encoding of(byte[] bytes, int from, int to, boolean atEnd) {
        if (isUtf8(bytes, from, to, atEnd)) {
            return new Encoding(StandardCharsets.UTF_8, true);
        }
        int codePage = count(bytes, from, to, NORDIC_437);
        int latin = count(bytes, from, to, NORDIC_LATIN);
        return new Encoding(latin > codePage ? StandardCharsets.ISO_8859_1 : CODE_PAGE_437, latin != codePage);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to, boolean atEnd) {
        int i = from;
        while (i < to) {
            int length = sequenceLength(bytes[i]);
            if (length == 0) {
                return false;
            }
            for (int k = 1; k < length; k++) {
                if (i + k >= to) {
                    return !atEnd;
                }
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            i += length;
        }
        return true;
    }

    /** How many bytes a letter takes that begins with this one; 0 when none does. */
    private static int sequenceLength(byte first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        boolean overlong = (first & 0xFF) == 0xC0 || (first & 0xFF) == 0xC1;
        if (ones == 0) {
            return 1;
        }
        return ones == 1 || ones > LONGEST_SEQUENCE || overlong ? 0 : ones;
    }

    private static int count(byte[] bytes, int from, int to, byte[] letters) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 && contains(letters, bytes[i])) {
                count++;
            }
        }
        return count;
    }

    private static boolean contains(byte[] letters, byte letter) {
        for (byte candidate : letters) {
            if (candidate == letter) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
