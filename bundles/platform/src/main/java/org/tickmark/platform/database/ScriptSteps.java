package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.tickmark.kit.jdbc.Sql;

/**
 * How far a script has come that is being applied: the table {@code schema_step} has a row for it until it stands in {@code
 * schema_history}. Where a script is one transaction nobody ever sees that row. H2 commits with every statement that defines
 * something, and just before it, so there the row tells which of these was the last to be begun; a process that finds it goes on
 * with that statement, which may have been carried out before the process before it was killed. For one thread.
 */
final class ScriptSteps {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS schema_step (
              bundle VARCHAR NOT NULL,
              number INTEGER NOT NULL,
              checksum VARCHAR NOT NULL,
              begun INTEGER NOT NULL,
              failed BOOLEAN NOT NULL,
              PRIMARY KEY (bundle, number))""";

    /** What is to be made is there already: tables, views, indexes, columns, sequences, constraints, schemas. */
    private static final Set<Integer> H2_THERE = Set.of(42101, 90038, 42111, 42121, 90035, 90045, 90078);
    /** What is to be dropped, renamed or changed is not there: tables, indexes, columns, sequences, views, constraints. */
    private static final Set<Integer> H2_GONE = Set.of(42102, 42103, 42104, 42112, 42122, 90036, 90037, 90057);

    private final Connection connection;
    private final String bundle;
    private final MigrationScript script;
    private final int first;
    private final boolean firstMayBeDone;

    private ScriptSteps(
            Connection connection, String bundle, MigrationScript script, int first, boolean firstMayBeDone) {
        this.connection = connection;
        this.bundle = bundle;
        this.script = script;
        this.first = first;
        this.firstMayBeDone = firstMayBeDone;
    }

    private record Left(int begun, boolean failed) {}

    /** The steps of a script, from where an earlier process left it; from the first if that left another text. */
    static ScriptSteps of(Connection connection, String bundle, MigrationScript script) throws SQLException {
        Left left = Sql.on(
                        connection,
                        "SELECT begun, failed FROM schema_step WHERE bundle = ? AND number = ? AND checksum = ?")
                .with(bundle, script.number(), script.checksum())
                .first(row -> new Left((int) row.number("begun"), row.flag("failed")))
                .orElse(new Left(0, true));
        return new ScriptSteps(connection, bundle, script, left.begun(), !left.failed());
    }

    /** The index of the statement to go on with. */
    int first() {
        return first;
    }

    /** A statement is about to be carried out, in the transaction that is open. */
    void begin(int index) throws SQLException {
        forget();
        Sql.on(
                        connection,
                        "INSERT INTO schema_step (bundle, number, checksum, begun, failed) VALUES (?, ?, ?, ?, FALSE)")
                .with(bundle, script.number(), script.checksum(), index)
                .update();
    }

    /** Whether a process that was killed may have carried a statement out. */
    boolean mayBeDone(int index) {
        return index == first && firstMayBeDone;
    }

    /** Whether a statement failed because it had been carried out before. */
    static boolean wasDone(String sql, SQLException failure) {
        boolean makes = sql.regionMatches(true, 0, "CREATE", 0, 6);
        boolean drops = sql.regionMatches(true, 0, "DROP", 0, 4);
        int code = failure.getErrorCode();
        return (!drops && H2_THERE.contains(code)) || (!makes && H2_GONE.contains(code));
    }

    /** A statement failed and its transaction is rolled back: it is not to be taken for one that was carried out. */
    void fail(int index) throws SQLException {
        Sql.on(connection, "UPDATE schema_step SET failed = TRUE WHERE bundle = ? AND number = ? AND begun = ?")
                .with(bundle, script.number(), index)
                .update();
        connection.commit();
    }

    /** The script has been applied. */
    void forget() throws SQLException {
        Sql.on(connection, "DELETE FROM schema_step WHERE bundle = ? AND number = ?")
                .with(bundle, script.number())
                .update();
    }
}
