package org.tickmark.benchmarks.scheduling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.Transactions;
import org.tickmark.benchmarks.kit.Database;

/**
 * What the database allows: a loop on one connection that claims a hundred of Tickmark's runs in one transaction and ends them in the
 * next, with the same rows but without anything that a scheduler needs beyond. It ends when nothing is left, so the drain is all it can do.
 */
final class BareLoop implements Engine {
    private static final int BATCH = 100;

    private final Tally tally;
    private final TickmarkEngine tickmark;
    private final Thread thread = new Thread(this::loop, "bare-loop");
    private volatile boolean stopping;

    private record Taken(long taskId, long runId, int number) {}

    BareLoop(Database database, Tally tally) throws Exception {
        this.tally = tally;
        this.tickmark = new TickmarkEngine(database, TickmarkEngine.Shape.RUNS, tally);
    }

    @Override
    public void store(int count, Instant at) {
        tickmark.store(count, at);
    }

    @Override
    public void start() {
        thread.start();
    }

    private void loop() {
        Transactions transactions = tickmark.transactions();
        List<Taken> taken = transactions.inTransaction(tx -> claim(tx.connection()));
        while (!taken.isEmpty() && !stopping) {
            List<Taken> ended = taken;
            ended.forEach(run -> tally.run(run.number()));
            transactions.inTransaction(tx -> finish(tx.connection(), ended));
            taken = transactions.inTransaction(tx -> claim(tx.connection()));
        }
    }

    private static List<Taken> claim(Connection connection) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select d.task_id, d.id, r.parameters from due d join run r on r.id = d.id
                    where d.due_at <= current_timestamp order by d.placement_id, d.due_at limit\
                    """ + " " + BATCH)) {
            while (rows.next()) {
                String number = rows.getString(3).replaceAll(".*\"number\":\"(\\d+)\".*", "$1");
                taken.add(new Taken(rows.getLong(1), rows.getLong(2), Integer.parseInt(number)));
            }
        }
        each(connection, "delete from due where id = ?", taken, (statement, run) -> statement.setLong(1, run.runId()));
        each(
                connection,
                "update run set state = 'RUNNING', node_id = 1, fence = id, claimed_at = current_timestamp where id ="
                        + " ?",
                taken,
                (statement, run) -> statement.setLong(1, run.runId()));
        return taken;
    }

    private static int finish(Connection connection, List<Taken> taken) throws SQLException {
        each(connection, "delete from run where id = ? and fence = ?", taken, (statement, run) -> {
            statement.setLong(1, run.runId());
            statement.setLong(2, run.runId());
        });
        each(connection, """
            insert into run_history (id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
              state, node_id, fence, claimed_at, ended_at, sent, received, summary)
            values (?, ?, 1, 'NOW', '-', 0, 1, current_timestamp, current_timestamp, 1, 'SUCCEEDED', 1, ?, current_timestamp,
              current_timestamp, 0, 0, 'counted')\
            """, taken, (statement, run) -> {
            statement.setLong(1, run.runId());
            statement.setLong(2, run.taskId());
            statement.setLong(3, run.runId());
        });
        return taken.size();
    }

    /** Sets the values of one row. */
    @FunctionalInterface
    private interface Row {
        void set(PreparedStatement statement, Taken run) throws SQLException;
    }

    private static void each(Connection connection, String sql, List<Taken> taken, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Taken run : taken) {
                row.set(statement, run);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public long unfinished() throws SQLException {
        return tickmark.unfinished();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tickmark.close();
    }
}
