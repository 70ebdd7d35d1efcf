package org.tickmark.recurrence.internal;

import java.util.stream.LongStream;
import org.tickmark.recurrence.Sequence;

/** Seconds written out one by one. */
public final class ListSequence implements Sequence {
    /** No seconds. */
    public static final Sequence EMPTY = new ListSequence(new long[0], false);

    private final long[] seconds;
    private final boolean endless;

    private ListSequence(long[] seconds, boolean endless) {
        this.seconds = seconds;
        this.endless = endless;
    }

    /** The given seconds, in any order and with any repetition; those outside the supported range are left out. */
    public static Sequence of(LongStream seconds) {
        return new ListSequence(
                seconds.filter(second -> second >= MIN && second <= MAX)
                        .sorted()
                        .distinct()
                        .toArray(),
                false);
    }

    /** An endless sequence, or an empty one, with the few elements that the supported range holds written out. */
    static Sequence ofEndless(Sequence sequence) {
        long[] seconds = LongStream.iterate(
                        sequence.first(), second -> second != NONE, second -> sequence.next(second + 1))
                .toArray();
        return new ListSequence(seconds, seconds.length > 0);
    }

    @Override
    public long next(long atOrAfter) {
        int index = Longs.countBefore(seconds, seconds.length, atOrAfter);
        return index < seconds.length ? seconds[index] : NONE;
    }

    @Override
    public long previous(long atOrBefore) {
        int index = Longs.countBefore(seconds, seconds.length, Math.min(atOrBefore, MAX) + 1);
        return index > 0 ? seconds[index - 1] : NONE;
    }

    @Override
    public long countBefore(long second) {
        return Longs.countBefore(seconds, seconds.length, second);
    }

    @Override
    public long nth(long index) {
        return index >= 0 && index < seconds.length ? seconds[(int) index] : NONE;
    }

    @Override
    public boolean isEndless() {
        return endless;
    }
}
