package org.tickmark.api.record;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which rows of a {@link RecordSource} to list.
 *
 * @param equal column name to the text its value must equal; a source refuses a column it does not have
 * @param limit how many rows at most, from 1 to {@link #MAX_LIMIT}
 * @param after continue after the row with this key, as the source's first column prints it; empty to start at the beginning
 * @param order from which end
 * @param holding what one of the texts of a row must hold, in capitals or not; empty for any row
 */
public record RecordQuery(Map<String, String> equal, int limit, String after, Order order, String holding) {
    /** The most rows that one query may ask for. */
    public static final int MAX_LIMIT = 100_000;

    /** From which end rows come. */
    public enum Order {
        /** In the order of their keys. */
        FIRST_TO_LAST,
        /** Against it, as the newest come first where keys are numbers. */
        LAST_TO_FIRST
    }

    public RecordQuery {
        equal = Collections.unmodifiableSortedMap(new TreeMap<>(equal));
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(holding, "holding");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + ": expected 1 to " + MAX_LIMIT);
        }
    }

    /** Rows in the order of their keys, whatever they hold. */
    public RecordQuery(Map<String, String> equal, int limit, String after) {
        this(equal, limit, after, Order.FIRST_TO_LAST, "");
    }

    /** The first rows, without condition. */
    public static RecordQuery first(int limit) {
        return new RecordQuery(Map.of(), limit, "");
    }

    /** The same query with one more condition. */
    public RecordQuery where(String column, String value) {
        Map<String, String> conditions = new TreeMap<>(equal);
        conditions.put(column, value);
        return new RecordQuery(conditions, limit, after, order, holding);
    }

    /** The same query from the last row to the first. */
    public RecordQuery lastFirst() {
        return new RecordQuery(equal, limit, after, Order.LAST_TO_FIRST, holding);
    }

    /** The same query for rows that hold a text. */
    public RecordQuery holding(String text) {
        return new RecordQuery(equal, limit, after, order, text);
    }

    /** Whether rows are asked for in the order of their keys, whatever they hold. */
    public boolean isPlain() {
        return order == Order.FIRST_TO_LAST && holding.isEmpty();
    }
}
