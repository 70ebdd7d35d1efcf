package org.tickmark.recurrence.series;

import org.tickmark.recurrence.Sequence;

/**
 * A sequence with every element moved by the same time. What the move takes out of the supported range is left out.
 *
 * @param given the sequence before the move
 * @param offset seconds by which its elements are moved
 */
record Moved(Sequence given, long offset) implements Sequence {
    static Sequence by(long offset, Sequence given) {
        return offset == 0 ? given : new Moved(given, offset);
    }

    @Override
    public long next(long atOrAfter) {
        return atOrAfter > MAX ? NONE : moved(given.next(Math.max(atOrAfter, MIN) - offset));
    }

    @Override
    public long previous(long atOrBefore) {
        return atOrBefore < MIN ? NONE : moved(given.previous(Math.min(atOrBefore, MAX) - offset));
    }

    @Override
    public long countBefore(long second) {
        return given.countBefore(Math.min(Math.max(second, MIN), MAX + 1) - offset) - given.countBefore(MIN - offset);
    }

    @Override
    public long nth(long index) {
        return index < 0 ? NONE : moved(given.nth(given.countBefore(MIN - offset) + index));
    }

    @Override
    public boolean isEndless() {
        return given.isEndless();
    }

    private long moved(long element) {
        return element == NONE || element + offset < MIN || element + offset > MAX ? NONE : element + offset;
    }
}
