package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Sorts rows with a key in common by amount, and links those that could be pairs. Used again for key after key, by one thread. */
final class Buckets {
    /** Leaves the sign out of the number of an amount. */
    private static final int SIGN = 1;

    private final Snapshot rows;
    private final IntUnaryOperator numbers;
    private final IntList members = new IntList();
    private final IntList left = new IntList();
    private final IntList right = new IntList();
    private long[] packed = new long[16];
    private int size;

    Buckets(Snapshot rows) {
        this(rows, rows::amountId);
    }

    /** Buckets that take other amounts of rows than those booked; of each a number that is not negative. */
    Buckets(Snapshot rows, IntUnaryOperator numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    /** Gathers the rows of a key that represent their class. */
    IntList members(Postings postings, int key, OpenClasses classes) {
        members.clear();
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int row = postings.row(i);
            if (classes.represents(row)) {
                members.add(row);
            }
        }
        return members;
    }

    /** Takes the rows of the two sides that could be pairs, each side in the order of dates. */
    @FunctionalInterface
    interface Linker {
        void link(IntList left, IntList right);
    }

    /** Links each bank row with the ledger rows of its amount. */
    void linkAcross(IntList bucket, Linker linker) {
        sort(bucket, 0, bucket.size());
        for (int from = 0; from < size; from = end(from, 0)) {
            link(from, end(from, 0), rows::isBank, linker);
        }
    }

    /** Links each row with the rows of the opposite amount on its own side. */
    void linkWithin(IntList bucket, Linker linker) {
        int bankEnd = 0;
        while (bankEnd < bucket.size() && rows.isBank(bucket.get(bankEnd))) {
            bankEnd++;
        }
        linkOpposites(bucket, 0, bankEnd, linker);
        linkOpposites(bucket, bankEnd, bucket.size(), linker);
    }

    private void linkOpposites(IntList bucket, int start, int end, Linker linker) {
        sort(bucket, start, end);
        for (int from = 0; from < size; from = end(from, SIGN)) {
            link(from, end(from, SIGN), row -> rows.scaled(row) > 0, linker);
        }
    }

    /** Orders a part of a bucket by amount and then by number, which within a side is the order of dates. */
    private void sort(IntList bucket, int start, int end) {
        size = end - start;
        if (size > packed.length) {
            packed = new long[size * 2];
        }
        for (int i = 0; i < size; i++) {
            int row = bucket.get(start + i);
            packed[i] = AmountIndex.pack(numbers.applyAsInt(row), row);
        }
        Arrays.sort(packed, 0, size);
    }

    /** Where the stretch ends whose amounts have the same number without its lowest bits. */
    private int end(int from, int bitsLeftOut) {
        int number = AmountIndex.number(packed[from]) >> bitsLeftOut;
        int to = from + 1;
        while (to < size && AmountIndex.number(packed[to]) >> bitsLeftOut == number) {
            to++;
        }
        return to;
    }

    private void link(int from, int to, IntPredicate isLeft, Linker linker) {
        if (to - from < 2) {
            return;
        }
        left.clear();
        right.clear();
        for (int i = from; i < to; i++) {
            int row = AmountIndex.row(packed[i]);
            (isLeft.test(row) ? left : right).add(row);
        }
        if (!left.isEmpty() && !right.isEmpty()) {
            linker.link(left, right);
        }
    }
}
