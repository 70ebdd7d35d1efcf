package org.tickmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.platform.database.MigrationScript;
import org.tickmark.platform.database.Migrator;
import org.tickmark.platform.database.Store;
import org.tickmark.platform.database.StoreUrl;

/**
 * An empty database for the tests of one class, opened as in production. A bundle with tables has one abstract suite that
 * takes a fixture, and two subclasses:
 *
 * <pre>{@code
 * private static final DatabaseFixture DATABASE = DatabaseFixture.h2(); // the other one: postgres()
 * private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.books", JdbcBooks.class);
 *
 * @AfterAll
 * static void close() {
 *     DATABASE.close();
 * }
 * }</pre>
 */
public final class DatabaseFixture implements AutoCloseable {
    private static final int POOL = 8;

    private final Store store;
    private final Migrator migrator;

    private DatabaseFixture(String url, DataSourceFactory driver, String user, Clock clock) {
        this.store = Store.open(StoreUrl.parse(url, "test"), driver, user, "", POOL);
        this.migrator = new Migrator(store, clock);
    }

    /** A new H2 database in memory. */
    public static DatabaseFixture h2() {
        return new DatabaseFixture(
                "jdbc:h2:mem:" + UUID.randomUUID(),
                new OsgiDataSourceFactory(new org.h2.Driver()),
                "",
                Clock.systemUTC());
    }

    /**
     * A new database on the PostgreSQL server that runs for the tests of this process. Where no such server can be started
     * the test is skipped, visibly; with {@code TICKMARK_TEST_POSTGRES=required} in the environment it fails instead.
     */
    public static DatabaseFixture postgres() {
        return new DatabaseFixture(
                PostgresServer.newDatabase(), new PGDataSourceFactory(), PostgresServer.USER, Clock.systemUTC());
    }

    /** Runs the scripts of the {@code db} folder beside the classes, in the folder or the jar, of this class's bundle. */
    public Transactions migrate(String bundle, Class<?> anchor) {
        try {
            URI location =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path root = Path.of(location);
            if (Files.isDirectory(root)) {
                return migrate(bundle, root.resolve("db"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return migrate(bundle, jar.getPath("db"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(anchor.getName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the scripts of this folder that were not run before. */
    public Transactions migrate(String bundle, Path dbFolder) {
        try (Stream<Path> files = Files.list(dbFolder)) {
            List<MigrationScript> scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> MigrationScript.of(bundle, file.getFileName().toString(), read(file)))
                    .toList();
            migrator.migrate(bundle, scripts);
            return store.transactions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The open database. */
    public Store store() {
        return store;
    }

    /** Which database it is. */
    public Dialect dialect() {
        return store.dialect();
    }

    @Override
    public void close() {
        store.close();
    }
}
