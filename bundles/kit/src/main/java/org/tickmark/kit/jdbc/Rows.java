package org.tickmark.kit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a batch's rows to the database: as a batch of the driver; or, of inserts into H2, {@value #JOINED} at a time in one statement of as many rows,
 * which the driver of PostgreSQL does by itself and that of H2 does not. For one thread.
 */
final class Rows implements AutoCloseable {
    private static final int JOINED = 50;

    /** An insert of one row of placeholders and constants. */
    private static final Pattern INSERT = Pattern.compile(
            "\\s*INSERT\\s.*\\sVALUES\\s*(\\([?,'\\w\\s]+\\))\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;
    private final String text;
    private final Optional<Generated> generated;
    private final PreparedStatement single;
    private final Optional<String> joinedText;
    private final List<List<Object>> waiting = new ArrayList<>();
    private final BitSet hits = new BitSet();
    private PreparedStatement joined;
    private int unsent;
    private int sent;
    private long changed;

    /** Rows for a statement. */
    Rows(Connection connection, String text, Optional<Generated> generated) throws SQLException {
        this.connection = connection;
        this.text = text;
        this.generated = generated;
        this.single = prepared(text);
        this.joinedText = joinedText();
    }

    /**
     * The keys that an insert generates.
     *
     * @param column their column
     * @param keys gets them
     */
    record Generated(String column, Batch.Keys keys) {}

    private Optional<String> joinedText() throws SQLException {
        Matcher insert = INSERT.matcher(text);
        return connection.getMetaData().getDatabaseProductName().equals("H2") && insert.matches()
                ? Optional.of(text + (", " + insert.group(1)).repeat(JOINED - 1))
                : Optional.empty();
    }

    private PreparedStatement prepared(String statement) throws SQLException {
        return generated.isPresent()
                ? connection.prepareStatement(
                        statement, new String[] {generated.get().column()})
                : connection.prepareStatement(statement);
    }

    /** Takes a row, and sends as many as make a statement. */
    void add(List<Object> row) throws SQLException {
        unsent++;
        if (joinedText.isEmpty()) {
            addSingle(row);
            return;
        }
        waiting.add(row);
        if (unsent == JOINED) {
            sendJoined();
        }
    }

    private void addSingle(List<Object> row) throws SQLException {
        Values.bind(single, 0, row);
        single.addBatch();
    }

    private void sendJoined() throws SQLException {
        if (joined == null) {
            joined = prepared(joinedText.orElseThrow());
        }
        unsent = 0;
        int bound = 0;
        for (List<Object> row : waiting) {
            Values.bind(joined, bound, row);
            bound += row.size();
        }
        waiting.clear();
        int count = joined.executeUpdate();
        hits.set(sent, sent + count);
        sent += count;
        changed += count;
        tellKeys(joined, count);
    }

    /** Sends the rows that were added and not sent. */
    void send() throws SQLException {
        if (unsent == 0) {
            return;
        }
        unsent = 0;
        for (List<Object> row : waiting) {
            addSingle(row);
        }
        waiting.clear();
        int before = sent;
        for (int count : single.executeBatch()) {
            // A driver that joins rows into one statement does not count them singly.
            changed += count >= 0 ? count : 1;
            hits.set(sent++, count != 0);
        }
        tellKeys(single, sent - before);
    }

    private void tellKeys(PreparedStatement statement, int rows) throws SQLException {
        if (generated.isPresent()) {
            generated.get().keys().accept(keys(statement, rows));
        }
    }

    private static long[] keys(PreparedStatement statement, int rows) throws SQLException {
        long[] generated = new long[rows];
        int count = 0;
        try (ResultSet found = statement.getGeneratedKeys()) {
            while (found.next()) {
                if (count < rows) {
                    generated[count] = found.getLong(1);
                }
                count++;
            }
        }
        if (count != rows) {
            throw new SQLException("Expected " + rows + " generated keys, found " + count
                    + "; each row of such a batch must insert exactly one row");
        }
        return generated;
    }

    /** How many rows were added and not sent. */
    int unsent() {
        return unsent;
    }

    /** How many rows were changed. */
    long changed() {
        return changed;
    }

    /** Which of the rows sent changed something, from 0. */
    BitSet hits() {
        return hits;
    }

    @Override
    public void close() throws SQLException {
        waiting.clear();
        try (single) {
            if (joined != null) {
                joined.close();
            }
        }
    }
}
