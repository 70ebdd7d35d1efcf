package org.tickmark.scheduler.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.tickmark.scheduler.dispatch.SteppedNode;

/** A database in memory with the tables of the scheduler, on one connection that all nodes share in turn. */
final class Database implements AutoCloseable {
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=512";
    private static final List<String> SCRIPTS =
            List.of("001_scheduler", "002_kept", "003_reading", "004_due_by_key", "005_definition_in_task");

    /** Those that others refer to come last. */
    private static final List<String> TABLES = List.of(
            "task_kept",
            "task_revision",
            "task_pause",
            "task_follows",
            "task_arrival",
            "task_state",
            "due",
            "run",
            "run_lock",
            "run_turn",
            "run_starter",
            "run_request",
            "run_history",
            "run_log",
            "node",
            "scheduler",
            "task",
            "placement");

    private final Connection connection;

    Database() throws SQLException {
        this.connection = new org.h2.Driver().connect("jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS, new Properties());
        for (String script : SCRIPTS) {
            run(script(script));
        }
        connection.setAutoCommit(false);
    }

    private static String script(String name) {
        try (InputStream script = SteppedNode.class.getResourceAsStream("/db/" + name + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Empties all tables, and lets keys begin anew. */
    void clear() throws SQLException {
        for (String table : TABLES) {
            run("delete from " + table);
        }
        for (String table : List.of("task", "placement", "node")) {
            run("alter table " + table + " alter column id restart with 1");
        }
        run("alter sequence run_number restart with 1");
        run("insert into scheduler (id, identity, held, reason) values (1, 'sim', false, '')");
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
