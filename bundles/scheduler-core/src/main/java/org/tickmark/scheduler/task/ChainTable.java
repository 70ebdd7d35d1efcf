package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The tables {@code task_follows} and {@code task_arrival}, as far as definitions say what is in them. */
final class ChainTable {
    private ChainTable() {}

    /** That one task follows another. */
    record Edge(long taskId, long parentId) {}

    /** Holds all chains until the transaction ends, so that nobody else changes any. */
    static void hold(Connection connection) throws SQLException {
        Sql.on(connection, "select id from task_chains for update").one(row -> row.number("id"));
    }

    /** What these tasks follow. */
    static List<Edge> parents(Connection connection, Collection<Long> tasks) throws SQLException {
        return edges(connection, "task_id", tasks);
    }

    /** What follows these tasks. */
    static List<Edge> followers(Connection connection, Collection<Long> parents) throws SQLException {
        return edges(connection, "parent_id", parents);
    }

    private static List<Edge> edges(Connection connection, String column, Collection<Long> tasks) throws SQLException {
        return Sql.on(
                        connection,
                        "select task_id, parent_id from task_follows where " + column
                                + " = any(?) order by task_id, parent_id")
                .with(Sql.longs(tasks))
                .list(row -> new Edge(row.number("task_id"), row.number("parent_id")));
    }

    /** Lets tasks follow these and no others; what has ended of those they no longer follow is forgotten. */
    static void replace(Connection connection, Collection<Long> tasks, List<Edge> edges) throws SQLException {
        Sql.on(connection, "delete from task_follows where task_id = any(?)")
                .with(Sql.longs(tasks))
                .update();
        try (Batch batch = Sql.batch(connection, "insert into task_follows (task_id, parent_id) values (?, ?)")) {
            for (Edge edge : edges) {
                batch.add(edge.taskId(), edge.parentId());
            }
            batch.finish();
        }
        Sql.on(connection, """
            delete from task_arrival where task_id = any(?) and not exists
              (select 1 from task_follows f where f.task_id = task_arrival.task_id
                 and f.parent_id = task_arrival.parent_id)\
            """).with(Sql.longs(tasks)).update();
    }
}
