package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/** The part of a sequence between two seconds, both included. */
public final class Window implements Sequence {
    /** Up to how many elements it is cheaper to walk to the last one than to make what numbers are looked up in. */
    private static final int FEW = 16;

    private final Sequence whole;
    private final long from;
    private final long to;
    private final boolean ends;

    private Window(Sequence whole, long from, long to, boolean ends) {
        this.whole = whole;
        this.from = from;
        this.to = to;
        this.ends = ends;
    }

    /** The sequence without what is before a second. */
    public static Sequence from(long firstInclusive, Sequence whole) {
        return new Window(whole, firstInclusive, MAX, false);
    }

    /** The sequence without what is after a second; it ends there. */
    public static Sequence until(long lastInclusive, Sequence whole) {
        return new Window(whole, MIN, Math.min(lastInclusive, MAX), true);
    }

    /** The first elements of the sequence; it ends with them. */
    public static Sequence ofFirst(long elements, Sequence whole) {
        long last = elements <= FEW ? walked(elements, whole) : whole.nth(elements - 1);
        return last == NONE ? until(MAX, whole) : until(last, whole);
    }

    private static long walked(long elements, Sequence whole) {
        long last = whole.first();
        for (long i = 1; i < elements && last != NONE; i++) {
            last = whole.next(last + 1);
        }
        return last;
    }

    @Override
    public long next(long atOrAfter) {
        long hit = whole.next(Math.max(atOrAfter, from));
        return hit > to ? NONE : hit;
    }

    @Override
    public long previous(long atOrBefore) {
        long hit = whole.previous(Math.min(atOrBefore, to));
        return hit < from ? NONE : hit;
    }

    @Override
    public long countBefore(long second) {
        if (second <= from) {
            return 0;
        }
        return whole.countBefore(second > to ? to + 1 : second) - whole.countBefore(from);
    }

    @Override
    public long nth(long index) {
        if (index < 0) {
            return NONE;
        }
        long hit = whole.nth(whole.countBefore(from) + index);
        return hit > to ? NONE : hit;
    }

    @Override
    public boolean isEndless() {
        return !ends && whole.isEndless() && first() != NONE;
    }
}
