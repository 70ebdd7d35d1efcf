package org.tickmark.script.crmscript.value;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.tickmark.api.CancelToken;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptUsage;

/**
 * Counts what a run uses, and ends it when it uses too much.
 *
 * <p><b>Steps</b> are counted down from a slice; when it is used up, the clock and the cancel token are looked at. <b>Memory</b> is counted up at each
 * allocation, freed or not. When that exceeds the limit, what is still reached is weighed, and the count goes on from there. What was allocated
 * since the statement began counts as reached, since it may be held by an expression that is half evaluated.
 */
public final class Meter {
    /** Steps between two looks at the clock. */
    private static final int SLICE = 2_000;
    /** Characters or entries that are moved in one step. */
    private static final int MOVED_PER_STEP = 100;
    /** Values that are weighed in one step. */
    private static final int WEIGHED_PER_STEP = 2;

    private static final int TEXT_OVERHEAD = 40;

    private final ScriptLimits limits;
    private final CancelToken cancel;
    private final Clock clock;
    private final Consumer<Consumer<Object>> roots;

    private long fuel;
    private long slice;
    private long before;

    private long allocated;
    private long mark;
    private long peak;
    private long written;

    private Duration spent = Duration.ZERO;
    private Instant since;

    /**
     * A meter at zero.
     *
     * @param roots hands over all values that the run reaches by its variables
     */
    public Meter(ScriptCall call, Consumer<Consumer<Object>> roots) {
        this.limits = call.limits();
        this.cancel = call.cancel();
        this.clock = call.clock();
        this.since = clock.instant();
        this.roots = roots;
    }

    /** Time counts from now on. */
    public void resume() {
        since = clock.instant();
        look();
    }

    /** Time counts no longer. */
    public void rest() {
        spent = time();
        since = clock.instant();
    }

    private Duration time() {
        Duration more = Duration.between(since, clock.instant());
        return more.isNegative() ? spent : spent.plus(more);
    }

    // ---------------------------------------------------------------- steps

    /** Counts a step. */
    public void step() {
        if (--fuel < 0) {
            look();
        }
    }

    /** Counts steps; to be called before the work is done, or while it is. */
    public void work(long steps) {
        fuel -= steps;
        if (fuel < 0) {
            look();
        }
    }

    /** Counts the moving of characters or entries. */
    public void move(long number) {
        work(number / MOVED_PER_STEP);
    }

    private void look() {
        before += slice - fuel;
        slice = 0;
        fuel = 0;
        if (cancel.isCancelled()) {
            throw Stop.cancelled();
        }
        if (before > limits.steps()) {
            throw Stop.limit(Stop.Why.STEPS, String.valueOf(limits.steps()));
        }
        if (time().compareTo(limits.time()) > 0) {
            throw Stop.limit(Stop.Why.TIME, limits.time().toString());
        }
        slice = Math.min(SLICE, limits.steps() - before);
        fuel = slice;
    }

    // ---------------------------------------------------------------- memory

    /** The bytes that a text of that length takes. */
    public static long textBytes(long length) {
        return TEXT_OVERHEAD + 2 * length;
    }

    /** Counts a text of that length, before it is made, and the work of making it. */
    public void text(long length) {
        move(length);
        bytes(textBytes(length));
    }

    /** Counts bytes, before they are allocated. */
    public void bytes(long number) {
        allocated += number;
        if (allocated > limits.memory()) {
            weigh();
        }
    }

    /** A statement begins: what was allocated before it and is not reached any more is free. */
    public void mark() {
        mark = allocated;
    }

    private void weigh() {
        long recent = allocated - mark;
        if (recent <= limits.memory()) {
            mark = reached();
            allocated = mark + recent;
            peak = Math.max(peak, allocated);
        }
        if (allocated > limits.memory()) {
            throw Stop.limit(Stop.Why.MEMORY, String.valueOf(limits.memory()));
        }
    }

    private long reached() {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        Consumer<Object> visitor = value -> {
            if (value instanceof Weighed || value instanceof CharSequence) {
                if (seen.add(value instanceof Text text ? text.memory() : value)) {
                    open.push(value);
                }
            }
        };
        roots.accept(visitor);
        long bytes = 0;
        for (long number = 0; !open.isEmpty(); number++) {
            if (number % (WEIGHED_PER_STEP * 100L) == 0) {
                work(100);
            }
            Object value = open.pop();
            bytes += value instanceof Weighed weighed ? weighed.weigh(visitor) : Text.bytes((CharSequence) value);
        }
        return bytes;
    }

    // ---------------------------------------------------------------- the rest

    /** Counts characters, before they are written. */
    public void written(long characters) {
        written += characters;
        move(characters);
        if (written > limits.output()) {
            throw Stop.limit(Stop.Why.OUTPUT, String.valueOf(limits.output()));
        }
    }

    /** Checks how many calls are inside one another. */
    public void depth(int depth) {
        if (depth > limits.depth()) {
            throw Stop.limit(Stop.Why.DEPTH, String.valueOf(limits.depth()));
        }
    }

    public ScriptUsage usage() {
        return new ScriptUsage(before + slice - Math.max(fuel, 0), spent, Math.max(peak, allocated), written);
    }
}
