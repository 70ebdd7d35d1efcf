package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A data directory with the files of a {@link FileSet}, and how far a run on it has come, seen from outside. */
final class Night {
    private final Tickmark tickmark;
    private final Path archive;
    private final int files;

    /**
     * A night.
     *
     * @param archive the folder of all archives
     * @param files how many files there are
     */
    Night(Tickmark tickmark, Path archive, int files) {
        this.tickmark = tickmark;
        this.archive = archive;
        this.files = files;
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

    /** What tells when files may have come or gone. */
    Changes changes() throws IOException {
        return Changes.in(source(), archive);
    }

    /** Whether there is a database. */
    boolean hasDatabase() {
        return Files.exists(tickmark.data().resolve("tickmark.mv.db"));
    }

    /** How many files have been taken out of their folders. */
    int claimed() throws IOException {
        return files - count(source(), Night::isFile);
    }

    /** How many files lie in their archives. */
    int archived() throws IOException {
        return count(archive, Night::isFile);
    }

    /** How many reports lie beside rejected files. */
    int reports() throws IOException {
        return count(archive, name -> name.endsWith(".txt"));
    }

    /** Whether it is a file to import, and not one of the reports beside those that were rejected. */
    private static boolean isFile(String name) {
        return !name.endsWith(".txt") && !name.endsWith(".json");
    }

    /** Files that are not hidden, nor below a hidden folder. */
    private static int count(Path folder, Predicate<String> names) throws IOException {
        int count = 0;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = path.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    count += count(path, names);
                } else if (names.test(name)) {
                    count++;
                }
            }
            return count;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
