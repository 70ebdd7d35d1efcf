package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tickmark.kit.jdbc.Sql;

/** Counts what an H2 database holds. */
final class TableRows {
    private TableRows() {}

    /** The number of rows of each table. */
    static SortedMap<String, Long> of(Connection connection) throws SQLException {
        List<String> tables = Sql.on(
                        connection,
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .list(row -> row.text("table_name"));
        SortedMap<String, Long> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(table, of(connection, table));
        }
        return rows;
    }

    private static long of(Connection connection, String table) throws SQLException {
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        return Sql.on(connection, "SELECT COUNT(*) AS n FROM " + quoted).one(row -> row.number("n"));
    }
}
