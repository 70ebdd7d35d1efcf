package org.tickmark.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.launcher.boot.DataLock;

/** The data directory as a folder of the file system. */
final class DataFolder {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(DataFolder.class);

    /** Its presence says that the launcher made the folder for the demonstration and may empty it. */
    private static final String DEMO_MARKER = "tickmark-demo-data";

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, open to its owner alone, if it is not there yet. */
    void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                // Another process may make it at the same moment, which is no failure here.
                Files.createDirectories(folder, ownerOnly());
            }
        } catch (IOException e) {
            throw new LaunchException(
                    ExitCode.CONFIGURATION, MESSAGES.message("data.unusable", folder, e.toString()), e);
        }
        if (!Files.isWritable(folder)) {
            throw new LaunchException(
                    ExitCode.CONFIGURATION,
                    MESSAGES.message("data.unusable", folder, MESSAGES.message("data.read-only")));
        }
    }

    /**
     * Empties a folder that an earlier demonstration left and marks it; the caller holds its lock. What is not marked as
     * left by a demonstration is somebody's work and stays.
     */
    void prepareForDemo() {
        Path marker = folder.resolve(DEMO_MARKER);
        try {
            List<Path> found = content(List.of(DataLock.file(folder), marker));
            if (!Files.exists(marker) && !found.isEmpty()) {
                throw new LaunchException(ExitCode.CONFIGURATION, MESSAGES.message("demo.foreign", folder));
            }
            for (Path path : found) {
                delete(path);
            }
            if (!Files.exists(marker)) {
                Files.createFile(marker);
            }
        } catch (IOException e) {
            throw new LaunchException(
                    ExitCode.CONFIGURATION, MESSAGES.message("data.unusable", folder, e.toString()), e);
        }
    }

    private List<Path> content(List<Path> but) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !but.contains(path)).toList();
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
