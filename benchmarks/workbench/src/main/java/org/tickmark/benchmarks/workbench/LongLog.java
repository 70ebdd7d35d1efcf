package org.tickmark.benchmarks.workbench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts a long log beside the newest run straight into the database of a program that does not run: no script may write that much. */
final class LongLog {
    /** As the program opens its own. */
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private LongLog() {}

    static void write(Path data, int lines) throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("tickmark") + OPTIONS;
        try (Connection connection = DriverManager.getConnection(url, "", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                insert into run_log (run_id, number, written_at, severity, line)
                select (select max(id) from run_history), 1000 + "X", current_timestamp,
                    case when mod("X", 1000) = 0 then 'WARNING' else 'INFO' end,
                    rpad('Row ' || "X" || ' of the ledger was read', %d, ' and')
                from system_range(1, %d)\
                """.formatted(Extent.LINE_LENGTH, lines));
            // The database was told to stay open without connections, and would be this process's.
            statement.execute("shutdown");
        }
    }
}
