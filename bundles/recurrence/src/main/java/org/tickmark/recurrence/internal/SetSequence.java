package org.tickmark.recurrence.internal;

import java.util.stream.LongStream;
import org.tickmark.recurrence.Sequence;

/** A sequence with single seconds added and removed; removing wins. */
public final class SetSequence implements Sequence {
    private final Sequence base;
    /** Those the base does not have. */
    private final long[] added;
    /** Those the base has. */
    private final long[] removed;
    /** For each removed second the first of the base after it that is not removed, or {@link #NONE}. */
    private final long[] keptAfter;
    /** For each removed second the last of the base before it that is not removed, or {@link #NONE}. */
    private final long[] keptBefore;

    private final boolean endless;

    private SetSequence(Sequence base, long[] added, long[] removed) {
        this.base = base;
        this.added = added;
        this.removed = removed;
        keptAfter = keptAfter();
        keptBefore = keptBefore();
        endless = base.isEndless();
    }

    /** The seconds of the base and the added ones, without the removed ones. */
    public static Sequence of(Sequence base, LongStream added, LongStream removed) {
        long[] without = removed.sorted().distinct().toArray();
        long[] extra = added.filter(second -> !base.contains(second) && !isIn(without, second))
                .filter(second -> second >= MIN && second <= MAX)
                .sorted()
                .distinct()
                .toArray();
        long[] taken = LongStream.of(without).filter(base::contains).toArray();
        return extra.length + taken.length == 0 ? base : new SetSequence(base, extra, taken);
    }

    private static boolean isIn(long[] seconds, long second) {
        int index = Longs.countBefore(seconds, seconds.length, second);
        return index < seconds.length && seconds[index] == second;
    }

    private long[] keptAfter() {
        long[] kept = new long[removed.length];
        for (int i = removed.length - 1; i >= 0; i--) {
            long next = base.next(removed[i] + 1);
            boolean isRemoved = i + 1 < removed.length && next == removed[i + 1];
            kept[i] = isRemoved ? kept[i + 1] : next;
        }
        return kept;
    }

    private long[] keptBefore() {
        long[] kept = new long[removed.length];
        for (int i = 0; i < removed.length; i++) {
            long previous = base.previous(removed[i] - 1);
            boolean isRemoved = i > 0 && previous == removed[i - 1];
            kept[i] = isRemoved ? kept[i - 1] : previous;
        }
        return kept;
    }

    @Override
    public long next(long atOrAfter) {
        long hit = base.next(atOrAfter);
        int index = Longs.countBefore(removed, removed.length, hit);
        if (index < removed.length && removed[index] == hit) {
            hit = keptAfter[index];
        }
        int extra = Longs.countBefore(added, added.length, atOrAfter);
        if (extra == added.length) {
            return hit;
        }
        return hit == NONE ? added[extra] : Math.min(hit, added[extra]);
    }

    @Override
    public long previous(long atOrBefore) {
        long from = Math.min(atOrBefore, MAX);
        long hit = base.previous(from);
        int index = Longs.countBefore(removed, removed.length, hit);
        if (index < removed.length && removed[index] == hit) {
            hit = keptBefore[index];
        }
        int extra = Longs.countBefore(added, added.length, from + 1);
        return extra == 0 ? hit : Math.max(hit, added[extra - 1]);
    }

    @Override
    public long countBefore(long second) {
        return base.countBefore(second)
                - Longs.countBefore(removed, removed.length, second)
                + Longs.countBefore(added, added.length, second);
    }

    @Override
    public long nth(long index) {
        if (index < 0) {
            return NONE;
        }
        int extras = addedUpTo(index);
        if (extras > 0 && countBefore(added[extras - 1]) == index) {
            return added[extras - 1];
        }
        return nthKept(index - extras);
    }

    /** How many of the added seconds have an index up to the given one. */
    private int addedUpTo(long index) {
        int low = 0;
        int high = added.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (countBefore(added[middle]) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The second of the base with the given index among those that are not removed. */
    private long nthKept(long index) {
        int low = 0;
        int high = removed.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (base.countBefore(removed[middle]) - middle <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return base.nth(index + low);
    }

    @Override
    public boolean isEndless() {
        return endless;
    }
}
