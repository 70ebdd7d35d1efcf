package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.importers.definition.DefinitionFolders;
import org.tickmark.kit.hash.Sha256;

/**
 * The moves of files between the folders of one definition: out of the source into a work folder inside it (one atomic
 * rename, so that no two runs take the same file), and from there to the archive or back.
 */
final class Folders {
    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private static final String WORK = ".tickmark-work";
    private static final String REJECTED = DefinitionFolders.REJECTED;
    private static final String COPYING = ".part";
    private static final List<String> REPORTS = List.of(".txt", ".json");
    private static final String MARKER = DefinitionFolders.MARKER;
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload");

    private final Path source;
    private final Path archive;
    private final Whole whole;

    Folders(Path source, Path archive, Whole whole) {
        this.source = source;
        this.archive = archive;
        this.whole = whole;
    }

    /** The files that a glob takes, by name; files being written, hidden files, links and markers are no candidates. */
    List<Path> candidates(String pattern) throws IOException {
        PathMatcher matcher = matcher(pattern);
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .filter(this::isCandidate)
                    .sorted()
                    .toList();
        }
    }

    /** The same with what can be told of them; one that is taken meanwhile is left out. */
    List<ServerFile> listed(String pattern) throws IOException {
        List<ServerFile> listed = new ArrayList<>();
        for (Path file : candidates(pattern)) {
            try {
                listed.add(new ServerFile(
                        file,
                        false,
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException e) {
                LOG.debug("File {} was gone before it could be listed", file, e);
            }
        }
        return listed;
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    /** Whether a glob takes a file of this name. */
    static boolean fits(Path file, String pattern) {
        return matcher(pattern).matches(file.getFileName());
    }

    private boolean isCandidate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && !(whole == Whole.MARKED && name.endsWith(MARKER));
    }

    /** Whether a file is marked as whole. */
    static boolean isMarked(Path file) {
        return Files.isRegularFile(marker(file), LinkOption.NOFOLLOW_LINKS);
    }

    private static Path marker(Path file) {
        return file.resolveSibling(file.getFileName() + MARKER);
    }

    /** Where a file lies while it is claimed. */
    Path work(long id, String name) {
        return source.resolve(WORK).resolve(id + "_" + name);
    }

    /**
     * Claims a file, and before it its marker: so no marker is ever left behind for a later file of the same name.
     *
     * @return false if someone else has taken it
     */
    boolean claim(Path file, Path work) throws IOException {
        Files.createDirectories(work.getParent());
        moveMarker(file, work);
        try {
            Files.move(file, work, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(marker(work));
            return false;
        }
    }

    /** Undoes what a claim did that was cut off before it had the file. */
    void unclaim(Path work, String name) throws IOException {
        moveMarker(work, source.resolve(name));
    }

    private void moveMarker(Path from, Path to) throws IOException {
        if (whole == Whole.MARKED && isMarked(from)) {
            Files.move(marker(from), marker(to), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts a claimed file back; beside a new file of the same name it gets another. */
    void putBack(Path work, long id, String name) throws IOException {
        Path target = source.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = source.resolve(id + "_" + name);
        }
        Files.move(work, target);
        moveMarker(work, target);
    }

    /** A name in the archive that no file there has: date, definition, name and the beginning of the hash. */
    String archiveName(String day, String definition, String name, String sha256, boolean rejected) throws IOException {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        String stem =
                (rejected ? REJECTED + "/" : "") + day + "_" + definition + "_" + base + "_" + sha256.substring(0, 8);
        String free = stem + ending;
        for (int copy = 2; Files.exists(archive.resolve(free), LinkOption.NOFOLLOW_LINKS); copy++) {
            free = stem + "-" + copy + ending;
        }
        return free;
    }

    /** Moves a claimed file to its name in the archive; may be repeated after a crash at any point. */
    void archive(Path work, String archivedAs) throws IOException {
        Path target = archive.resolve(archivedAs);
        Files.createDirectories(target.getParent());
        if (!Files.exists(work)) {
            requireThere(target);
        } else if (Files.exists(target)) {
            requireSame(work, target);
            Files.delete(work);
        } else {
            move(work, target);
        }
        Files.deleteIfExists(marker(work));
    }

    /** Whether a file lies under this name in the archive. */
    boolean isArchived(String archivedAs) {
        return Files.isRegularFile(archive.resolve(archivedAs), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether nothing lies here. */
    boolean isFree(Path target) {
        return !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    /** Moves a file out of the archive, with a marker where files need one; the reports that lay beside it go. */
    void restore(String archivedAs, Path target) throws IOException {
        move(archive.resolve(archivedAs), target);
        for (String report : REPORTS) {
            Files.deleteIfExists(archive.resolve(archivedAs + report));
        }
        if (whole == Whole.MARKED && !isMarked(target)) {
            Files.createFile(marker(target));
        }
    }

    /** Writes a text beside an archived file, whole or not at all. */
    void writeBeside(String archivedAs, String ending, String text) throws IOException {
        Path target = archive.resolve(archivedAs + ending);
        Path part = archive.resolve(archivedAs + ending + COPYING);
        Files.createDirectories(target.getParent());
        Files.writeString(part, text);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void move(Path work, Path target) throws IOException {
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copyOver(work, target);
        }
    }

    /** To another volume: the archive gets the file whole, and only then does the source lose it. */
    private static void copyOver(Path work, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + COPYING);
        Files.copy(work, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(work);
    }

    private static void requireThere(Path target) throws IOException {
        if (!Files.exists(target)) {
            throw new NoSuchFileException(target.toString());
        }
    }

    /** The same file, copied to another volume by a run that was cut off before it could delete the original. */
    private static void requireSame(Path work, Path target) throws IOException {
        if (!Sha256.hex(work).equals(Sha256.hex(target))) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }
}
