package org.tickmark.platform.database;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Advisory locks of PostgreSQL, held by a session until its connection is closed or lost. */
final class AdvisoryLock {
    private AdvisoryLock() {}

    /** Takes the lock for the session, waiting as long as another one holds it. */
    static void take(Connection connection, String name) throws SQLException {
        query(connection, "SELECT pg_advisory_lock(?)", name);
    }

    /** Takes the lock for the session if no other one holds it. */
    static boolean tryTake(Connection connection, String name) throws SQLException {
        return query(connection, "SELECT pg_try_advisory_lock(?)", name).equals("t");
    }

    private static String query(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key(name));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Names are hashed to the 64 bits that PostgreSQL has for them. */
    private static long key(String name) {
        return ByteBuffer.wrap(Sha256.of("tickmark/" + name)).getLong();
    }
}
