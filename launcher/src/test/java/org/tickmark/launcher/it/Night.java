package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A data directory with the {@link NightFiles}, and how far a night run on it has come, seen from outside. */
final class Night {
    private final Tickmark tickmark;
    private final Path archive;

    /** @param archive the folder of all archives */
    Night(Tickmark tickmark, Path archive) {
        this.tickmark = tickmark;
        this.archive = archive;
    }

    Tickmark tickmark() {
        return tickmark;
    }

    Path archive() {
        return archive;
    }

    /** The folder of all sources. */
    Path source() {
        return tickmark.data().resolve("in");
    }

    /** Whether there is a database. */
    boolean hasDatabase() {
        return Files.exists(tickmark.data().resolve("tickmark.mv.db"));
    }

    /** How many files have been taken out of their folders. */
    int claimed() throws IOException {
        return NightFiles.COUNT - count(source(), ".xml", ".se");
    }

    /** How many files lie in their archives. */
    int archived() throws IOException {
        return count(archive, ".xml", ".se");
    }

    /** How many reports lie beside rejected files. */
    int reports() throws IOException {
        return count(archive, ".txt");
    }

    /** Files that are not hidden, nor below a hidden folder. */
    private static int count(Path folder, String... endings) throws IOException {
        int count = 0;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = path.getFileName().toString();
                if (Stream.of(endings).anyMatch(name::endsWith)) {
                    count++;
                } else if (!name.startsWith(".") && Files.isDirectory(path)) {
                    count += count(path, endings);
                }
            }
            return count;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
