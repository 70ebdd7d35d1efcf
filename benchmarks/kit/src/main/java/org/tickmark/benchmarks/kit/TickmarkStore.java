package org.tickmark.benchmarks.kit;

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
import java.util.Map;
import java.util.stream.Stream;
import org.h2.util.OsgiDataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;
import org.tickmark.platform.database.MigrationScript;
import org.tickmark.platform.database.Migrator;
import org.tickmark.platform.database.Store;
import org.tickmark.platform.database.StoreUrl;

/** Tickmark's tables, opened as the product opens them. */
public final class TickmarkStore {
    private static final int CONNECTIONS = 10;

    private TickmarkStore() {}

    /**
     * Opens a database.
     *
     * @param bundles the bundles that have tables in it, by their symbolic names, each with one of its classes
     */
    public static Store open(Database database, Clock clock, Map<String, Class<?>> bundles)
            throws IOException, URISyntaxException {
        var driver = database.store() == Database.Store.H2
                ? new OsgiDataSourceFactory(new org.h2.Driver())
                : new PGDataSourceFactory();
        Store store = Store.open(StoreUrl.parse(database.url(), "benchmark"), driver, database.user(), "", CONNECTIONS);
        Migrator migrator = new Migrator(store, clock);
        for (Map.Entry<String, Class<?>> bundle : bundles.entrySet()) {
            migrator.migrate(bundle.getKey(), scripts(bundle.getKey(), bundle.getValue()));
        }
        return store;
    }

    private static List<MigrationScript> scripts(String bundle, Class<?> one) throws IOException, URISyntaxException {
        URI location = one.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path root = Path.of(location);
        if (Files.isDirectory(root)) {
            return scripts(bundle, root.resolve("db"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return scripts(bundle, jar.getPath("db"));
        }
    }

    private static List<MigrationScript> scripts(String bundle, Path folder) throws IOException {
        List<MigrationScript> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                scripts.add(MigrationScript.of(bundle, file.getFileName().toString(), Files.readString(file)));
            }
        }
        return scripts;
    }
}
