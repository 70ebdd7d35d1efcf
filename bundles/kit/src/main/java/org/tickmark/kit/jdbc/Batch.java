package org.tickmark.kit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;

/**
 * One statement run for many rows, sent to the database {@value #FLUSH_AFTER} at a time. Used with try-with-resources and
 * ended by {@link #finish()}; rows that were added and never sent make {@link #close()} fail, so that a forgotten finish
 * does not lose them silently. For one thread.
 */
public final class Batch implements AutoCloseable {
    private static final int FLUSH_AFTER = 1000;
    private static final int NO_ROW_YET = -1;

    private final PreparedStatement statement;
    private final Keys keys;
    private int valuesPerRow = NO_ROW_YET;
    private int pending;
    private int sent;
    private long changed;
    private final BitSet hits = new BitSet();

    Batch(PreparedStatement statement) {
        this(statement, null);
    }

    /** A batch that tells generated keys; {@code keys} is null for none. */
    Batch(PreparedStatement statement, Keys keys) {
        this.statement = statement;
        this.keys = keys;
    }

    /**
     * Adds a row; sends the rows that wait when there are {@value #FLUSH_AFTER}.
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
        Values.bind(statement, Collections.unmodifiableList(Arrays.asList(row)));
        statement.addBatch();
        pending++;
        if (pending == FLUSH_AFTER) {
            flush();
        }
        return this;
    }

    /** Sends the rows that wait; returns how many rows the whole batch changed. */
    public long finish() throws SQLException {
        if (pending > 0) {
            flush();
        }
        return changed;
    }

    /**
     * Sends the rows that wait; tells which rows changed something, by the order in which they were added, from 0. For updates and
     * deletes: a driver that joins inserts into one statement does not count them singly.
     */
    public BitSet finishEach() throws SQLException {
        finish();
        return hits;
    }

    /**
     * Releases the statement.
     *
     * @throws SQLException also if rows were added and not sent
     */
    @Override
    public void close() throws SQLException {
        statement.close();
        if (pending > 0) {
            int lost = pending;
            pending = 0;
            throw new SQLException("Batch closed before finish(): " + lost + " rows were not sent");
        }
    }

    private void flush() throws SQLException {
        int flushed = pending;
        pending = 0;
        for (int count : statement.executeBatch()) {
            // A driver that joins rows into one statement does not count them singly.
            changed += count >= 0 ? count : 1;
            hits.set(sent++, count != 0);
        }
        if (keys != null) {
            keys.accept(generated(flushed));
        }
    }

    private long[] generated(int sent) throws SQLException {
        long[] generated = new long[sent];
        int count = 0;
        try (ResultSet rows = statement.getGeneratedKeys()) {
            while (rows.next()) {
                if (count < sent) {
                    generated[count] = rows.getLong(1);
                }
                count++;
            }
        }
        if (count != sent) {
            throw new SQLException("Expected " + sent + " generated keys, found " + count
                    + "; each row of such a batch must insert exactly one row");
        }
        return generated;
    }

    /** Gets the keys generated for the rows of one flush. */
    @FunctionalInterface
    public interface Keys {
        /** Takes the keys, in the order in which the rows were added. */
        void accept(long[] generated) throws SQLException;
    }
}
