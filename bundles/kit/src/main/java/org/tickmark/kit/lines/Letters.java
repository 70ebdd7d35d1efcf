package org.tickmark.kit.lines;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Makes text of bytes in an encoding in which ASCII is as it is everywhere. Immutable. */
final class Letters {
    private static final int BYTE_VALUES = 256;

    private final Charset charset;

    /** Letters of ISO 8859-1 in the place of bytes; 0 for those that are none, and no table when a letter may take more than a byte. */
    private final byte[] latin;

    private Letters(Charset charset, byte[] latin) {
        this.charset = charset;
        this.latin = latin;
    }

    /** The letters of an encoding. */
    static Letters of(Charset charset) {
        boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
        return new Letters(charset, single ? table(charset) : new byte[0]);
    }

    Charset charset() {
        return charset;
    }

    /** The text of bytes; what is no letter becomes U+FFFD. */
    String text(byte[] bytes, int from, int to) {
        if (charset.equals(StandardCharsets.ISO_8859_1) || !Bytes8.holdsOther(bytes, from, to)) {
            return latin(bytes, from, to);
        }
        byte[] letters = new byte[to - from];
        int count = latin.length == 0 ? 0 : translate(bytes, from, letters);
        return count == letters.length ? latin(letters, 0, count) : new String(bytes, from, to - from, charset);
    }

    /** Each byte a letter of ISO 8859-1. */
    static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** How many letters could be put in the place of bytes. */
    private int translate(byte[] bytes, int from, byte[] letters) {
        int count = 0;
        while (count < letters.length) {
            byte letter = latin[bytes[from + count] & 0xFF];
            if (letter == 0) {
                return count;
            }
            letters[count++] = letter;
        }
        return count;
    }

    private static byte[] table(Charset charset) {
        byte[] table = new byte[BYTE_VALUES];
        for (int value = 0; value < BYTE_VALUES; value++) {
            String letter = new String(new byte[] {(byte) value}, charset);
            table[value] = letter.charAt(0) < BYTE_VALUES ? (byte) letter.charAt(0) : 0;
        }
        return table;
    }
}
