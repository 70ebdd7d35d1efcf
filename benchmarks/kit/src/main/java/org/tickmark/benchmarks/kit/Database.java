package org.tickmark.benchmarks.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An empty database for one measurement.
 *
 * @param store what kind
 * @param url its address
 */
public record Database(Store store, String url) {
    /** Where an engine keeps what it has to do. */
    public enum Store {
        /** Nowhere. */
        MEMORY("", "In memory, lost with the process"),
        /** A file of H2 in this process. */
        H2("sa", "H2, durable"),
        /** A PostgreSQL server beside this process. */
        POSTGRESQL("postgres", "PostgreSQL, durable");

        private final String user;
        private final String title;

        Store(String user, String title) {
            this.user = user;
            this.title = title;
        }

        /** What it is called in tables. */
        public String title() {
            return title;
        }
    }

    /** How the address of an H2 file begins. */
    public static final String H2_FILE = "jdbc:h2:file:";

    /** The same file through a channel that the interrupt of a thread does not close: Quartz interrupts its own, Tickmark its workers. */
    private static final String H2_ASYNC_FILE = "jdbc:h2:async:";

    /** What H2 is asked for: an acknowledged commit is on the disk. */
    public static final String H2_DURABLE = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";

    /** Whom it lets in, without a password. */
    public String user() {
        return store.user;
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address(), user(), "");
    }

    /** A pool of connections for an engine that has none of its own. */
    public HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address());
        config.setUsername(user());
        config.setMaximumPoolSize(connections);
        // A process that was killed may hold the file of H2 for a moment.
        config.setInitializationFailTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** The address with what makes the store durable and batches quick, for engines that add nothing to it. */
    public String address() {
        return switch (store) {
            case H2 -> url.replace(H2_FILE, H2_ASYNC_FILE) + H2_DURABLE;
            case POSTGRESQL -> url + "?reWriteBatchedInserts=true";
            case MEMORY -> url;
        };
    }

    /** Carries out statements that end with a semicolon. */
    public static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.replaceAll("(?m)--.*$", "").split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** A file of an engine's own jar. */
    public static String resource(Class<?> of, String name) {
        try (InputStream in = of.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar of " + of.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one number that a query gives. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many bytes it takes on the disk; those of an H2 file once the engine has closed it. */
    public long bytes() throws SQLException, IOException {
        return switch (store) {
            case MEMORY -> 0;
            case H2 -> Files.size(Path.of(url.replace(H2_FILE, "") + ".mv.db"));
            case POSTGRESQL -> {
                try (Connection connection = connect()) {
                    yield number(connection, "select pg_database_size(current_database())");
                }
            }
        };
    }

    /** Lets the server come to rest after much was stored, so that it does not pay for that later. */
    public void settle() throws SQLException {
        if (store == Store.POSTGRESQL) {
            try (Connection connection = connect()) {
                execute(connection, "vacuum analyze; checkpoint;");
            }
        }
    }
}
