package org.tickmark.platform.database;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows a database that was put back from a backup held when it was opened, before anything else was done to it. Immutable. */
public final class RestoredRows {
    private final SortedMap<String, Long> rows;

    RestoredRows(SortedMap<String, Long> rows) {
        this.rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** The number of rows by table. */
    public SortedMap<String, Long> byTable() {
        return rows;
    }
}
