package org.tickmark.script.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tickmark.api.host.script.TraceValue;

/** Plays a segment, statement by statement. One thread at a time. */
final class Player {
    private final byte[] bytes;
    private final long end;
    private final List<Known> known = new ArrayList<>();
    private final Set<Known> changed = new LinkedHashSet<>();
    private int at;
    /** Whether what follows are changes; before that, it is what was known when the segment began. */
    private boolean begun;

    private long step;
    private int stop;
    private int depth;
    private long micros;
    private long kibibytes;

    /** A variable as far as it is known. */
    private static final class Known {
        private final int depth;
        private final String path;
        private final String type;
        private String text = "";
        private long value;
        private boolean holds;

        Known(int depth, String path, String type) {
            this.depth = depth;
            this.path = path;
            this.type = type;
        }
    }

    Player(Segment segment) {
        this.bytes = segment.plain();
        this.step = segment.first() - 1;
        this.end = segment.first() + segment.count();
        this.stop = segment.stop();
        this.begun = segment.first() == 0;
    }

    /** Plays on to the next statement, or to the end of the segment; returns false if it is there already. */
    boolean next() {
        if (step == end) {
            return false;
        }
        changed.clear();
        while (at < bytes.length) {
            long event = number();
            if (play((int) (event & Event.MASK), event >>> Event.BITS)) {
                step++;
                return true;
            }
        }
        step = end;
        return true;
    }

    /** Whether it was a statement. */
    private boolean play(int kind, long value) {
        switch (kind) {
            case Event.STATEMENT -> {
                stop += (int) Event.unfolded(value);
                return true;
            }
            case Event.CALL -> call((int) value);
            case Event.BACK -> back((int) value);
            case Event.NUMBER -> isNumber(known.get((int) value));
            case Event.TEXT -> isText(known.get((int) value));
            case Event.NAME -> name((int) value);
            case Event.MARK -> mark(value);
            default -> gone(known.get((int) value));
        }
        return false;
    }

    private void call(int to) {
        depth = to;
        forgetFrom(to);
    }

    private void back(int to) {
        depth = to;
        forgetFrom(to + 1);
        if (!begun) {
            begun = true;
            changed.clear();
        }
    }

    private void forgetFrom(int deep) {
        for (Known one : known) {
            if (one.depth >= deep) {
                gone(one);
            }
        }
    }

    private void gone(Known one) {
        one.holds = false;
        changed.remove(one);
    }

    private void isNumber(Known one) {
        one.value += Event.unfolded(number());
        is(one, Long.toString(one.value));
    }

    private void isText(Known one) {
        int kept = (int) number();
        is(one, one.text.substring(0, kept) + text());
    }

    private void is(Known one, String text) {
        one.text = text;
        one.holds = true;
        changed.add(one);
    }

    private void name(int number) {
        Known one = new Known((int) number() - 1, text(), text());
        if (number != known.size()) {
            throw new IllegalStateException("A trace names variable " + number + " after " + known.size());
        }
        known.stream()
                .filter(other -> other.depth == one.depth && other.path.equals(one.path))
                .forEach(this::gone);
        known.add(one);
    }

    private void mark(long passed) {
        micros += passed;
        kibibytes += Event.unfolded(number());
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    private String text() {
        int length = (int) number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    // ---------------------------------------------------------------- where it is

    /** Number of the statement that comes next; behind the last at the end. */
    long step() {
        return step;
    }

    int stop() {
        return stop;
    }

    int depth() {
        return depth;
    }

    long micros() {
        return micros;
    }

    long bytesTaken() {
        return kibibytes << 10;
    }

    /** All that is known. */
    List<TraceValue> values() {
        return shown(known);
    }

    /** What the statement before has changed. */
    List<TraceValue> changes() {
        return shown(changed);
    }

    private List<TraceValue> shown(Collection<Known> of) {
        return of.stream()
                .filter(one -> one.holds)
                .sorted(Comparator.comparingInt(one -> one.depth))
                .map(one -> new TraceValue(one.depth, one.path, one.type, one.text, changed.contains(one)))
                .toList();
    }
}
