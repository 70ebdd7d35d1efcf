package org.tickmark.script.trace;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A piece of a trace that can be read alone. */
public final class Segment {
    private final long first;
    private final long count;
    private final int stop;
    private final byte[] plain;

    /**
     * A segment.
     *
     * @param first number of its first statement
     * @param count how many it holds
     * @param stop the stop of the statement before
     */
    Segment(long first, long count, int stop, byte... plain) {
        this.first = first;
        this.count = count;
        this.stop = stop;
        this.plain = plain;
    }

    /** Number of its first statement, from 0. */
    long first() {
        return first;
    }

    /** How many statements it holds. */
    long count() {
        return count;
    }

    /** The stop of the statement before it. */
    int stop() {
        return stop;
    }

    /** How many bytes it holds, before it is packed. */
    int size() {
        return plain.length;
    }

    byte[] plain() {
        return plain;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(first);
        out.writeLong(count);
        out.writeInt(stop);
        write(out, plain);
    }

    /** Writes bytes packed, with both lengths before them. */
    static void write(DataOutputStream out, byte... plain) throws IOException {
        byte[] packed = packed(plain);
        out.writeInt(plain.length);
        out.writeInt(packed.length);
        out.write(packed);
    }

    private static byte[] packed(byte... plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + plain.length / 1_000 + 64];
            int size = deflater.deflate(packed);
            return Arrays.copyOf(packed, size);
        } finally {
            deflater.end();
        }
    }

    static Segment read(DataInputStream in) throws IOException {
        return new Segment(in.readLong(), in.readLong(), in.readInt(), readPacked(in));
    }

    static byte[] readPacked(DataInputStream in) throws IOException {
        byte[] plain = new byte[in.readInt()];
        byte[] packed = new byte[in.readInt()];
        in.readFully(packed);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            if (inflater.inflate(plain) != plain.length) {
                throw new IOException("A piece of a trace ends too early");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IOException("A piece of a trace is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
