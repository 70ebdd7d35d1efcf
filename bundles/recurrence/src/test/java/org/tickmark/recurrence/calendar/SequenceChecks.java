package org.tickmark.recurrence.calendar;

import java.util.List;
import java.util.Random;
import org.tickmark.recurrence.Sequence;

/** Holds a sequence against the list of its elements. */
final class SequenceChecks {
    private SequenceChecks() {}

    /**
     * Asks every question at and around every element and at random seconds.
     *
     * @param elements all elements up to the limit, ascending
     */
    static void check(Sequence sequence, List<Long> elements, long limit, Random random) {
        for (int index = 0; index < elements.size(); index++) {
            expect("nth", index, sequence.nth(index), elements.get(index));
            for (long around = -1; around <= 1; around++) {
                checkAt(sequence, elements, elements.get(index) + around, limit);
            }
        }
        expect("nth", -1, sequence.nth(-1), Sequence.NONE);
        for (int round = 0; round < 20 && !elements.isEmpty(); round++) {
            long first = elements.get(0) - 1_000_000;
            checkAt(sequence, elements, first + (long) (random.nextDouble() * (limit - first)), limit);
        }
    }

    private static void checkAt(Sequence sequence, List<Long> elements, long second, long limit) {
        int after = countBelow(elements, second);
        int notAfter = countBelow(elements, second + 1);
        long next = sequence.next(second);
        if (after < elements.size()) {
            expect("next", second, next, elements.get(after));
        } else {
            expect("next", second, next == Sequence.NONE || next >= limit ? Sequence.NONE : next, Sequence.NONE);
        }
        if (second < limit) {
            expect("count before", second, sequence.countBefore(second), after);
            long previous = notAfter == 0 ? Sequence.NONE : elements.get(notAfter - 1);
            expect("previous", second, sequence.previous(second), previous);
            expect("contains", second, sequence.contains(second) ? 1 : 0, notAfter - after);
        }
    }

    private static void expect(String question, long asked, long answer, long expected) {
        if (answer != expected) {
            throw new AssertionError(question + " " + asked + ": " + answer + ", expected " + expected);
        }
    }

    private static int countBelow(List<Long> elements, long second) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (elements.get(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
