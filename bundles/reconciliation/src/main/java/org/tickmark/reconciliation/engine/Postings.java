package org.tickmark.reconciliation.engine;

/** For each key the rows that hold it, in ascending order. Keys that one row alone holds lead nowhere and are left out. Immutable. */
final class Postings {
    private final int[] starts;
    private final int[] rows;

    private Postings(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /** The rows of each key of one kind. */
    static Postings of(Keys keys, int rowCount, int keyCount) {
        int[] starts = new int[keyCount + 1];
        for (int row = 0; row < rowCount; row++) {
            for (int i = keys.start(row); i < keys.end(row); i++) {
                starts[keys.key(i) + 1]++;
            }
        }
        for (int key = 0; key < keyCount; key++) {
            int count = starts[key + 1];
            starts[key + 1] = starts[key] + (count > 1 ? count : 0);
        }
        int[] rows = new int[starts[keyCount]];
        int[] next = starts.clone();
        for (int row = 0; row < rowCount; row++) {
            for (int i = keys.start(row); i < keys.end(row); i++) {
                int key = keys.key(i);
                if (starts[key + 1] > starts[key]) {
                    rows[next[key]++] = row;
                }
            }
        }
        return new Postings(starts, rows);
    }

    int keyCount() {
        return starts.length - 1;
    }

    /** How many rows hold a key; 0 if only one does. */
    int count(int key) {
        return starts[key + 1] - starts[key];
    }

    int start(int key) {
        return starts[key];
    }

    int end(int key) {
        return starts[key + 1];
    }

    int row(int position) {
        return rows[position];
    }
}
