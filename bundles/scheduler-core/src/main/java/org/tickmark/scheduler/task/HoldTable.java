package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code scheduler}, as far as people hold all starts. */
final class HoldTable {
    private HoldTable() {}

    static Optional<String> held(Connection connection) throws SQLException {
        return Sql.on(connection, "select reason from scheduler where held").first(row -> row.text("reason"));
    }

    static void hold(Connection connection, String reason) throws SQLException {
        Sql.on(connection, "update scheduler set held = true, reason = ?")
                .with(reason)
                .update();
    }

    /** Lets starts go on, and takes the database for the one of this identity from now on. */
    static void release(Connection connection, String identity) throws SQLException {
        Sql.on(connection, "update scheduler set held = false, reason = '', identity = ?")
                .with(identity)
                .update();
    }
}
