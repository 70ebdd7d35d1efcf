package org.tickmark.script.debug;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.script.ScriptPosition;

/** A breakpoint in its place, which counts how often it is reached. Counted by the thread that carries the run on. */
final class Placed {
    private final int number;
    private final Breakpoint wanted;
    private final Optional<ScriptPosition> position;
    private final LongPredicate counts;
    private long hits;

    Placed(int number, Breakpoint wanted, Optional<ScriptPosition> position) {
        this.number = number;
        this.wanted = wanted;
        this.position = position;
        this.counts = Hits.of(wanted.hits());
    }

    Breakpoint wanted() {
        return wanted;
    }

    Optional<ScriptPosition> position() {
        return position;
    }

    /** Counts a time that it is reached and its condition holds; returns whether this time is meant. */
    boolean hit() {
        hits++;
        return counts.test(hits);
    }

    PlacedBreakpoint shown() {
        return new PlacedBreakpoint(number, wanted, position);
    }
}
