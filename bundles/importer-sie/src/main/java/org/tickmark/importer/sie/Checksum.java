package org.tickmark.importer.sie;

import java.util.zip.CRC32;

/**
 * The checksum of {@code #KSUMMA}: CRC-32 over the bytes of labels and fields, without what separates and wraps them: blanks, tabs, line ends,
 * quotes and braces. Between quotes blanks and braces are part of a field.
 */
final class Checksum {
    private final CRC32 crc = new CRC32();
    private byte[] content = new byte[256];

    /** Adds a line. */
    void add(byte[] bytes, int from, int to) {
        if (content.length < to - from) {
            content = new byte[2 * (to - from)];
        }
        int length = 0;
        boolean quote = false;
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            boolean escaped = value == '\\' && i + 1 < to && bytes[i + 1] == '"';
            if (escaped) {
                i++;
                content[length++] = '"';
            } else if (value == '"') {
                quote = !quote;
            } else if (quote || !isSeparator(value)) {
                content[length++] = value;
            }
        }
        crc.update(content, 0, length);
    }

    /** The checksum of all lines added, as the file writes it. */
    String value() {
        return Long.toString(crc.getValue());
    }

    private static boolean isSeparator(byte value) {
        return value == ' ' || value == '\t' || value == '{' || value == '}';
    }
}
