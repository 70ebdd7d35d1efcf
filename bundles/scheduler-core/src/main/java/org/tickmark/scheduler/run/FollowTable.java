package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.tickmark.kit.jdbc.Sql;

/** Which task follows which, and what of it has ended: the tables {@code task_follows} and {@code task_arrival}. */
final class FollowTable {
    private FollowTable() {}

    /**
     * An edge of a chain.
     *
     * @param taskId the task that follows
     * @param parentId the task that it follows
     */
    record Edge(long taskId, long parentId) {}

    /**
     * A task that ended, of those that one waits for together.
     *
     * @param runId the run that ended
     * @param data what it passes on, JSON
     */
    record Arrival(long runId, String data) {}

    /** The edges that begin at these tasks. */
    static List<Edge> from(Connection connection, Collection<Long> parents) throws SQLException {
        return Sql.on(
                        connection,
                        "select task_id, parent_id from unnest(?) as k(id)"
                                + " join task_follows on parent_id = id order by task_id, parent_id")
                .with(Sql.longs(parents))
                .list(row -> new Edge(row.number("task_id"), row.number("parent_id")));
    }

    /** Holds these tasks until the transaction ends, so that of several that end together the last one sees the others. */
    static void hold(Connection connection, Collection<Long> tasks) throws SQLException {
        Sql.on(connection, "select id from task where id = any(?) order by id for update")
                .with(Sql.longs(tasks))
                .list(row -> row.number("id"));
    }

    /** Keeps that a task ended; a later end takes the place of an earlier one. */
    static void arrive(Connection connection, Edge edge, Arrival arrival) throws SQLException {
        int known = Sql.on(
                        connection, "update task_arrival set run_id = ?, data = ? where task_id = ? and parent_id = ?")
                .with(arrival.runId(), arrival.data(), edge.taskId(), edge.parentId())
                .update();
        if (known == 0) {
            Sql.on(connection, "insert into task_arrival (task_id, parent_id, run_id, data) values (?, ?, ?, ?)")
                    .with(edge.taskId(), edge.parentId(), arrival.runId(), arrival.data())
                    .update();
        }
    }

    /** What has ended, in the order in which it did; empty unless it is all that the task waits for. */
    static List<Arrival> complete(Connection connection, long task) throws SQLException {
        long missing = Sql.on(connection, """
            select count(*) as missing from task_follows f
            where f.task_id = ? and not exists
              (select 1 from task_arrival a where a.task_id = f.task_id and a.parent_id = f.parent_id)\
            """).with(task).one(row -> row.number("missing"));
        if (missing > 0) {
            return List.of();
        }
        List<Arrival> arrivals = Sql.on(
                        connection, "select run_id, data from task_arrival where task_id = ? order by run_id")
                .with(task)
                .list(row -> new Arrival(row.number("run_id"), row.text("data")));
        Sql.on(connection, "delete from task_arrival where task_id = ?")
                .with(task)
                .update();
        return arrivals;
    }
}
