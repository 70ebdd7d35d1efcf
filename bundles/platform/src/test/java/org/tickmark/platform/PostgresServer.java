package org.tickmark.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The PostgreSQL server of the tests of this process, started at first use and stopped with the process. */
final class PostgresServer {
    static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** The address of a new, empty database. */
    static String newDatabase() {
        EmbeddedPostgres server = Started.SERVER;
        if (server == null) {
            return unavailable();
        }
        String name = "fixture_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("CREATE DATABASE " + name, e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    private static String unavailable() {
        if ("required".equals(System.getenv("TICKMARK_TEST_POSTGRES"))) {
            throw new IllegalStateException("PostgreSQL could not be started: " + Started.failure);
        }
        return Assumptions.abort("PostgreSQL could not be started: " + Started.failure);
    }

    /** Holds the server, or why there is none; the class is loaded when the first test asks for it. */
    private static final class Started {
        private static String failure = "";
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // The data is thrown away: nothing has to survive a crash.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException | IllegalStateException e) {
                failure = e.toString();
                return null;
            }
        }
    }
}
