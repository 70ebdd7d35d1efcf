package org.tickmark.script.debug;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.script.Breakpoint;

/** The breakpoints of a session. Changed by any thread, and looked up at each statement without a lock. */
final class Breakpoints {
    private final Stops stops;
    private List<Placed> all = List.of();
    private int numbers;
    /** The breakpoint at each stop of the program. */
    private volatile Placed[] byStop;

    Breakpoints(Stops stops) {
        this.stops = stops;
        this.byStop = new Placed[stops.count()];
    }

    /** Replaces those of a source; returns the new ones in their order. */
    synchronized List<Placed> replace(String source, List<Breakpoint> wanted) {
        List<Placed> placed = new ArrayList<>();
        for (Breakpoint breakpoint : wanted) {
            placed.add(new Placed(numbers + placed.size() + 1, breakpoint, stops.from(source, breakpoint.line())));
        }
        numbers += placed.size();
        List<Placed> next = new ArrayList<>(all);
        next.removeIf(standing -> standing.wanted().source().equals(source));
        next.addAll(placed);
        all = List.copyOf(next);
        byStop = indexed();
        return placed;
    }

    private Placed[] indexed() {
        Placed[] index = new Placed[stops.count()];
        for (Placed placed : all) {
            for (int stop = 0; stop < index.length; stop++) {
                if (placed.position().filter(stops.at(stop)::equals).isPresent()) {
                    index[stop] = placed;
                }
            }
        }
        return index;
    }

    synchronized List<Placed> all() {
        return all;
    }

    synchronized void clear() {
        all = List.of();
        byStop = indexed();
    }

    /** The breakpoint at a stop; null if there is none. */
    Placed at(int stop) {
        return byStop[stop];
    }
}
