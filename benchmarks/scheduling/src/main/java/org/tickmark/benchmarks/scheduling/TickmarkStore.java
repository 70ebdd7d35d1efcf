package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.util.OsgiDataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;
import org.tickmark.platform.database.MigrationScript;
import org.tickmark.platform.database.Migrator;
import org.tickmark.platform.database.Store;
import org.tickmark.platform.database.StoreUrl;
import org.tickmark.scheduler.task.StoredTasks;

/** Tickmark's tables, opened as the product opens them. */
final class TickmarkStore {
    private static final String SCHEDULER = "org.tickmark.scheduler";
    private static final int CONNECTIONS = 10;

    private TickmarkStore() {}

    static Store open(Database database, Clock clock) throws IOException, URISyntaxException {
        var driver = database.store() == Database.Store.H2
                ? new OsgiDataSourceFactory(new org.h2.Driver())
                : new PGDataSourceFactory();
        Store store = Store.open(StoreUrl.parse(database.url(), "benchmark"), driver, database.user(), "", CONNECTIONS);
        new Migrator(store, clock).migrate(SCHEDULER, scripts());
        return store;
    }

    private static List<MigrationScript> scripts() throws IOException, URISyntaxException {
        URI location = StoredTasks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path root = Path.of(location);
        if (Files.isDirectory(root)) {
            return scripts(root.resolve("db"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return scripts(jar.getPath("db"));
        }
    }

    private static List<MigrationScript> scripts(Path folder) throws IOException {
        List<MigrationScript> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                scripts.add(MigrationScript.of(SCHEDULER, file.getFileName().toString(), Files.readString(file)));
            }
        }
        return scripts;
    }
}
