package org.tickmark.importer.csv;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.ErrorClass;

/**
 * The character encoding of a file: by byte order mark, else UTF-8 where the bytes are that, else windows-1252, which holds all of ISO 8859-1
 * that is printed.
 *
 * @param charset the encoding
 * @param mark length of the byte order mark in bytes
 */
record Encoding(Charset charset, int mark) {
    static final String AUTO = "auto";

    static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A mark that a file begins with, each of its bytes as one character. */
    private record Mark(Charset charset, String bytes) {
        boolean starts(byte[] file) {
            return file.length >= bytes.length()
                    && new String(file, 0, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"));

    /** The encoding of a file that begins with these bytes. */
    static Encoding of(byte[] sample) {
        for (Mark mark : MARKS) {
            if (mark.starts(sample)) {
                return new Encoding(mark.charset(), mark.bytes().length());
            }
        }
        return new Encoding(looksLikeUtf8(sample) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /**
     * The encoding of this name; a mark of it is still passed over.
     *
     * @throws org.tickmark.api.TickmarkException if there is no such encoding
     */
    static Encoding named(String name, byte[] sample) {
        Charset charset = charset(name).orElseThrow(() -> Problems.refusal(ErrorClass.E2, "encoding")
                .found(name)
                .expected("UTF-8, windows-1252, ISO-8859-1, IBM865 …")
                .exception());
        for (Mark mark : MARKS) {
            if (mark.charset().equals(charset) && mark.starts(sample)) {
                return new Encoding(charset, mark.bytes().length());
            }
        }
        return new Encoding(charset, 0);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The beginning as text. */
    String decode(byte[] sample) {
        return new String(sample, mark, Math.max(0, sample.length - mark), charset);
    }

    /** Whether more of what is not ASCII is UTF-8 than is not; true for ASCII. */
    private static boolean looksLikeUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = sequence(bytes, i);
            if (length == 1) {
                i++;
            } else if (length > 1) {
                good++;
                i += length;
            } else if (i + 4 > bytes.length) {
                // may be cut off
                i = bytes.length;
            } else {
                bad++;
                i++;
            }
        }
        return good > bad || bad == 0;
    }

    /** Length of the UTF-8 sequence that begins here; 0 for none. */
    private static int sequence(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (start + length > bytes.length) {
            return 0;
        }
        for (int i = start + 1; i < start + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
