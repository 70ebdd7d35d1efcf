package org.tickmark.benchmarks.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tickmark.api.host.Transactions;

/**
 * Rows taken out of the tables that importing fills, to be put into the same tables again by nothing but prepared inserts in batches: as fast
 * as the database takes them.
 */
final class Ceiling {
    /** In the order in which they refer to one another. */
    private static final List<String> TABLES = List.of("unit", "account", "statement", "entry", "entry_detail");

    private static final int BATCH = 1_000;

    private final List<Rows> tables;

    private Ceiling(List<Rows> tables) {
        this.tables = tables;
    }

    /** The rows of a table, and the insert that takes them. */
    private record Rows(String insert, List<Object[]> rows) {}

    /** What is in the tables of a database. */
    static Ceiling of(Transactions transactions) {
        return transactions.reading(tx -> {
            List<Rows> tables = new ArrayList<>();
            for (String table : TABLES) {
                tables.add(rows(tx.connection(), table));
            }
            return new Ceiling(tables);
        });
    }

    private static Rows rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData about = found.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                columns.add(about.getColumnName(column));
            }
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = found.getObject(column + 1);
                }
                rows.add(row);
            }
            String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return new Rows(
                    "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + places + ")", rows);
        }
    }

    /** Puts all rows into the same tables of another database, in one transaction; returns how long that took. */
    long insertNanos(Transactions transactions) {
        long start = System.nanoTime();
        transactions.inTransaction(tx -> {
            for (Rows table : tables) {
                insert(tx.connection(), table);
            }
            return null;
        });
        return System.nanoTime() - start;
    }

    private static void insert(Connection connection, Rows table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            int pending = 0;
            for (Object[] row : table.rows()) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if (++pending % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
