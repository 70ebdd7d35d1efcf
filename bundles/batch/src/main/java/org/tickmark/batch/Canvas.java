package org.tickmark.batch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A picture of a few colours on white, to be had as PNG (ISO/IEC 15948, indexed colour, 8 bits). One thread at a time. */
final class Canvas {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int INDEXED = 3;

    private final int width;
    private final byte[][] rows;

    Canvas(int width, int height) {
        this.width = width;
        this.rows = new byte[height][width];
    }

    /** What can be drawn with; contrast with white is at least 3 to 1 for what carries meaning (WCAG 2.2, 1.4.11). */
    enum Colour {
        PAPER(0, 0xffffff),
        LINE(1, 0x949494),
        BAR(2, 0x2b5c8a),
        TEXT(3, 0x1a1a1a);

        /** Its place in the palette. */
        private final byte index;

        private final int rgb;

        Colour(int index, int rgb) {
            this.index = (byte) index;
            this.rgb = rgb;
        }
    }

    /** Fills a rectangle. */
    void fill(int left, int top, int across, int down, Colour colour) {
        for (int y = top; y < top + down; y++) {
            Arrays.fill(rows[y], left, left + across, colour.index);
        }
    }

    /** The picture. */
    byte[] png() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", this::header);
            chunk(out, "PLTE", Canvas::palette);
            chunk(out, "IDAT", this::dots);
            chunk(out, "IEND", part -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private interface Part {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static void chunk(DataOutputStream out, String type, Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.write(type.getBytes(StandardCharsets.US_ASCII));
        part.writeTo(data);
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        out.writeInt(bytes.size() - type.length());
        bytes.writeTo(out);
        out.writeInt((int) sum.getValue());
    }

    private void header(DataOutputStream out) throws IOException {
        out.writeInt(width);
        out.writeInt(rows.length);
        out.write(new byte[] {8, INDEXED, 0, 0, 0});
    }

    private static void palette(DataOutputStream out) throws IOException {
        for (Colour colour : Colour.values()) {
            out.writeByte(colour.rgb >> 16);
            out.writeByte(colour.rgb >> 8);
            out.writeByte(colour.rgb);
        }
    }

    private void dots(DataOutputStream out) throws IOException {
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            for (byte[] row : rows) {
                packed.write(0); // no filter
                packed.write(row);
            }
        }
    }
}
