package org.tickmark.script.crmscript.library;

import java.util.Comparator;

/**
 * Sorts so that equal elements stay in order, whatever the comparison says: one by a script may contradict itself, which the JDK's own sorting
 * refuses. Asks only whether an element comes before another.
 */
final class MergeSort {
    private MergeSort() {}

    static void sort(Object[] values, Comparator<Object> order) {
        Object[] from = values.clone();
        Object[] to = values;
        int rounds = 0;
        for (long width = 1; width < values.length; width *= 2) {
            for (long start = 0; start < values.length; start += 2 * width) {
                int middle = (int) Math.min(start + width, values.length);
                merge(from, to, (int) start, middle, (int) Math.min(start + 2 * width, values.length), order);
            }
            Object[] swapped = from;
            from = to;
            to = swapped;
            rounds++;
        }
        if (rounds > 0 && from != values) {
            System.arraycopy(from, 0, values, 0, values.length);
        }
    }

    private static void merge(Object[] from, Object[] to, int start, int middle, int end, Comparator<Object> order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeRight = left == middle || (right < end && order.compare(from[right], from[left]) < 0);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }
}
