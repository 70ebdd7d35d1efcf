package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/** The times of a day that a sequence has on 1970-01-01, for one that has the same on all days. */
final class TimesOfSequence extends Times {
    private final Sequence sequence;
    private final long before;
    private final int size;

    TimesOfSequence(Sequence sequence) {
        this.sequence = sequence;
        before = sequence.countBefore(0);
        size = (int) (sequence.countBefore(Civil.DAY) - before);
    }

    @Override
    int size() {
        return size;
    }

    @Override
    int next(int second) {
        long hit = sequence.next(second);
        return hit >= Civil.DAY || hit < 0 ? NONE : (int) hit;
    }

    @Override
    int previous(int second) {
        long hit = sequence.previous(second);
        return hit < 0 ? NONE : (int) hit;
    }

    @Override
    int countBefore(int second) {
        return (int) (sequence.countBefore(second) - before);
    }

    @Override
    int nth(int index) {
        return (int) sequence.nth(before + index);
    }
}
