package org.tickmark.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.boot.DataLock.Purpose;

/**
 * A backup taken out of its file, in a folder of its own within the data directory: a data directory in which it can be looked at and from which its
 * database is moved into place, in one step. What processes have left that were killed is deleted by the next one.
 */
final class StagedCopy implements AutoCloseable {
    private static final String PREFIX = "restore-";
    private static final String KEY = "secrets/key";

    private final Path folder;
    private final DataLock owner;

    private StagedCopy(Path folder, DataLock owner) {
        this.folder = folder;
        this.owner = owner;
    }

    /**
     * Takes the database out of a backup, and the key of the secrets from the data directory, if there is one.
     *
     * @throws org.tickmark.api.TickmarkException if the backup is damaged
     */
    static StagedCopy of(BackupReader backup, Path data) throws IOException {
        deleteLeftovers(data);
        Path folder = Files.createTempDirectory(data, PREFIX, DataFolder.ownerOnly());
        DataLock owner =
                DataLock.tryTake(folder, Purpose.COMMAND).orElseThrow(() -> new IOException(folder + " is in use"));
        StagedCopy copy = new StagedCopy(folder, owner);
        try {
            backup.verify();
            Files.createDirectory(copy.data(), DataFolder.ownerOnly());
            Files.createDirectory(copy.plugins(), DataFolder.ownerOnly());
            backup.extract(BackupManifest.H2_FILE, copy.database());
            if (Files.exists(data.resolve(KEY))) {
                Path key = copy.data().resolve(KEY);
                Files.createDirectory(key.getParent(), DataFolder.ownerOnly());
                Files.copy(data.resolve(KEY), key, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static void deleteLeftovers(Path data) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(data)) {
            folders = found.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> Files.exists(DataLock.file(path)))
                    .toList();
        }
        for (Path left : folders) {
            Optional<DataLock> lock = DataLock.tryTake(left, Purpose.COMMAND);
            if (lock.isPresent()) {
                DataFolder.delete(left);
                lock.get().close();
            }
        }
    }

    /** The data directory in which it can be looked at. */
    Path data() {
        return folder.resolve("data");
    }

    /** A plugin folder without plugins: nobody is to act on what happened in another system. */
    Path plugins() {
        return folder.resolve("plugins");
    }

    private Path database() {
        return data().resolve(BackupManifest.H2_FILE);
    }

    /** Moves the database to its place, over one that may be there; nobody has either open. */
    void moveDatabaseTo(Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(database(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(database(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try (owner) {
            DataFolder.delete(folder);
        }
    }
}
