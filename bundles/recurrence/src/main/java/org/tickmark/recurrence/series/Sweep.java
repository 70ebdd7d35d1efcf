package org.tickmark.recurrence.series;

import java.util.Optional;

/**
 * Goes through two tracks in the order of time, leaping over what cannot meet, until two spans meet. One search a sweep.
 */
final class Sweep {
    private final Side one;
    private final Side other;
    private final long from;
    private long position;

    /** From the second on; what is over by then does not matter. */
    Sweep(Track one, Track other, long from) {
        this.one = new Side(one, from);
        this.other = new Side(other, from);
        this.from = from;
        this.position = from;
    }

    /** Two spans that meet, of the one and the other track. */
    record Pair(Span one, Span other) {
        /** The first second that they share. */
        long start() {
            return Math.max(one.start(), other.start());
        }

        /** The second after the last one that they share. */
        long end() {
            return Math.min(one.end(), other.end());
        }
    }

    /** The first pair that meets, by the second at which it does; empty when none does before the limit. */
    Optional<Pair> next(long limit) {
        return next(limit, Integer.MAX_VALUE);
    }

    /** As {@link #next(long)}, but after so many spans it gives up, with nothing that meets before {@link #position()}. */
    Optional<Pair> next(long limit, int most) {
        for (int spans = 0; spans < most && !isDone() && position < limit; spans++) {
            boolean oneIsNext = one.isBefore(other);
            Side side = oneIsNext ? one : other;
            Side facing = oneIsNext ? other : one;
            Span span = side.next;
            position = span.start();
            Span met = facing.latest != null && facing.latest.end() > span.start() ? facing.latest : null;
            side.take(facing);
            if (met != null && Math.min(met.end(), span.end()) > from) {
                return Optional.of(oneIsNext ? new Pair(span, met) : new Pair(met, span));
            }
        }
        return Optional.empty();
    }

    /** The second up to which it has gone. */
    long position() {
        return position;
    }

    /** Whether no two spans can meet any more. */
    boolean isDone() {
        return one.isOver(other) || other.isOver(one);
    }

    /** One track: the span that comes next and the one, of those that came, that lasts longest. */
    private static final class Side {
        private final Track track;
        private Span next;
        private Span latest;

        Side(Track track, long from) {
            this.track = track;
            this.next = track.from(from - track.longest() + 1).orElse(null);
        }

        boolean isBefore(Side facing) {
            return facing.next == null || (next != null && next.start() <= facing.next.start());
        }

        /** Whether nothing of this side is left that something to come of the facing side could meet. */
        boolean isOver(Side facing) {
            return next == null && (latest == null || facing.next == null || latest.end() <= facing.next.start());
        }

        /** Takes the next span and finds the one after it that may meet something. */
        void take(Side facing) {
            Span taken = next;
            if (latest == null || taken.end() > latest.end()) {
                latest = taken;
            }
            next = track.after(taken).orElse(null);
            boolean idle = next != null && (facing.latest == null || facing.latest.end() <= next.start());
            if (idle && facing.next != null && next.start() + track.longest() <= facing.next.start()) {
                next = track.from(facing.next.start() - track.longest() + 1).orElse(null);
            }
        }
    }
}
