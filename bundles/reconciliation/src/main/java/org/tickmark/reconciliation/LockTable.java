package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code recon_lock}: the day that each group is locked through. */
final class LockTable {
    private LockTable() {}

    static void insert(Connection connection, long group) throws SQLException {
        Sql.on(connection, "insert into recon_lock (group_id, through) values (?, null)")
                .with(group)
                .update();
    }

    static void delete(Connection connection, long group) throws SQLException {
        Sql.on(connection, "delete from recon_lock where group_id = ?")
                .with(group)
                .update();
    }

    /** The day that a group is locked through; a group that is no more is not locked. */
    static Optional<LocalDate> through(Connection connection, long group) throws SQLException {
        return Sql.on(connection, "select through from recon_lock where group_id = ?")
                .with(group)
                .first(row -> row.optionalDate("through"))
                .flatMap(through -> through);
    }

    /** The same, keeping others from changing it, and from booking, until the transaction ends. */
    static Optional<LocalDate> hold(Connection connection, long group) throws SQLException {
        return Sql.on(connection, "select through from recon_lock where group_id = ? for update")
                .with(group)
                .one(row -> row.optionalDate("through"));
    }

    static void set(Connection connection, long group, Optional<LocalDate> through) throws SQLException {
        GroupTable.change(connection, group);
        Sql.on(connection, "update recon_lock set through = ? where group_id = ?")
                .with(through, group)
                .update();
    }
}
