package org.tickmark.api.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows under columns. A row holds one value a column, of the column's type or null for none. Immutable.
 *
 * @param columns the columns, in the order shown
 * @param rows the rows, in the order shown
 */
public record Table(List<Column> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Row of " + row.size() + " values under " + columns.size() + " columns");
            }
        }
    }

    /** Starts a table under these columns. */
    public static Builder under(Column... columns) {
        return new Builder(List.of(columns));
    }

    /** Starts a table under these columns. */
    public static Builder under(List<Column> columns) {
        return new Builder(columns);
    }

    /** Collects the rows of a {@link Table}; one thread at a time. */
    public static final class Builder {
        private final List<Column> columns;
        private final List<List<Object>> rows = new ArrayList<>();

        private Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        /** Adds a row; a value may be null. */
        public Builder row(Object... values) {
            rows.add(Collections.unmodifiableList(Arrays.asList(values.clone())));
            return this;
        }

        /** The table. */
        public Table build() {
            return new Table(columns, rows);
        }
    }
}
