package org.tickmark.importers.definition;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.kit.path.FolderProbe;

/** Where the folders of definitions are: a relative path begins at the data directory. Callers from elsewhere may name only what lies in some of them. */
public final class DefinitionFolders {
    /** What the name of the file ends with that marks another one as whole. */
    public static final String MARKER = ".done";

    /** The folder of an archive in which rejected files lie. */
    public static final String REJECTED = "rejected";

    /** Who has no account on this machine, and so no rights of their own to its folders. */
    private static final Set<Origin> ELSEWHERE = EnumSet.of(Origin.WEB, Origin.REST, Origin.SCRIPT);

    private static final int MOST_FILES = 1_000;

    private final Path data;
    private final List<Path> open;

    /**
     * Folders beside a data directory.
     *
     * @param open those that are open to callers from elsewhere
     */
    public DefinitionFolders(Path data, List<String> open) {
        this.data = Objects.requireNonNull(data, "data").toAbsolutePath();
        this.open = open.stream().map(folder -> resolved(Path.of(folder))).toList();
    }

    /** The folder in which the files appear. */
    public Path source(ImportDefinition definition) {
        return resolved(Path.of(definition.source()));
    }

    /** The folder that files are moved to. */
    public Path archive(ImportDefinition definition) {
        return resolved(Path.of(definition.archive()));
    }

    private Path resolved(Path path) {
        return data.resolve(path).normalize();
    }

    /**
     * Where a path leads that a caller gives.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code import.not-open} if it is not open to them
     */
    public Path given(Caller caller, Path path) {
        return isElsewhere(caller) ? opened(path) : resolved(path);
    }

    static boolean isElsewhere(Caller caller) {
        return ELSEWHERE.contains(caller.origin());
    }

    /** Whether a path is a folder of a definition, or a file that lies there. */
    boolean isOf(ImportDefinition definition, Path place) {
        Path archive = archive(definition);
        return Stream.of(source(definition), archive, archive.resolve(REJECTED))
                .anyMatch(folder ->
                        isSame(place, folder) || (Files.isRegularFile(place) && isSame(place.getParent(), folder)));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return real(one).equals(real(other));
        } catch (IOException e) {
            // What this process may not look at it does not show either.
            return true;
        }
    }

    private Path opened(Path path) {
        Path place = resolved(path);
        if (open.stream().noneMatch(folder -> isIn(place, folder))) {
            throw notOpen(path);
        }
        return place;
    }

    TickmarkException notOpen(Path path) {
        return DefinitionProblems.notOpen(path, open).exception();
    }

    /** Links are followed: what lies in a folder by its name alone does not lie there. */
    private static boolean isIn(Path place, Path folder) {
        try {
            return real(place).startsWith(real(folder));
        } catch (IOException e) {
            // A link that leads nowhere, or to where this process may not look, leads to no open folder.
            return false;
        }
    }

    /** The path without links, as far as it is there. */
    private static Path real(Path place) throws IOException {
        Path there = place;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(place));
    }

    /** What lies in a folder: folders first, then files, by name, hidden ones left out. */
    public List<ServerFile> list(Path place) {
        List<ServerFile> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(place, path -> !isHidden(path))) {
            for (Path path : paths) {
                if (found.size() < MOST_FILES) {
                    found.add(file(path));
                }
            }
        } catch (IOException e) {
            throw DefinitionProblems.unreadable(place, FolderProbe.reason(e)).exception(e);
        }
        found.sort(Comparator.comparing(ServerFile::folder)
                .reversed()
                .thenComparing(file -> file.path().getFileName().toString()));
        return found;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /** The open folders that are there. */
    public List<ServerFile> open() {
        return open.stream()
                .filter(Files::isDirectory)
                .map(DefinitionFolders::folder)
                .toList();
    }

    private static ServerFile folder(Path folder) {
        try {
            return file(folder);
        } catch (IOException e) {
            throw DefinitionProblems.unreadable(folder, FolderProbe.reason(e)).exception(e);
        }
    }

    private static ServerFile file(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        return new ServerFile(
                path,
                folder,
                folder ? 0 : Files.size(path),
                Files.getLastModifiedTime(path).toInstant());
    }

    /** Makes a folder inside an open one, and returns where it lies. */
    public Path make(Path folder, boolean dryRun) {
        Path place = opened(folder);
        try {
            if (!dryRun) {
                Files.createDirectories(place);
            }
            return place;
        } catch (IOException e) {
            throw DefinitionProblems.notMade(place, FolderProbe.reason(e)).exception(e);
        }
    }
}
