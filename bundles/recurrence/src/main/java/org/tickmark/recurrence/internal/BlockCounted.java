package org.tickmark.recurrence.internal;

import java.util.Arrays;
import org.tickmark.recurrence.Sequence;

/**
 * A sequence without a closed form for its counts. It keeps how many elements there are before each block of 16 days, as far
 * as it was asked, and counts inside a block anew each time.
 */
abstract class BlockCounted implements Sequence {
    private static final long BLOCK = 16L * Civil.DAY;

    private final long origin;
    /** Before each block; longer arrays replace it, equal as far as both go. */
    private volatile long[] before = {0};

    /** @param origin nothing before it is an element */
    BlockCounted(long origin) {
        this.origin = origin;
    }

    /** How many elements there are in a stretch that lies in one block. */
    abstract long countIn(long fromInclusive, long toExclusive);

    /** The element with an index counted from the given second; there is one, not more than a block away. */
    abstract long nthFrom(long fromInclusive, long index);

    @Override
    public final long countBefore(long second) {
        if (second <= origin) {
            return 0;
        }
        long until = Math.min(second, MAX + 1);
        int block = (int) ((until - origin) / BLOCK);
        return table(block + 1)[block] + countIn(origin + block * BLOCK, until);
    }

    @Override
    public final long nth(long index) {
        if (index < 0) {
            return NONE;
        }
        int most = (int) ((MAX - origin) / BLOCK) + 2;
        long[] table = before;
        while (table[table.length - 1] <= index) {
            if (table.length >= most) {
                return NONE;
            }
            table = table(Math.min(table.length + 1, most));
        }
        int block = Longs.countBefore(table, table.length, index + 1) - 1;
        return nthFrom(origin + block * BLOCK, index - table[block]);
    }

    @Override
    public final boolean isEndless() {
        return first() != NONE;
    }

    private long[] table(int length) {
        long[] table = before;
        if (length <= table.length) {
            return table;
        }
        int known = table.length;
        table = Arrays.copyOf(table, Math.max(length, known + known / 2));
        for (int block = known; block < table.length; block++) {
            long start = origin + (block - 1) * BLOCK;
            table[block] = table[block - 1] + (start > MAX ? 0 : countIn(start, Math.min(start + BLOCK, MAX + 1)));
        }
        before = table;
        return table;
    }
}
