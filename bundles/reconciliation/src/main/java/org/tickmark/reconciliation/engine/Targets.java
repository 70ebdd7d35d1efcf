package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;

/** Rows that may be sums, each with the pool of rows that it may be a sum of. For one thread. */
final class Targets {
    private final Snapshot rows;
    private final boolean oneDay;
    private final int fewest;
    private final List<Target> targets = new ArrayList<>();

    /**
     * No targets yet.
     *
     * @param oneDay whether a sum is made of rows of one day and one wording only
     * @param fewest rows that a pool has at least
     */
    Targets(Snapshot rows, boolean oneDay, int fewest) {
        this.rows = rows;
        this.oneDay = oneDay;
        this.fewest = fewest;
    }

    /** A row that may be a sum of some of the pool, with which it has the key in common. */
    private record Target(int row, int key, Pool pool) {}

    /** Takes a target. */
    @FunctionalInterface
    interface Consumer {
        void accept(int key, int row, Pool pool);
    }

    /** Adds rows of one side that may be sums of rows of the other, both in ascending order. */
    void add(int key, IntList ones, IntList many) {
        if (many.size() >= fewest) {
            Pool pool = new Pool(rows, many.toArray(), oneDay);
            for (int i = 0; i < ones.size(); i++) {
                targets.add(new Target(ones.get(i), key, pool));
            }
        }
    }

    /** Tells the targets in the order of rows, each once. */
    void forEach(Consumer consumer) {
        targets.sort((left, right) -> Integer.compare(left.row, right.row));
        int i = 0;
        while (i < targets.size()) {
            Target target = targets.get(i++);
            while (i < targets.size() && targets.get(i).row == target.row) {
                target = merge(target, targets.get(i++));
            }
            consumer.accept(target.key, target.row, target.pool);
        }
    }

    private Target merge(Target one, Target other) {
        int key = ReferenceKey.saysMore(rows, other.key, one.key) ? other.key : one.key;
        return new Target(one.row, key, one.pool == other.pool ? one.pool : one.pool.and(other.pool));
    }
}
