package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.jdbc.Sql;

/**
 * Brings the tables of bundles up to date and remembers in {@code schema_history} what it ran. One bundle, and over all
 * nodes one process, at a time. Each script is one transaction; H2 however commits every statement that defines something
 * by itself, so that a script which was cut off there is taken up where it was ({@link ScriptSteps}).
 */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Migrator.class);

    private static final String HISTORY_TABLE = """
        CREATE TABLE IF NOT EXISTS schema_history (
          bundle VARCHAR NOT NULL,
          number INTEGER NOT NULL,
          name VARCHAR NOT NULL,
          checksum VARCHAR NOT NULL,
          applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
          PRIMARY KEY (bundle, number))\
        """;

    private final Store store;
    private final Clock clock;

    public Migrator(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Runs the scripts of a bundle that were not run before.
     *
     * @param bundle symbolic name of the owner
     * @throws TickmarkException with code {@code migration.<why>} if the scripts do not continue what was applied, or one
     *     of them fails; {@code store.unavailable} if the database cannot be reached
     */
    public synchronized void migrate(String bundle, List<MigrationScript> scripts) {
        List<MigrationScript> ordered = inOrder(bundle, scripts);
        try (Connection connection = store.ownConnection()) {
            excludeOtherNodes(connection);
            execute(connection, HISTORY_TABLE);
            execute(connection, ScriptSteps.TABLE);
            applyPending(connection, bundle, ordered);
        } catch (SQLException e) {
            throw StoreProblems.of(e, store.url());
        }
    }

    /** Until the connection is closed. An H2 database is open in one process only. */
    private void excludeOtherNodes(Connection connection) throws SQLException {
        if (store.dialect() == Dialect.POSTGRESQL) {
            AdvisoryLock.take(connection, "migration");
        }
    }

    private static List<MigrationScript> inOrder(String bundle, List<MigrationScript> scripts) {
        List<MigrationScript> ordered = scripts.stream()
                .sorted(Comparator.comparingInt(MigrationScript::number))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            MigrationScript script = ordered.get(i);
            if (script.number() != i + 1) {
                throw refused("order", bundle, script.fileName(), "%03d_*.sql".formatted(i + 1))
                        .exception();
            }
        }
        return ordered;
    }

    private void applyPending(Connection connection, String bundle, List<MigrationScript> scripts) throws SQLException {
        List<Applied> applied = applied(connection, bundle);
        for (int i = 0; i < applied.size(); i++) {
            applied.get(i).requireSame(bundle, i < scripts.size() ? scripts.get(i) : null);
        }
        List<MigrationScript> pending = scripts.subList(applied.size(), scripts.size());
        for (MigrationScript script : pending) {
            apply(connection, bundle, script);
        }
        if (store.dialect() == Dialect.H2 && !pending.isEmpty()) {
            KeyBlocks.widen(connection);
        }
    }

    /** The scripts applied, by number; they run from 1 without a gap, since only such are applied. */
    private static List<Applied> applied(Connection connection, String bundle) throws SQLException {
        return Sql.on(connection, "SELECT number, name, checksum FROM schema_history WHERE bundle = ? ORDER BY number")
                .with(bundle)
                .list(row -> new Applied((int) row.number("number"), row.text("name"), row.text("checksum")));
    }

    private void apply(Connection connection, String bundle, MigrationScript script) throws SQLException {
        List<SqlScript.Statement> statements = statements(bundle, script);
        connection.setAutoCommit(false);
        ScriptSteps steps = ScriptSteps.of(connection, bundle, script);
        int index = steps.first();
        try {
            for (; index < statements.size(); index++) {
                steps.begin(index);
                run(connection, bundle, script, statements.get(index), steps.mayBeDone(index));
            }
            steps.forget();
            remember(connection, bundle, script);
            connection.commit();
        } catch (SQLException | TickmarkException e) {
            giveUp(connection, steps, index, e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        LOG.info("Database of {}: applied {}", bundle, script.fileName());
    }

    private static void giveUp(Connection connection, ScriptSteps steps, int index, Exception why) {
        try {
            connection.rollback();
            steps.fail(index);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static List<SqlScript.Statement> statements(String bundle, MigrationScript script) {
        try {
            return SqlScript.split(script.text());
        } catch (IllegalArgumentException e) {
            throw problem("unterminated", place(bundle, script.fileName()))
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private void run(
            Connection connection,
            String bundle,
            MigrationScript script,
            SqlScript.Statement statement,
            boolean mayBeDone) {
        try {
            execute(connection, statement.sql());
        } catch (SQLException e) {
            if (mayBeDone && ScriptSteps.wasDone(statement.sql(), e)) {
                return;
            }
            throw problem("failed", place(bundle, script.fileName()) + ":" + statement.line())
                    .found(StoreProblems.brief(e))
                    .advice(adviceOnFailure())
                    .exception(e);
        }
    }

    private Message adviceOnFailure() {
        return MESSAGES.message(
                store.dialect() == Dialect.H2 ? "migration.failed.advice.H2" : "migration.failed.advice.POSTGRESQL");
    }

    private void remember(Connection connection, String bundle, MigrationScript script) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO schema_history (bundle, number, name, checksum, applied_at) VALUES (?, ?, ?, ?,"
                                + " ?)")
                .with(bundle, script.number(), script.name(), script.checksum(), clock.instant())
                .update();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Problem.Builder refused(String why, String bundle, String fileName, String expected) {
        return problem(why, place(bundle, fileName))
                .expected(expected)
                .advice(MESSAGES.message("migration." + why + ".advice"));
    }

    private static Problem.Builder problem(String why, String place) {
        return Problem.error("migration." + why, MESSAGES.message("migration." + why))
                .where(place);
    }

    private static String place(String bundle, String fileName) {
        return bundle + "/db/" + fileName;
    }

    /** A row of {@code schema_history}. */
    private record Applied(int number, String name, String checksum) {
        /** Lets the migration go on only if this is the script of that number; {@code script} is null for none. */
        private void requireSame(String bundle, MigrationScript script) {
            String fileName = "%03d_%s.sql".formatted(number, name);
            if (script == null) {
                throw refused("missing", bundle, fileName, fileName).exception();
            }
            if (!checksum.equals(script.checksum())) {
                throw refused("changed", bundle, script.fileName(), "SHA-256 " + checksum)
                        .found("SHA-256 " + script.checksum())
                        .exception();
            }
        }
    }
}
