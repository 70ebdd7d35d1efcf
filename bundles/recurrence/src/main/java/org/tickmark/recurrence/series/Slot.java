package org.tickmark.recurrence.series;

/**
 * An occurrence as two seconds: when it begins and which moment names it. Ordered by the first, then by the second.
 *
 * @param start second at which it begins
 * @param original second that names it
 */
record Slot(long start, long original) implements Comparable<Slot> {
    /** Before every slot that begins at that second. */
    static Slot before(long start) {
        return new Slot(start, Long.MIN_VALUE);
    }

    @Override
    public int compareTo(Slot other) {
        int byStart = Long.compare(start, other.start);
        return byStart != 0 ? byStart : Long.compare(original, other.original);
    }
}
