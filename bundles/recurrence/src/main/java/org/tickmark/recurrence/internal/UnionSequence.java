package org.tickmark.recurrence.internal;

import java.util.List;
import org.tickmark.recurrence.Sequence;

/** The seconds of either of two sequences. Counts are those of the two less those in both. */
public final class UnionSequence implements Sequence {
    private final Sequence left;
    private final Sequence right;
    private final Common common;

    private UnionSequence(Sequence left, Sequence right) {
        this.left = left;
        this.right = right;
        common = new Common(left, right);
    }

    /** The union of any number of sequences. */
    public static Sequence of(List<Sequence> sequences) {
        Sequence union = ListSequence.EMPTY;
        for (Sequence sequence : sequences) {
            union = union == ListSequence.EMPTY ? sequence : new UnionSequence(union, sequence);
        }
        return union;
    }

    @Override
    public long next(long atOrAfter) {
        long a = left.next(atOrAfter);
        long b = right.next(atOrAfter);
        return a == NONE ? b : b == NONE ? a : Math.min(a, b);
    }

    @Override
    public long previous(long atOrBefore) {
        return Math.max(left.previous(atOrBefore), right.previous(atOrBefore));
    }

    @Override
    public long countBefore(long second) {
        return left.countBefore(second) + right.countBefore(second) - common.countBefore(second);
    }

    @Override
    public long nth(long index) {
        long high = upperBound(index);
        if (high == NONE) {
            return NONE;
        }
        long low = MIN;
        while (low < high) {
            long middle = (low + high) >> 1;
            if (countBefore(middle + 1) > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A second not before the one with the given index, or {@link #NONE} if there is no such one. */
    private long upperBound(long index) {
        if (index < 0) {
            return NONE;
        }
        long a = left.nth(index);
        long b = right.nth(index);
        if (a != NONE && b != NONE) {
            return Math.min(a, b);
        }
        long either = Math.max(a, b);
        long last = last();
        return either == NONE && last != NONE && countBefore(last + 1) > index ? last : either;
    }

    @Override
    public boolean isEndless() {
        return left.isEndless() || right.isEndless();
    }

    /** The seconds in both. */
    private static final class Common extends BlockCounted {
        private final Sequence left;
        private final Sequence right;

        Common(Sequence left, Sequence right) {
            super(Math.max(MIN, Math.max(left.first(), right.first())));
            this.left = left;
            this.right = right;
        }

        @Override
        public long next(long atOrAfter) {
            long hit = left.next(atOrAfter);
            while (hit != NONE) {
                long other = right.next(hit);
                if (other == hit || other == NONE) {
                    return other;
                }
                hit = left.next(other);
            }
            return NONE;
        }

        @Override
        public long previous(long atOrBefore) {
            long hit = left.previous(atOrBefore);
            while (hit != NONE) {
                long other = right.previous(hit);
                if (other == hit || other == NONE) {
                    return other;
                }
                hit = left.previous(other);
            }
            return NONE;
        }

        @Override
        long countIn(long fromInclusive, long toExclusive) {
            long count = 0;
            for (long hit = next(fromInclusive); hit != NONE && hit < toExclusive; hit = next(hit + 1)) {
                count++;
            }
            return count;
        }

        @Override
        long nthFrom(long fromInclusive, long index) {
            long hit = next(fromInclusive);
            for (long i = 0; i < index; i++) {
                hit = next(hit + 1);
            }
            return hit;
        }
    }
}
