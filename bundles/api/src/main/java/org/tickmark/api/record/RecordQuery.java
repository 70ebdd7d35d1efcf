package org.tickmark.api.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rows of a {@link RecordSource} to list.
 *
 * @param equal column name to the text its value must equal; a source refuses a column it does not have
 * @param limit how many rows at most, from 1 to {@link #MAX_LIMIT}
 * @param after continue after the row with this key, as the source's first column prints it; empty to start at the beginning
 */
public record RecordQuery(Map<String, String> equal, int limit, String after) {
    /** The most rows that one query may ask for. */
    public static final int MAX_LIMIT = 100_000;

    public RecordQuery {
        equal = Collections.unmodifiableSortedMap(new TreeMap<>(equal));
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + ": expected 1 to " + MAX_LIMIT);
        }
    }

    /** The first rows, without condition. */
    public static RecordQuery first(int limit) {
        return new RecordQuery(Map.of(), limit, "");
    }

    /** The same query with one more condition. */
    public RecordQuery where(String column, String value) {
        Map<String, String> conditions = new TreeMap<>(equal);
        conditions.put(column, value);
        return new RecordQuery(conditions, limit, after);
    }
}
