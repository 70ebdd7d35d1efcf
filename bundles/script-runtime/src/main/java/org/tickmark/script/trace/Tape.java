package org.tickmark.script.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptVariable;

/**
 * Writes a trace while a run goes on. It holds segments that can each be read alone, since each begins with all that is known; when there are too many bytes the oldest
 * segment goes, so that the end of a run, where it fails, is always there. For the thread that advances the run.
 */
public final class Tape implements ScriptObserver {
    private static final int SEGMENT_BYTES = 1 << 18;
    /** A power of two. */
    private static final int RECENT = 64;

    private static final int STATEMENTS_A_MARK = 256;
    /** What has more parts than this is written as a whole only. */
    private static final int MOST_PARTS = 16;
    /** How deep parts of parts are written. */
    private static final int DEEPEST_PART = 2;

    private final int resolution;
    private final long mostBytes;
    private final int segmentBytes;
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Held[]> held = new HashMap<>();
    private final Held[] recent = new Held[RECENT];
    private final Deque<Segment> segments = new ArrayDeque<>();

    private LongSupplier memory = () -> 0;
    private final TraceBytes out = new TraceBytes();
    private int segment;
    private long segmentStart;
    private int segmentStop;
    private int numbers;
    private long bytes;

    private long statements;
    private int stop;
    private int depth;
    private int[] eras = new int[16];
    private long markedMicros;
    private long markedMemory;

    /**
     * A tape at its beginning.
     *
     * @param resolution every how many statements is written; 1 for each
     * @param mostBytes how many bytes it may hold
     * @param nanos a clock for spans
     */
    public Tape(int resolution, long mostBytes, LongSupplier nanos) {
        this(resolution, mostBytes, SEGMENT_BYTES, nanos);
    }

