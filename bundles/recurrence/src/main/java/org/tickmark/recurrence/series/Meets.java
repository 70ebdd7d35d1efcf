package org.tickmark.recurrence.series;

import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.internal.ListSequence;

/**
 * Where two sequences, each of whose elements takes a fixed time, first meet on their common line. Looked for within one common
 * cycle; two evenly spaced ones are not gone through at all. One search an instance.
 */
final class Meets {
    private static final int STEPS_BEFORE_ARITHMETIC = 64;

    private final Beat one;
    private final Beat other;
    private final long cycle;
    private final long begin;
    private long askedFrom = Sequence.MAX + 1;
    private long found = Sequence.NONE;
    private boolean never;

    /** Of what is known never to meet. */
    static Meets never() {
        Beat nothing = new Beat(ListSequence.EMPTY, 1, 0);
        return new Meets(nothing, nothing, 1);
    }

    Meets(Beat one, Beat other, long cycle) {
        this.one = one;
        this.other = other;
        this.cycle = cycle;
        this.begin =
                Math.max(one.sequence().first(), other.sequence().first()) - Math.max(one.length(), other.length());
    }

    /**
     * A sequence with the time that its elements take.
     *
     * @param length seconds that every element takes, at least 1
     * @param step seconds between two elements; 0 where they are not evenly spaced
     */
    record Beat(Sequence sequence, long length, long step) {}

    /**
     * The first second, from the given one on, that an element of each shares; {@link Sequence#NONE} where there is none. Asked
     * about one second after another it goes through a cycle once.
     */
    long next(long from) {
        if (from < askedFrom || from > found) {
            found = search(from);
            askedFrom = from;
        }
        return found == Sequence.NONE ? found : Math.max(found, from);
    }

    private long search(long from) {
        if (never || one.sequence().first() == Sequence.NONE || other.sequence().first() == Sequence.NONE) {
            return Sequence.NONE;
        }
        long start = Math.max(from, begin);
        long limit = cycle > Sequence.MAX - start ? Sequence.MAX : start + cycle + one.length() + other.length();
        long first = searched(start, limit);
        never = first == Sequence.NONE;
        return first == Sequence.NONE ? first : Math.max(first, from);
    }

    private long searched(long from, long limit) {
        long second = one.sequence().next(from - one.length() + 1);
        for (int step = 0; second != Sequence.NONE && second <= limit; step++) {
            if (step == STEPS_BEFORE_ARITHMETIC && one.step() > 0 && other.step() > 0) {
                return calculated(second);
            }
            long facing = other.sequence().next(Math.max(second - other.length(), from - other.length()) + 1);
            if (facing == Sequence.NONE || facing < second + one.length()) {
                return facing == Sequence.NONE ? facing : Math.max(second, facing);
            }
            second = one.sequence().next(facing - one.length() + 1);
        }
        return Sequence.NONE;
    }

    /** The first meeting from an element of the first sequence on, by arithmetic. */
    private long calculated(long second) {
        long facing = other.sequence().next(second - other.length() + 1);
        if (facing == Sequence.NONE || facing < second) {
            return facing == Sequence.NONE ? facing : second;
        }
        long steps = Congruence.firstBetween(
                facing - second + other.length() - 1,
                other.step(),
                one.step(),
                0,
                Math.min(one.length() + other.length() - 2, one.step() - 1));
        if (steps == Congruence.NONE || steps > (Sequence.MAX - facing) / other.step()) {
            return Sequence.NONE;
        }
        long meeting = facing + steps * other.step();
        long before = one.sequence().previous(meeting);
        return before > meeting - one.length() ? meeting : one.sequence().next(meeting);
    }
}
