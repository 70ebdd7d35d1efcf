package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches sets of positive amounts for those with one sum: first all of them, then all but one or one of them, then all but two or two of
 * them, and so on. Each step is searched to its end, or until the budget of steps is used up. For one thread.
 */
final class SubsetSearch {
    /** More than this need not be told apart: it is open which one is meant. */
    static final int MOST_SOLUTIONS = 2;

    private final long[] sizes;
    private final int[] rows;
    private final ExactSum total = new ExactSum();
    private final Budget budget;
    private final IntList chosen = new IntList();
    private final List<int[]> solutions = new ArrayList<>();

    /** How many choices may still be looked at. */
    static final class Budget {
        private int left;

        Budget(int choices) {
            left = choices;
        }

        boolean isUsedUp() {
            return left <= 0;
        }

        /** From now on not more than so many. */
        void limit(int most) {
            left = Math.min(left, most);
        }
    }

    /**
     * A search.
     *
     * @param set the rows, whose amounts are all positive or all negative, the largest size first
     */
    SubsetSearch(Snapshot rows, int[] set, Budget budget) {
        this.sizes =
                Arrays.stream(set).mapToLong(row -> Math.abs(rows.scaled(row))).toArray();
        this.rows = set;
        this.budget = budget;
        Arrays.stream(sizes).forEach(total::add);
    }

    /** How many rows are left out or taken at the most before all has been looked at. */
    int lastStep() {
        return sizes.length / 2;
    }

    /**
     * The sets of at least two rows with a sum that leave out so many rows or consist of so many; not more than {@link #MOST_SOLUTIONS}.
     *
     * @param step 0 for all rows; none are found beyond the last step
     * @param amount the sum, with the sign of the rows
     */
    List<int[]> find(int step, long amount) {
        solutions.clear();
        int count = sizes.length;
        long sum = Math.abs(amount);
        if (step > count / 2) {
            return List.of();
        }
        if (step > 1) {
            choose(0, step, sum, false);
        }
        if (count - step > Math.max(1, step)) {
            ExactSum rest = total.copy();
            rest.subtract(sum);
            if (step == 0 && rest.isZero()) {
                addSolution(true);
            } else if (step > 0 && rest.isLong() && rest.toLong() > 0) {
                choose(0, step, rest.toLong(), true);
            }
        }
        return List.copyOf(solutions);
    }

    /** Chooses so many of the amounts from a position on that have a sum. */
    private void choose(int from, int count, long sum, boolean leftOut) {
        for (int i = from; i <= sizes.length - count && !isOver(); i++) {
            budget.left--;
            if (sizes[i] < (sum - 1) / count + 1) {
                return;
            }
            if (count == 1 ? sizes[i] == sum : sizes[i] < sum) {
                chosen.add(i);
                if (count == 1) {
                    addSolution(leftOut);
                } else {
                    choose(i + 1, count - 1, sum - sizes[i], leftOut);
                }
                chosen.shrink(chosen.size() - 1);
            }
        }
    }

    private boolean isOver() {
        return budget.isUsedUp() || solutions.size() >= MOST_SOLUTIONS;
    }

    private void addSolution(boolean leftOut) {
        IntList set = new IntList();
        for (int i = 0; i < rows.length; i++) {
            if (chosen.contains(i) != leftOut) {
                set.add(rows[i]);
            }
        }
        set.sort();
        solutions.add(set.toArray());
    }

    /** How many sets are looked at in the steps from 0 to this one; {@link Chance#MANY} if that many or more. */
    long setsUpTo(int step) {
        long sets = 0;
        long choices = 1;
        int count = sizes.length;
        for (int i = 0; i <= Math.min(step, lastStep()); i++) {
            sets += (i > 1 ? choices : 0) + (count - i > Math.max(1, i) ? choices : 0);
            if (sets >= Chance.MANY) {
                return Chance.MANY;
            }
            choices = choices * (count - i) / (i + 1);
        }
        return sets;
    }

    /** How far the sums of so many of the amounts are spread; of none, how large the sum of all is. At least 1. */
    long span(int step) {
        ExactSum span = new ExactSum();
        for (int i = 0; i < Math.min(step, lastStep()); i++) {
            span.add(sizes[i]);
            span.subtract(sizes[sizes.length - 1 - i]);
        }
        ExactSum spread = step == 0 ? total : span;
        return spread.isLong() ? Math.max(1, spread.toLong()) : Long.MAX_VALUE;
    }
}
