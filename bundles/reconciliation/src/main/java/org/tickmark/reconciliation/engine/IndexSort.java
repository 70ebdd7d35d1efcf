package org.tickmark.reconciliation.engine;

/** A stable merge sort of row numbers by an order of their rows; linear where they are in order already. */
final class IndexSort {
    private static final int INSERTION = 12;

    private IndexSort() {}

    /** An order of rows, without boxing. */
    @FunctionalInterface
    interface Order {
        int compare(int left, int right);
    }

    static void sort(int[] index, Order order) {
        if (!isSorted(index, order)) {
            sort(index.clone(), index, 0, index.length, order);
        }
    }

    private static boolean isSorted(int[] index, Order order) {
        for (int i = 1; i < index.length; i++) {
            if (order.compare(index[i - 1], index[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Sorts {@code from..to} of the target; both arrays hold the same there when it begins. */
    private static void sort(int[] source, int[] target, int from, int to, Order order) {
        if (to - from <= INSERTION) {
            insert(target, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(target, source, from, middle, order);
        sort(target, source, middle, to, order);
        if (order.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && order.compare(source[left], source[right]) <= 0);
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private static void insert(int[] target, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int moving = target[i];
            int place = i;
            while (place > from && order.compare(target[place - 1], moving) > 0) {
                target[place] = target[place - 1];
                place--;
            }
            target[place] = moving;
        }
    }
}
