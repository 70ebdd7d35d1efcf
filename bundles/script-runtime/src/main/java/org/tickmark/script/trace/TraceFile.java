package org.tickmark.script.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptSource;

/**
 * A whole trace: the sources it is of, where their statements stand, and its segments. It can be read though the script has changed since.
 *
 * @param sources what was run
 * @param stops where its statements stand
 * @param segments what it did
 */
public record TraceFile(List<ScriptSource> sources, List<ScriptPosition> stops, List<Segment> segments) {
    private static final int FORMAT = 0x544D5431;

    public TraceFile {
        sources = List.copyOf(sources);
        stops = List.copyOf(stops);
        segments = List.copyOf(segments);
    }

    /** What a tape holds of a run of a program. */
    public static TraceFile of(ScriptProgram program, Tape tape) {
        return new TraceFile(program.sources(), program.stops(), tape.segments());
    }

    /** How many statements it has seen, those included that it holds no more. */
    public long statements() {
        Segment last = segments.get(segments.size() - 1);
        return last.first() + last.count();
    }

    /** Writes it. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            Segment.write(out, head());
            out.writeInt(segments.size());
            for (Segment segment : segments) {
                segment.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] head() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(sources.size());
        for (ScriptSource source : sources) {
            write(out, source.name());
            write(out, source.text());
        }
        out.writeInt(stops.size());
        for (ScriptPosition stop : stops) {
            write(out, stop.source());
            out.writeInt(stop.line());
            out.writeInt(stop.column());
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    /** Reads what {@link #toBytes} wrote. */
    public static TraceFile read(byte... bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("These bytes are no trace");
            }
            DataInputStream head = new DataInputStream(new ByteArrayInputStream(Segment.readPacked(in)));
            List<ScriptSource> sources = new ArrayList<>();
            for (int left = head.readInt(); left > 0; left--) {
                sources.add(new ScriptSource(text(head), text(head)));
            }
            List<ScriptPosition> stops = new ArrayList<>();
            for (int left = head.readInt(); left > 0; left--) {
                stops.add(new ScriptPosition(text(head), head.readInt(), head.readInt()));
            }
            List<Segment> segments = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                segments.add(Segment.read(in));
            }
            return new TraceFile(sources, stops, segments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] encoded = new byte[in.readInt()];
        in.readFully(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
