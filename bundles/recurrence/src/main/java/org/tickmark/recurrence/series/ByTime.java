package org.tickmark.recurrence.series;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.tickmark.recurrence.series.Sweep.Pair;

/** The pairs of two tracks that meet within a range, in the order in which they do, found as they are asked for. */
final class ByTime extends AbstractSpliterator<Pair> {
    static final Comparator<Pair> BY_START = Comparator.comparingLong(Pair::start)
            .thenComparing(pair -> pair.one().slot())
            .thenComparing(pair -> pair.other().slot());

    private final Track track;
    private final Track facing;
    private final long start;
    private final long end;
    private final PriorityQueue<Pair> found = new PriorityQueue<>(BY_START);
    private Optional<Span> next;

    ByTime(Track track, Track facing, long start, long end) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.track = track;
        this.facing = facing;
        this.start = start;
        this.end = end;
        this.next = track.from(start - track.longest() + 1);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Pair> action) {
        while (mayGiveTheNextPair()) {
            findPairs(next.get());
            next = track.after(next.get());
        }
        Pair first = found.poll();
        if (first != null) {
            action.accept(first);
        }
        return first != null;
    }

    /** No span meets anything before it begins, nor do those after it. */
    private boolean mayGiveTheNextPair() {
        return next.isPresent()
                && next.get().start() < end
                && (found.isEmpty() || next.get().start() <= found.peek().start());
    }

    private void findPairs(Span span) {
        if (span.end() > start) {
            facing.within(Math.max(span.start(), start), Math.min(span.end(), end))
                    .forEach(met -> found.add(new Pair(span, met)));
        }
    }
}
