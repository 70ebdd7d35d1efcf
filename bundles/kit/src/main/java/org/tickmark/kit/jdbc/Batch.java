package org.tickmark.kit.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;

/**
 * One statement run for many rows, sent to the database no more than {@value #FLUSH_AFTER} at a time. Used with try-with-resources and
 * ended by {@link #finish()}; rows that were added and never sent make {@link #close()} fail, so that a forgotten finish
 * does not lose them silently. For one thread.
 */
public final class Batch implements AutoCloseable {
    private static final int FLUSH_AFTER = 1000;
    private static final int NO_ROW_YET = -1;

    private final Rows rows;
    private int valuesPerRow = NO_ROW_YET;

    /** A batch whose rows go to the database in this way. */
    Batch(Rows rows) {
        this.rows = rows;
    }

    /**
     * Adds a row; sends the rows that wait when there are enough.
     *
     * @param values of the types that {@link Sql} names, as many as in the rows before
     */
    public Batch add(Object... values) throws SQLException {
        Object[] row = values == null ? new Object[] {null} : values;
        if (valuesPerRow == NO_ROW_YET) {
            valuesPerRow = row.length;
        } else if (valuesPerRow != row.length) {
            throw new IllegalArgumentException(
                    "Row of " + row.length + " values in a batch of rows of " + valuesPerRow);
        }
        rows.add(Collections.unmodifiableList(Arrays.asList(row)));
        if (rows.unsent() == FLUSH_AFTER) {
            rows.send();
        }
        return this;
    }

    /** Sends the rows that wait; returns how many rows the whole batch changed. */
    public long finish() throws SQLException {
        rows.send();
        return rows.changed();
    }

    /**
     * Sends the rows that wait; tells which rows changed something, by the order in which they were added, from 0. For updates and
     * deletes: inserts that are joined into one statement are not counted singly.
     */
    public BitSet finishEach() throws SQLException {
        finish();
        return rows.hits();
    }

    /**
     * Releases the statement.
     *
     * @throws SQLException also if rows were added and not sent
     */
    @Override
    public void close() throws SQLException {
        int lost = rows.unsent();
        rows.close();
        if (lost > 0) {
            throw new SQLException("Batch closed before finish(): " + lost + " rows were not sent");
        }
    }

    /** Gets the keys generated for rows, as they are sent. */
    @FunctionalInterface
    public interface Keys {
        /** Takes the keys of the next rows, in the order in which the rows were added. */
        void accept(long[] generated) throws SQLException;
    }
}
