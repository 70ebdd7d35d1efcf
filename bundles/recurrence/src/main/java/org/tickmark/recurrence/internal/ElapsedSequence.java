package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/** Every n-th second from a start on. */
public final class ElapsedSequence {
    private ElapsedSequence() {}

    /** Every so many seconds, at least 1, from the given one on. */
    public static Sequence of(long start, long interval) {
        return new UnitSequence(1, Math.min(interval, Sequence.MAX), start, Times.of(0), StepCycle.all());
    }
}
