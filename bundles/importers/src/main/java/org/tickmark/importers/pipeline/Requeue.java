package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Tx;

/** Puts files that runs were done with back to where they came from. Thread-safe. */
final class Requeue {
    private final Pipeline.Services services;
    private final FileTable files;

    Requeue(Pipeline.Services services) {
        this.services = services;
        this.files = new FileTable(services.clock());
    }

    /**
     * Puts a file back.
     *
     * @param works finds a definition by its name, if it is still there
     * @return where the file lies, or would
     * @throws TickmarkException with code {@code import.requeue} if what it holds stands in the books, or it is not where it should be
     */
    Path requeue(Caller caller, long id, Function<String, Optional<Pipeline.Work>> works, boolean dryRun) {
        FileRow file =
                services.transactions().reading(tx -> files.find(tx, id)).orElseThrow(() -> refusal(id, "unknown"));
        caller.require(Permission.IMPORT_RUN, file.unit());
        requireDoneWith(file);
        Pipeline.Work work =
                works.apply(file.definition()).orElseThrow(() -> refusal(id, "definition", file.definition()));
        Folders folders =
                new Folders(work.source(), work.archive(), work.definition().whole());
        String lock = "import-" + file.definition();
        try (Locks.Lock held = services.locks()
                .acquire(lock, Duration.ZERO, CancelToken.NEVER)
                .orElseThrow(() -> FileProblems.busy(file.definition()).exception())) {
            Path target = requireFree(file, work, folders);
            if (!dryRun) {
                folders.restore(file.archivedAs(), target);
                record(caller, file, held);
            }
            return target;
        } catch (IOException e) {
            throw FileProblems.unreadable(work.archive().resolve(file.archivedAs()), e.toString())
                    .exception(e);
        }
    }

    /** A file whose rows stand in the books would only be known again; one that a run has not moved yet is at work. */
    private void requireDoneWith(FileRow file) {
        switch (file.state()) {
            case CLAIMED -> throw refusal(file.id(), "working");
            case HELD -> throw refusal(file.id(), "waiting", file.name());
            case IMPORTED -> {
                if (!file.undone()) {
                    throw refusal(file.id(), "booked", file.id());
                }
            }
            case DUPLICATE -> requireUnknown(file);
            case REJECTED -> {
                // nothing of it was booked
            }
        }
        if (!file.filed()) {
            throw refusal(file.id(), "working");
        } else if (file.archivedAs().isEmpty()) {
            throw refusal(file.id(), "gone");
        }
    }

    private void requireUnknown(FileRow file) {
        boolean known = services.transactions()
                .reading(tx ->
                        files.isImported(tx, file.definition(), file.sha256().orElse("")));
        if (known) {
            throw refusal(file.id(), "known");
        }
    }

    private static Path requireFree(FileRow file, Pipeline.Work work, Folders folders) {
        Path archived = work.archive().resolve(file.archivedAs());
        if (!folders.isArchived(file.archivedAs())) {
            throw refusal(file.id(), "missing", archived.toString());
        }
        Path target = work.source().resolve(file.name());
        if (!folders.isFree(target)) {
            throw refusal(file.id(), "occupied", target.toString());
        }
        if (!Folders.fits(target, work.definition().pattern())) {
            throw refusal(file.id(), "pattern", file.name(), work.definition().pattern());
        }
        return target;
    }

    private void record(Caller caller, FileRow file, Locks.Lock held) {
        services.transactions().inTransaction(tx -> {
            files.unfiled(tx, file.id());
            tell(tx, caller, file);
            return held;
        });
    }

    private void tell(Tx tx, Caller caller, FileRow file) throws SQLException {
        Map<String, String> fields = Map.of(
                "definition", file.definition(),
                "unit", file.unit(),
                "file", file.name(),
                "from", file.archivedAs());
        String subject = "file/" + file.id();
        services.events().record(tx, caller, "import.file.requeued", subject, fields);
        services.audit().append(tx, caller, new Audit.Act("import", "file.requeue", subject, fields));
    }

    private static TickmarkException refusal(long id, String why, Object... arguments) {
        return FileProblems.cannotRequeue(id, why, arguments).exception();
    }
}
