package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code run_lock}: what only one run at a time may hold. Rows are always touched in the order of their names. */
final class LockTable {
    private LockTable() {}

    static String ofTask(long task) {
        return "task:" + task;
    }

    static String ofKey(String key) {
        return "key:" + key;
    }

    /** Which of these locks are held, by which runs. */
    static Map<String, Long> holders(Connection connection, Collection<String> names) throws SQLException {
        Map<String, Long> holders = new HashMap<>();
        Sql.on(connection, "select name, run_id from unnest(?) as k(wanted) join run_lock on name = wanted")
                .with(Sql.texts(names))
                .each(row -> holders.put(row.text("name"), row.number("run_id")));
        return holders;
    }

    /** Holds these locks' rows until the transaction ends, so that no run lets go of one meanwhile; tells which are held at all. */
    static Set<String> keep(Connection connection, Collection<String> names) throws SQLException {
        return new HashSet<>(
                Sql.on(connection, "select name from run_lock where name = any(?) order by name for update")
                        .with(Sql.texts(names))
                        .list(row -> row.text("name")));
    }

    /** Takes those of these locks that are free; tells which. */
    static Set<String> take(Tx tx, NavigableMap<String, Long> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return tx.dialect() == Tx.Dialect.H2 ? takeAll(tx.connection(), wanted) : takeFree(tx.connection(), wanted);
    }

    /** On H2 one dispatcher alone takes locks: what was free when it looked is free. */
    private static Set<String> takeAll(Connection connection, NavigableMap<String, Long> wanted) throws SQLException {
        try (Batch batch = Sql.batch(connection, "insert into run_lock (name, run_id) values (?, ?)")) {
            for (Map.Entry<String, Long> lock : wanted.entrySet()) {
                batch.add(lock.getKey(), lock.getValue());
            }
            batch.finish();
        }
        return wanted.keySet();
    }

    private static Set<String> takeFree(Connection connection, NavigableMap<String, Long> wanted) throws SQLException {
        return new HashSet<>(Sql.on(connection, """
            insert into run_lock (name, run_id) select * from unnest(?, ?)
            on conflict do nothing returning name\
            """)
                .with(Sql.texts(wanted.keySet()), Sql.longs(wanted.values()))
                .list(row -> row.text("name")));
    }

    /** Lets go of the locks that runs hold. */
    static void release(Tx tx, List<ActiveRun> runs) throws SQLException {
        NavigableMap<String, Long> held = new TreeMap<>();
        runs.forEach(run -> run.locks().forEach(name -> held.put(name, run.id())));
        release(tx, held);
    }

    /** Lets go of locks that these runs hold. */
    static void release(Tx tx, NavigableMap<String, Long> held) throws SQLException {
        if (held.isEmpty()) {
            return;
        }
        if (tx.dialect() == Tx.Dialect.H2) {
            releaseEach(tx.connection(), held);
        } else {
            releaseAll(tx.connection(), held);
        }
    }

    private static void releaseEach(Connection connection, NavigableMap<String, Long> held) throws SQLException {
        try (Batch batch = Sql.batch(connection, "delete from run_lock where name = ? and run_id = ?")) {
            for (Map.Entry<String, Long> lock : held.entrySet()) {
                batch.add(lock.getKey(), lock.getValue());
            }
            batch.finish();
        }
    }

    /** In one statement, for the reason that {@link RunTable#delete} has. */
    private static void releaseAll(Connection connection, NavigableMap<String, Long> held) throws SQLException {
        Sql.on(
                        connection,
                        "delete from run_lock using unnest(?, ?) as k(held, holder) where name = held and run_id = holder")
                .with(Sql.texts(held.keySet()), Sql.longs(held.values()))
                .update();
    }
}
