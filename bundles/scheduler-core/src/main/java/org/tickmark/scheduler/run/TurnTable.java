package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code run_turn}: runs that wait until a lock is free. */
final class TurnTable {
    private TurnTable() {}

    /** Lets runs wait for locks: run to the name of the lock. */
    static void insert(Connection connection, Map<Long, String> waits) throws SQLException {
        if (waits.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, "insert into run_turn (lock_name, run_id) values (?, ?)")) {
            for (Map.Entry<Long, String> wait : waits.entrySet()) {
                batch.add(wait.getValue(), wait.getKey());
            }
            batch.finish();
        }
    }

    /** Takes runs out of their turns; those that were in one come back. */
    static List<Long> remove(Connection connection, List<Long> runs) throws SQLException {
        if (runs.isEmpty()) {
            return List.of();
        }
        BitSet hits;
        try (Batch batch = Sql.batch(connection, "delete from run_turn where run_id = ?")) {
            for (long run : runs) {
                batch.add(run);
            }
            hits = batch.finishEach();
        }
        return hits.stream().mapToObj(runs::get).toList();
    }

    /** The runs that wait for one of these locks, those that came first as the first. */
    static List<Long> waiting(Connection connection, Collection<String> locks) throws SQLException {
        return Sql.on(connection, "select run_id from run_turn where lock_name = any(?) order by run_id")
                .with(Sql.texts(locks))
                .list(row -> row.number("run_id"));
    }

    /** Takes the first run of each lock out of its turn. */
    static List<Long> next(Connection connection, Collection<String> locks) throws SQLException {
        List<Long> first = new ArrayList<>();
        Sql.on(
                        connection,
                        "select lock_name, min(run_id) as run_id from unnest(?) as k(name)"
                                + " join run_turn on lock_name = name group by lock_name")
                .with(Sql.texts(locks))
                .each(row -> first.add(row.number("run_id")));
        return remove(connection, first);
    }
}
