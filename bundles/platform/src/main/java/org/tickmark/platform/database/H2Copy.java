package org.tickmark.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tickmark.api.CancelToken;
import org.tickmark.kit.backup.BackupManifest;

/**
 * Copies an H2 database by its statement {@code BACKUP}: while that goes on nothing in the file is written over, so that what was committed when it began
 * is in the copy, and of what is committed meanwhile each transaction is in it whole or not at all.
 */
final class H2Copy implements DatabaseCopy {
    private static final String MV_FILE = ".mv.db";

    private final Store store;

    H2Copy(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return BackupManifest.H2;
    }

    @Override
    public Path into(Path folder, CancelToken cancel) throws IOException {
        Path packed = folder.resolve("database.zip");
        try (Connection connection = store.ownConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + packed.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw StoreProblems.of(e, store.url());
        }
        cancel.throwIfCancelled();
        Path copy = folder.resolve(BackupManifest.H2_FILE);
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            ZipEntry database = zip.stream()
                    .filter(entry -> entry.getName().endsWith(MV_FILE))
                    .findFirst()
                    .orElseThrow(() -> new IOException(packed + ": no database file"));
            try (InputStream in = zip.getInputStream(database)) {
                Files.copy(in, copy);
            }
        }
        Files.delete(packed);
        return copy;
    }

    @Override
    public SortedMap<String, Long> rows(Path copy) {
        String name = copy.toString();
        StoreUrl url = StoreUrl.parse("jdbc:h2:file:" + name.substring(0, name.length() - MV_FILE.length()), name);
        try (Store opened = store.another(url)) {
            return opened.rows();
        }
    }
}
