package org.tickmark.reconciliation.engine;

/** The numbers of one kind, such as of keys, that belong to each row, in the order found. Immutable. */
final class Keys {
    private final int[] starts;
    private final int[] keys;

    Keys(int[] starts, int[] keys) {
        this.starts = starts;
        this.keys = keys;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int key(int position) {
        return keys[position];
    }

    int count(int row) {
        return starts[row + 1] - starts[row];
    }

    boolean isEmpty(int row) {
        return starts[row] == starts[row + 1];
    }

    boolean has(int row, int key) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    /** Whether two rows hold a key in common. */
    boolean share(int left, int right) {
        return countShared(left, right) > 0;
    }

    /** How many keys two rows hold in common. */
    int countShared(int left, int right) {
        int count = 0;
        for (int i = starts[left]; i < starts[left + 1]; i++) {
            if (has(right, keys[i])) {
                count++;
            }
        }
        return count;
    }

    /**
     * How many rows hold each key.
     *
     * @param keyCount how many keys there are
     */
    int[] counts(int keyCount) {
        int[] counts = new int[keyCount];
        for (int key : keys) {
            counts[key]++;
        }
        return counts;
    }

    /** Collects the keys of rows in the order they come, and gives them out in another. */
    static final class Builder {
        private final IntList starts = new IntList();
        private final IntList keys = new IntList();

        void addRow(IntList rowKeys) {
            starts.add(keys.size());
            for (int i = 0; i < rowKeys.size(); i++) {
                keys.add(rowKeys.get(i));
            }
        }

        /** The keys, row {@code i} being the one that came as {@code order[i]}. */
        Keys inOrder(int[] order) {
            starts.add(keys.size());
            int[] orderedStarts = new int[order.length + 1];
            int[] orderedKeys = new int[keys.size()];
            int position = 0;
            for (int row = 0; row < order.length; row++) {
                orderedStarts[row] = position;
                for (int i = starts.get(order[row]); i < starts.get(order[row] + 1); i++) {
                    orderedKeys[position++] = keys.get(i);
                }
            }
            orderedStarts[order.length] = position;
            return new Keys(orderedStarts, orderedKeys);
        }
    }
}
