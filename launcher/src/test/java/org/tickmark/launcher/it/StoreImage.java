package org.tickmark.launcher.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything that a night leaves in the database, but for what differs between two nights that came to the same: generated
 * keys, for which what they stand for is told, and the times at which something was done. A column that is new in a table is in the
 * image at once.
 */
final class StoreImage {
    private static final Set<String> TIMES =
            Set.of("at", "found_at", "finished_at", "made_at", "applied_at", "known_from");

    /** Tables whose rows must be the same, each with the rows that count. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("unit", "TRUE"),
            Map.entry("account", "TRUE"),
            Map.entry("statement", "TRUE"),
            Map.entry("statement_source", "TRUE"),
            Map.entry("entry", "TRUE"),
            Map.entry("entry_source", "TRUE"),
            Map.entry("entry_detail", "TRUE"),
            Map.entry("import_definition", "TRUE"),
            Map.entry("import_file", "TRUE"),
            Map.entry("recon_group", "TRUE"),
            Map.entry("recon_rule", "TRUE"),
            Map.entry("recon_match", "TRUE"),
            Map.entry("recon_match_entry", "TRUE"),
            Map.entry("event", "topic LIKE 'import.%'"),
            Map.entry("audit", "stream IN ('import', 'books')"),
            Map.entry("batch_run", "state = 'RUNNING'"));

    private final Connection connection;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    private StoreImage(Connection connection) {
        this.connection = connection;
    }

    /** The rows of every table, in order; the database must not be open elsewhere. */
    static Map<String, List<String>> of(Path data) throws SQLException {
        return read(data, connection -> new StoreImage(connection).image());
    }

    /** How many night runs came to their end. */
    static int nightsFinished(Path data) throws SQLException {
        return read(data, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM batch_run WHERE state = 'FINISHED'")) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        });
    }

    /** What is read from a database. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Connection connection) throws SQLException;
    }

    /** What is read from the database in this folder, which must not be open elsewhere. */
    static <T> T read(Path data, Reader<T> reader) throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("tickmark") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r"
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url);
                Statement close = connection.createStatement()) {
            T read = reader.read(connection);
            // The database remembers that it is not closed with its last connection.
            close.execute("SHUTDOWN");
            return read;
        }
    }

    private Map<String, List<String>> image() throws SQLException {
        name("account_id", "SELECT id, unit_code || ' ' || code FROM account");
        name("file_id", "SELECT id, definition || ' ' || name FROM import_file");
        name("group_id", "SELECT id, name FROM recon_group");
        name("statement_id", """
                SELECT s.id, a.unit_code || ' ' || a.code || ' ' || s.statement_key
                FROM statement s JOIN account a ON a.id = s.account_id""");
        name("entry_id", """
                SELECT e.id, a.unit_code || ' ' || a.code || ' ' || e.identity || ' ' || e.ordinal
                FROM entry e JOIN account a ON a.id = e.account_id""");
        names.put("live_entry_id", names.get("entry_id"));
        nameMatches();
        Map<String, List<String>> image = new TreeMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            image.put(table.getKey(), rows(table.getKey(), table.getValue()));
        }
        return image;
    }

    /** What keys stand for. */
    private void name(String column, String query) throws SQLException {
        Map<String, String> name = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                name.put(rows.getString(1), rows.getString(2));
            }
        }
        names.put(column, name);
    }

    /** A match is told by the first of its entries. */
    private void nameMatches() throws SQLException {
        Map<String, String> entries = names.get("entry_id");
        Map<String, String> name = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT match_id, entry_id FROM recon_match_entry")) {
            while (rows.next()) {
                name.merge(rows.getString(1), entries.get(rows.getString(2)), StoreImage::first);
            }
        }
        names.put("match_id", name);
    }

    private static String first(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private List<String> rows(String table, String which) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table + " WHERE " + which)) {
            Map<String, UnaryOperator<String>> columns = columns(table, found.getMetaData());
            while (found.next()) {
                rows.add(row(found, columns));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet found, Map<String, UnaryOperator<String>> columns) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (Map.Entry<String, UnaryOperator<String>> column : columns.entrySet()) {
            String value = found.getString(column.getKey());
            row.append(column.getKey()).append('=');
            row.append(value == null ? null : column.getValue().apply(value)).append(' ');
        }
        return row.toString();
    }

    private Map<String, UnaryOperator<String>> columns(String table, ResultSetMetaData about) throws SQLException {
        Map<String, UnaryOperator<String>> columns = new TreeMap<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String column = about.getColumnName(i);
            if (!isOwnToOneNight(column)) {
                columns.put(column, shown(table, column));
            }
        }
        if (table.equals("recon_match")) {
            columns.put("id", names.get("match_id")::get);
        }
        return columns;
    }

    /** Keys of rows that nothing else names them by, times, and what is made of them: the seal, the path with the key. */
    private static boolean isOwnToOneNight(String column) {
        return TIMES.contains(column)
                || Set.of("id", "run_id", "work_path", "number", "previous_hash", "hash")
                        .contains(column);
    }

    private UnaryOperator<String> shown(String table, String column) {
        if (column.equals("archived_as")) {
            return FolderImage::withoutDate;
        }
        if (column.equals("subject") && !table.equals("recon_match")) {
            return this::subject;
        }
        return names.containsKey(column) ? names.get(column)::get : UnaryOperator.identity();
    }

    private String subject(String subject) {
        String[] parts = subject.split("/", 2);
        return parts[0].equals("file") ? "file/" + names.get("file_id").get(parts[1]) : subject;
    }
}
