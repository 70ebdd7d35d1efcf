package org.tickmark.benchmarks.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL server with all that makes a commit durable. */
public final class PostgresServer implements AutoCloseable {
    /** What the starter of the binaries switches off; it is checked that all of it is on. */
    private static final Map<String, String> DURABLE =
            new TreeMap<>(Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on"));

    private final EmbeddedPostgres server;
    private final long processId;
    private int databases;

    private PostgresServer(EmbeddedPostgres server, long processId) {
        this.server = server;
        this.processId = processId;
    }

    /** Starts a server whose data is in this folder. */
    public static PostgresServer start(Path folder) throws IOException, SQLException {
        Path data = Files.createDirectories(folder).resolve("postgresql");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "2GB");
        DURABLE.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        try {
            requireDurable(server);
            long id = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            return new PostgresServer(server, id);
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void requireDurable(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!row.getString(1).equals(setting.getValue())) {
                        throw new IllegalStateException(setting.getKey() + " is " + row.getString(1) + ", expected "
                                + setting.getValue() + ": nothing is measured on a server that loses commits");
                    }
                }
            }
        }
    }

    /** Its first process, the parent of all others. */
    public long processId() {
        return processId;
    }

    /** The number of its version. */
    public String version() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion().replaceAll(" .*", "");
        }
    }

    /** A new, empty database. */
    public Database newDatabase() throws SQLException {
        String name = "benchmark_" + ++databases;
        execute("create database " + name);
        return new Database(Database.Store.POSTGRESQL, "jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
    }

    /** Removes a database. */
    public void drop(Database database) throws SQLException {
        execute("drop database " + database.url().replaceAll(".*/", "") + " with (force)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
