package org.tickmark.recurrence.calendar;

import java.util.Arrays;
import java.util.Collection;
import org.tickmark.recurrence.Sequence;

/** Seconds that are listed, for tests. */
final class ListedSequence implements Sequence {
    private final long[] seconds;

    ListedSequence(Collection<Long> seconds) {
        this.seconds =
                seconds.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    @Override
    public long next(long atOrAfter) {
        return nth(countBefore(atOrAfter));
    }

    @Override
    public long previous(long atOrBefore) {
        return nth(countBefore(atOrBefore + 1) - 1);
    }

    @Override
    public long countBefore(long second) {
        int found = Arrays.binarySearch(seconds, second);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public long nth(long index) {
        return index < 0 || index >= seconds.length ? NONE : seconds[(int) index];
    }

    @Override
    public boolean isEndless() {
        return false;
    }
}
