package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.ImportedFile;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;

/**
 * Carries files from their folder into the books and the archive. Safe for use from many threads: a definition is carried
 * by one run at a time, over all nodes.
 */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Services services;

    public Pipeline(Services services) {
        this.services = services;
    }

    /**
     * What the pipeline stands on.
     *
     * @param clock the time
     * @param spoolFolder an existing folder for entries between reading and booking
     * @param settle how long a file must have been left alone before it counts as whole
     */
    public record Services(
            Transactions transactions,
            Books books,
            Events events,
            Audit audit,
            Locks locks,
            Formats formats,
            Clock clock,
            Path spoolFolder,
            Duration settle,
            Limits limits) {}

    /**
     * A definition to carry the files of, with its folders.
     *
     * @param source folder in which the files appear
     * @param archive folder that they are moved to
     */
    public record Work(ImportDefinition definition, Path source, Path archive) {
        public Work {
            Objects.requireNonNull(definition, "definition");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(archive, "archive");
        }
    }

    /** Carries the files of definitions, in this order; when cancelled, what was done until then. */
    public ImportRun run(Caller caller, List<Work> works, boolean dryRun, Progress progress, CancelToken cancel) {
        Manner manner = dryRun ? (run, files) -> run.rehearse(Integer.MAX_VALUE, files) : DefinitionRun::carry;
        return run(caller, works, manner, progress, cancel);
    }

    /** Tells what a run would do with the first files of a definition, which need not be saved. */
    public ImportRun trial(Caller caller, Work work, int most, Progress progress, CancelToken cancel) {
        return run(caller, List.of(work), (run, files) -> run.rehearse(most, files), progress, cancel);
    }

    /** What is done with the files of a definition. */
    private interface Manner {
        void apply(DefinitionRun run, Consumer<FileOutcome> files) throws IOException;
    }

    private ImportRun run(Caller caller, List<Work> works, Manner manner, Progress progress, CancelToken cancel) {
        works.forEach(
                work -> caller.require(Permission.IMPORT_RUN, work.definition().unit()));
        List<FileOutcome> files = new ArrayList<>();
        List<Problem> failures = new ArrayList<>();
        Headway headway = Headway.of(works, progress, services.clock());
        for (Work work : works) {
            if (cancel.isCancelled()) {
                break;
            }
            DefinitionRun run = new DefinitionRun(services, caller, work, headway, cancel);
            try (Locks.Lock lock = lock(work, cancel).orElse(null)) {
                if (lock == null) {
                    failures.add(FileProblems.busy(work.definition().name()));
                } else {
                    manner.apply(run, files::add);
                }
            } catch (CancellationException e) {
                break;
            } catch (IOException e) {
                failures.add(FileProblems.unreadable(work.source(), e.toString()));
            }
        }
        return new ImportRun(files, List.of(), failures);
    }

    /** The files that a run would find, by name; none if their folder cannot be read, which the checks of folders tell. */
    public List<ServerFile> waiting(Work work) {
        try {
            return new Folders(work.source(), work.archive(), work.definition().whole())
                    .listed(work.definition().pattern());
        } catch (IOException e) {
            LOG.debug("Folder of {} cannot be read", work.definition().name(), e);
            return List.of();
        }
    }

    /** What is kept of a file, if the caller may see its unit. */
    public Optional<ImportedFile> file(Caller caller, long fileId) {
        return services.transactions()
                .reading(tx -> FileTable.kept(tx, fileId))
                .filter(file -> caller.maySee(file.outcome().unit()));
    }

    /** The file that a definition has taken last. */
    public Optional<ImportedFile> last(String definition) {
        return services.transactions().reading(tx -> FileTable.last(tx, definition));
    }

    /** How many files of a definition lie in its folder of rejected ones. */
    public long rejected(String definition) {
        return services.transactions().reading(tx -> FileTable.rejected(tx, definition));
    }

    private Optional<Locks.Lock> lock(Work work, CancelToken cancel) {
        return services.locks().acquire("import-" + work.definition().name(), Duration.ZERO, cancel);
    }

    /** The files rejected from a moment on, the oldest first, without their problems. */
    public List<FileOutcome> rejectedSince(Instant sinceInclusive) {
        FileTable files = new FileTable(services.clock());
        return services.transactions().reading(tx -> files.rejectedSince(tx, sinceInclusive));
    }

    /**
     * Puts a file that is rejected, a duplicate of what was undone, or undone itself, back to where it came from; returns where.
     *
     * @param works finds a definition by its name, if it is still there
     */
    public Path requeue(Caller caller, long fileId, Function<String, Optional<Work>> works, boolean dryRun) {
        return new Requeue(services).requeue(caller, fileId, works, dryRun);
    }

    /** Takes what a file brought out of the books again; returns how many entries were, or would be, removed. */
    public long undo(Caller caller, long fileId, String reason, boolean dryRun) {
        return dryRun
                ? services.transactions().reading(tx -> undoable(tx, caller, fileId))
                : services.transactions().inTransaction(undoing(caller, fileId, reason));
    }

    /** What that would undo beside, each in words. */
    public List<Message> undoWouldUndo(Caller caller, long fileId) {
        return services.transactions().reading(tx -> {
            caller.require(Permission.IMPORT_UNDO, inBooks(tx, fileId).unit());
            return services.books().removalWouldUndo(tx, fileId);
        });
    }

    private long undoable(Tx tx, Caller caller, long fileId) throws SQLException {
        caller.require(Permission.IMPORT_UNDO, inBooks(tx, fileId).unit());
        return services.books().removable(tx, caller, fileId);
    }

    private FileRow inBooks(Tx tx, long fileId) throws SQLException {
        return new FileTable(services.clock())
                .find(tx, fileId)
                .filter(row -> row.isInBooks() && !row.undone())
                .orElseThrow(() -> FileProblems.nothingToUndo(fileId).exception());
    }

    private Transactions.Work<Long> undoing(Caller caller, long fileId, String reason) {
        FileTable files = new FileTable(services.clock());
        return tx -> {
            FileRow file = inBooks(tx, fileId);
            caller.require(Permission.IMPORT_UNDO, file.unit());
            long removed = services.books().remove(tx, caller, fileId, reason);
            files.undone(tx, fileId);
            tellUndone(tx, caller, file, removed, reason);
            return removed;
        };
    }

    private void tellUndone(Tx tx, Caller caller, FileRow file, long removed, String reason) throws SQLException {
        Map<String, String> fields = Map.of(
                "definition", file.definition(),
                "unit", file.unit(),
                "file", file.name(),
                "entries", String.valueOf(removed),
                "reason", reason);
        String subject = "file/" + file.id();
        services.events().record(tx, caller, "import.file.undone", subject, fields);
        services.audit().append(tx, caller, new Audit.Act("import", "file.undo", subject, fields));
    }
}