    Tape(int resolution, long mostBytes, int segmentBytes, LongSupplier nanos) {
        this.resolution = resolution;
        this.mostBytes = mostBytes;
        this.segmentBytes = segmentBytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** From now on the memory that the run takes, in bytes, is asked for here. */
    public void memory(LongSupplier taken) {
        memory = taken;
    }

    // ---------------------------------------------------------------- what it is told

    @Override
    public boolean statement(int at, int atDepth) {
        if (atDepth != depth) {
            toDepth(atDepth);
        }
        if (statements % STATEMENTS_A_MARK == 0) {
            mark();
        }
        // Nearly always each: a division would cost as much as the rest.
        if (resolution == 1 || statements % resolution == 0) {
            out.event(Event.STATEMENT, Event.folded(at - stop));
            stop = at;
        }
        statements++;
        if (out.size() > segmentBytes) {
            nextSegment();
        }
        return false;
    }

    @Override
    public void called(int atDepth) {
        begins(atDepth);
        out.event(Event.CALL, atDepth);
        depth = atDepth;
    }

    private void toDepth(int atDepth) {
        if (atDepth > depth) {
            called(atDepth);
        } else {
            out.event(Event.BACK, atDepth);
            depth = atDepth;
        }
    }

    private void begins(int atDepth) {
        if (atDepth >= eras.length) {
            eras = Arrays.copyOf(eras, Math.max(atDepth + 1, eras.length * 2));
        }
        eras[atDepth]++;
    }

    @Override
    public void changed(int atDepth, ScriptVariable variable) {
        if (atDepth >= 0 && atDepth < depth) {
            toDepth(atDepth);
        }
        note(held(atDepth, variable), variable, 0);
    }

    // ---------------------------------------------------------------- variables

    /** Nearly always one of a few that were changed lately. */
    private Held held(int atDepth, ScriptVariable variable) {
        String name = variable.name();
        int place = (name.hashCode() + atDepth) & (recent.length - 1);
        Held known = recent[place];
        if (known == null || !known.isOf(name, variable.type(), atDepth)) {
            known = found(atDepth, variable);
            recent[place] = known;
        }
        return known;
    }

    private Held found(int atDepth, ScriptVariable variable) {
        int index = atDepth + 1;
        Held[] all = held.get(variable.name());
        if (all == null || index >= all.length) {
            all = all == null ? new Held[index + 4] : Arrays.copyOf(all, index * 2);
            held.put(variable.name(), all);
        }
        Held known = all[index];
        if (known == null || !known.type.equals(variable.type())) {
            known = new Held(variable.name(), variable.type(), atDepth);
            all[index] = known;
        }
        return known;
    }

    private int era(Held known) {
        return known.depth < 0 ? 0 : eras[known.depth];
    }

    private void note(Held known, ScriptVariable variable, int level) {
        OptionalLong whole = variable.whole();
        if (whole.isPresent() && !known.masked) {
            note(known, whole.getAsLong());
            return;
        }
        String text = known.masked ? Secrecy.HIDDEN : variable.text();
        long number = Event.number(text);
        if (number != Long.MIN_VALUE) {
            note(known, number);
            return;
        }
        if (known.era != era(known) || !text.equals(known.text)) {
            write(known, text);
        }
        if (!known.large && !known.masked && level < DEEPEST_PART) {
            noteParts(known, variable.children(), level);
        }
    }

    private void note(Held known, long number) {
        if (known.era != era(known) || !known.is(number)) {
            write(known, number);
        }
    }

    private void noteParts(Held known, List<ScriptVariable> parts, int level) {
        known.large = parts.size() > MOST_PARTS;
        if (!known.large) {
            parts.forEach(part -> note(known.inside(part), part, level + 1));
        }
        if (parts.size() < known.inner.size() || known.large) {
            forgetOthers(known, known.large ? List.of() : parts);
        }
    }

    private void forgetOthers(Held known, List<ScriptVariable> parts) {
        List<String> names = parts.stream().map(ScriptVariable::name).toList();
        for (Map.Entry<String, Held> part : new ArrayList<>(known.inner.entrySet())) {
            if (!names.contains(part.getKey())) {
                forget(part.getValue());
                known.inner.remove(part.getKey());
            }
        }
    }

    private void forget(Held known) {
        known.inner.values().forEach(this::forget);
        if (known.era == era(known) && known.segment == segment) {
            out.event(Event.GONE, known.number);
        }
    }

    private void write(Held known, String text) {
        if (known.segment != segment) {
            introduce(known);
        }
        int kept = common(known.shown(), text);
        out.event(Event.TEXT, known.number, kept);
        out.text(text.substring(kept));
        known.text = text;
        known.era = era(known);
    }

    private void write(Held known, long number) {
        if (known.segment != segment) {
            introduce(known);
        }
        out.event(Event.NUMBER, known.number, Event.folded(number - known.value));
        known.value = number;
        known.text = null;
        known.era = era(known);
    }

    private void introduce(Held known) {
        known.segment = segment;
        known.number = numbers++;
        known.text = "";
        known.value = 0;
        out.event(Event.NAME, known.number, known.depth + 1L);
        out.text(known.path);
        out.text(known.type);
    }

    private static int common(String before, String text) {
        int most = Math.min(before.length(), text.length());
        int same = 0;
        while (same < most && before.charAt(same) == text.charAt(same)) {
            same++;
        }
        // Not in the middle of a character of two.
        return same > 0 && Character.isHighSurrogate(text.charAt(same - 1)) ? same - 1 : same;
    }

    // ---------------------------------------------------------------- segments

    private void mark() {
        long micros = (nanos.getAsLong() - start) / 1_000;
        long kibibytes = memory.getAsLong() >> 10;
        out.event(Event.MARK, micros - markedMicros, Event.folded(kibibytes - markedMemory));
        markedMicros = micros;
        markedMemory = kibibytes;
    }

    private void nextSegment() {
        keep();
        out.clear();
        segment++;
        segmentStart = recorded();
        segmentStop = stop;
        numbers = 0;
        markedMicros = 0;
        markedMemory = 0;
        mark();
        for (Held[] all : held.values()) {
            for (Held known : all) {
                again(known);
            }
        }
        out.event(Event.BACK, depth);
    }

    private void again(Held known) {
        if (known != null && known.depth <= depth && known.era == era(known)) {
            if (known.text == null) {
                write(known, known.value);
            } else {
                write(known, known.text);
            }
            known.inner.values().forEach(this::again);
        }
    }

    private void keep() {
        Segment full = new Segment(segmentStart, recorded() - segmentStart, segmentStop, out.toArray());
        segments.add(full);
        bytes += full.size();
        while (bytes > mostBytes && segments.size() > 1) {
            bytes -= segments.remove().size();
        }
    }

    /** How many statements have been written. */
    private long recorded() {
        return (statements + resolution - 1) / resolution;
    }

    /** What it holds, once the run has ended. */
    public List<Segment> segments() {
        mark();
        keep();
        return List.copyOf(segments);
    }
}
