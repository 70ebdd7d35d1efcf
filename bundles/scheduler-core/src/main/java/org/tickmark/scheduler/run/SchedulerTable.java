package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/** What keeps tasks from starting: the tables {@code scheduler} and {@code task_pause}. */
public final class SchedulerTable {
    private SchedulerTable() {}

    /**
     * Takes a database that is new for the one of this identity; holds all starts where it is another one's, such as a copy.
     *
     * @param reason why they are held then
     * @return whether it was another one's
     */
    public static boolean identify(Tx tx, String identity, String reason) throws SQLException {
        Numbers.prepare(tx);
        Connection connection = tx.connection();
        Optional<String> known = Sql.on(connection, "select identity from scheduler where id = 1")
                .first(row -> row.text("identity"));
        if (known.isEmpty()) {
            Sql.on(
                            connection,
                            "insert into scheduler (id, identity, held, reason) values (1, ?, false, '') on conflict"
                                    + " do nothing")
                    .with(identity)
                    .update();
            return false;
        }
        boolean foreign = !known.get().equals(identity);
        if (foreign) {
            Sql.on(connection, "update scheduler set held = true, reason = ? where id = 1 and not held")
                    .with(reason)
                    .update();
        }
        return foreign;
    }

    /** Why all starts are held; empty when they are not. */
    public static Optional<String> held(Connection connection) throws SQLException {
        return Sql.on(connection, "select reason from scheduler where held").first(row -> row.text("reason"));
    }

    /** Those of these tasks that are paused at a moment, with when that ends. */
    static Map<Long, Instant> paused(Connection connection, Collection<Long> tasks, Instant now) throws SQLException {
        Map<Long, Instant> paused = new HashMap<>();
        Sql.on(
                        connection,
                        "select task_id, until_at from unnest(?) as k(id) join task_pause on task_id = id"
                                + " where until_at is null or until_at > ?")
                .with(Sql.longs(tasks), now)
                .each(row -> paused.put(
                        row.number("task_id"), row.optionalInstant("until_at").orElse(DueTable.NEVER)));
        return paused;
    }
}
