package org.tickmark.importers.definition;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.Message;
import org.tickmark.kit.path.FolderProbe;

/**
 * Checks the folders of a definition from within this process, by using them as a run would: rights that are granted to the
 * person who asks, but not to the service, count for nothing. Safe for use from many threads.
 */
public final class PathChecks {
    private static final long MEGABYTE = 1 << 20;

    /** Less room than this in the archive is too little for a night. */
    private static final long LEAST_MEGABYTES = 64;

    private final DefinitionFolders folders;

    public PathChecks(DefinitionFolders folders) {
        this.folders = folders;
    }

    /** All checks, with files written, renamed and deleted again in both folders. */
    public List<PathCheck> all(ImportDefinition definition) {
        Checks checks = new Checks(definition);
        Path source = folders.source(definition);
        Path archive = folders.archive(definition);
        boolean sourceWorks = checks.folder("source", source) && checks.probe("source.writable", source);
        boolean archiveWorks = checks.folder("archive", archive) && checks.probe("archive.writable", archive);
        if (sourceWorks && archiveWorks) {
            checks.other(source, archive);
            checks.volume(source, archive);
        }
        if (archiveWorks) {
            checks.space(archive);
        }
        if (sourceWorks) {
            checks.files(source, definition.pattern());
        }
        return checks.made;
    }

    /** That scheduled runs on this node leave a definition to others, of whose folders nothing is known here. */
    public static PathCheck elsewhere(ImportDefinition definition, String node) {
        Message detail = DefinitionProblems.message("path.elsewhere", node, String.join(", ", definition.labels()));
        return new PathCheck(definition.name(), definition.unit(), "node.labels", true, detail);
    }

    /** The checks without which a run does not begin, and that failed; changes nothing. */
    public List<PathCheck> failures(ImportDefinition definition) {
        Checks checks = new Checks(definition);
        Path source = folders.source(definition);
        Path archive = folders.archive(definition);
        boolean sourceIsThere = checks.folder("source", source);
        boolean archiveIsThere = checks.folder("archive", archive);
        if (sourceIsThere && archiveIsThere) {
            checks.writable("source.writable", source);
            checks.writable("archive.writable", archive);
            checks.other(source, archive);
        }
        return checks.made.stream().filter(check -> !check.ok()).toList();
    }

    /** The checks of one definition, as they are made. */
    private static final class Checks {
        private final ImportDefinition definition;
        private final List<PathCheck> made = new ArrayList<>();

        Checks(ImportDefinition definition) {
            this.definition = definition;
        }

        boolean folder(String which, Path folder) {
            if (!Files.isDirectory(folder)) {
                return fails(which + ".there", Files.exists(folder) ? "not-a-folder" : "missing", folder);
            }
            passes(which + ".there", "there", folder);
            try (Stream<Path> files = Files.list(folder)) {
                return passes(which + ".readable", files.findAny().isPresent() ? "readable" : "empty", folder);
            } catch (IOException e) {
                return fails(which + ".readable", "unreadable", folder, FolderProbe.reason(e));
            }
        }

        boolean writable(String check, Path folder) {
            return Files.isWritable(folder)
                    ? passes(check, "writable", folder)
                    : fails(check, "unwritable", folder, "-");
        }

        boolean probe(String check, Path folder) {
            try {
                FolderProbe.write(folder);
                return passes(check, "writable", folder);
            } catch (IOException e) {
                return fails(check, "unwritable", folder, FolderProbe.reason(e));
            }
        }

        void other(Path source, Path archive) {
            try {
                if (Files.isSameFile(source, archive)) {
                    fails("archive.other", "same", archive);
                } else {
                    passes("archive.other", "other", archive);
                }
            } catch (IOException e) {
                fails("archive.other", "unreadable", archive, FolderProbe.reason(e));
            }
        }

        void volume(Path source, Path archive) {
            try {
                boolean same = Files.getFileStore(source).equals(Files.getFileStore(archive));
                passes("archive.volume", same ? "volume.same" : "volume.other", archive);
            } catch (IOException e) {
                fails("archive.volume", "unreadable", archive, FolderProbe.reason(e));
            }
        }

        void space(Path archive) {
            try {
                long free = Files.getFileStore(archive).getUsableSpace() / MEGABYTE;
                if (free < LEAST_MEGABYTES) {
                    fails("archive.space", "space.little", archive, free);
                } else {
                    passes("archive.space", "space", archive, free);
                }
            } catch (IOException e) {
                fails("archive.space", "unreadable", archive, FolderProbe.reason(e));
            }
        }

        void files(Path source, String pattern) {
            long count = 0;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(source, pattern)) {
                for (Path file : files) {
                    count += isCounted(file) ? 1 : 0;
                }
                passes("source.files", "files", source, count, pattern);
            } catch (IOException e) {
                fails("source.files", "unreadable", source, FolderProbe.reason(e));
            }
        }

        /** Markers are not imported themselves. */
        private boolean isCounted(Path file) {
            boolean marker =
                    definition.whole() == Whole.MARKED && file.toString().endsWith(DefinitionFolders.MARKER);
            return Files.isRegularFile(file) && !marker;
        }

        private boolean passes(String check, String text, Path folder, Object... more) {
            return add(check, true, text, folder, more);
        }

        private boolean fails(String check, String text, Path folder, Object... more) {
            return add(check, false, text, folder, more);
        }

        private boolean add(String check, boolean ok, String text, Path folder, Object... more) {
            List<Object> arguments = new ArrayList<>();
            arguments.add(folder.toString());
            arguments.addAll(List.of(more));
            Message detail = DefinitionProblems.message("path." + text, arguments.toArray());
            made.add(new PathCheck(definition.name(), definition.unit(), check, ok, detail));
            return ok;
        }
    }
}
