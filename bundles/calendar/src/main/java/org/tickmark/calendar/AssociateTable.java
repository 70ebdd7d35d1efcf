package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code associate}. */
final class AssociateTable {
    private AssociateTable() {}

    static Optional<Long> find(Connection connection, String name) throws SQLException {
        return Sql.on(connection, "SELECT associate_id FROM associate WHERE name = ?")
                .with(name)
                .first(row -> row.number("associate_id"));
    }

    /** The number of a name, which gets one where it has none. */
    static long id(Connection connection, String name) throws SQLException {
        Optional<Long> found = find(connection, name);
        if (found.isPresent()) {
            return found.get();
        }
        Sql.on(connection, """
                        INSERT INTO associate (name)
                        SELECT CAST(? AS VARCHAR) WHERE NOT EXISTS (SELECT 1 FROM associate WHERE name = ?)
                        """).with(name, name).update();
        return find(connection, name).orElseThrow(() -> new SQLException("Associate " + name + " was not stored"));
    }
}
