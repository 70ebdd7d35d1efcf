package org.tickmark.platform.database;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.tickmark.kit.jdbc.Sql;

/** Advisory locks of PostgreSQL, held by a session until its connection is closed or lost. */
final class AdvisoryLock {
    private AdvisoryLock() {}

    /** Takes the lock for the session, waiting as long as another one holds it. */
    static void take(Connection connection, String name) throws SQLException {
        Sql.on(connection, "SELECT pg_advisory_lock(?)").with(key(name)).each(row -> {});
    }

    /** Takes the lock for the session if no other one holds it. */
    static boolean tryTake(Connection connection, String name) throws SQLException {
        return Sql.on(connection, "SELECT pg_try_advisory_lock(?) AS taken")
                .with(key(name))
                .one(row -> row.flag("taken"));
    }

    /** Names are hashed to the 64 bits that PostgreSQL has for them. */
    private static long key(String name) {
        return ByteBuffer.wrap(Sha256.of("tickmark/" + name)).getLong();
    }
}
