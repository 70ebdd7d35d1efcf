package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Whole;

/**
 * One run over the files of one definition. What a crash leaves is always one of these, and the next run goes on from there:
 * claimed but still in the source folder (claimed anew), claimed and in the work folder (read again), decided but not yet
 * moved (moved).
 */
final class DefinitionRun {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionRun.class);

    private final Pipeline.Services services;
    private final ImportDefinition definition;
    private final Folders folders;
    private final FileTable files;
    private final FileRun each;
    private final Headway headway;
    private final CancelToken cancel;

    DefinitionRun(Pipeline.Services services, Caller caller, Pipeline.Work work, Headway headway, CancelToken cancel) {
        this.services = services;
        this.definition = work.definition();
        this.folders = new Folders(work.source(), work.archive(), definition.whole());
        this.files = new FileTable(services.clock());
        this.each = new FileRun(services, caller, definition, folders, files, headway, cancel);
        this.headway = headway;
        this.cancel = cancel;
    }

    /** Tells what a run would do with so many files, and changes nothing. */
    void rehearse(int most, Consumer<FileOutcome> outcomes) throws IOException {
        for (Path file : candidates().stream().limit(most).toList()) {
            headway.file(definition.name(), Files.size(file));
            outcomes.accept(isWhole(file) ? each.rehearse(file) : waiting(file));
        }
    }

    /** Carries every file as far as it goes. */
    void carry(Consumer<FileOutcome> outcomes) throws IOException {
        for (FileRow row : unfinished()) {
            goOn(row).ifPresent(outcomes);
        }
        for (Path file : candidates()) {
            take(file).ifPresent(outcomes);
        }
    }

    private List<FileRow> unfinished() {
        return services.transactions().reading(tx -> files.unfinished(tx, definition.name()));
    }

    private Optional<FileOutcome> goOn(FileRow row) throws IOException {
        Path work = Path.of(row.workPath());
        if (row.state() != FileState.CLAIMED) {
            return each.file(row, work);
        }
        if (row.workPath().isEmpty() || !Files.exists(work)) {
            folders.unclaim(folders.work(row.id(), row.name()), row.name());
            forget(row.id());
            return Optional.empty();
        }
        return Optional.of(process(row.id(), row.name(), work));
    }

    private List<Path> candidates() throws IOException {
        return folders.candidates(definition.pattern());
    }

    private boolean isWhole(Path file) throws IOException {
        if (definition.whole() == Whole.MARKED) {
            return Folders.isMarked(file);
        }
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return !changed.isAfter(services.clock().instant().minus(services.settle()));
    }

    private Optional<FileOutcome> take(Path file) throws IOException {
        cancel.throwIfCancelled();
        String name = file.getFileName().toString();
        long size;
        try {
            if (!isWhole(file)) {
                return Optional.of(waiting(file));
            }
            size = Files.size(file);
        } catch (NoSuchFileException e) {
            LOG.debug("File {} was gone before it could be claimed", name, e);
            return Optional.empty();
        }
        return claim(file, name, size);
    }

    private Optional<FileOutcome> claim(Path file, String name, long size) throws IOException {
        headway.file(definition.name(), size);
        long id = services.transactions().inTransaction(tx -> {
            long key = files.claim(tx, definition.name(), definition.unit(), name, size);
            files.working(tx, key, folders.work(key, name).toString());
            return key;
        });
        Path work = folders.work(id, name);
        if (!folders.claim(file, work)) {
            forget(id);
            return Optional.empty();
        }
        return Optional.of(process(id, name, work));
    }

    /** A file that was cancelled is put back as if it had never been taken. */
    private FileOutcome process(long id, String name, Path work) throws IOException {
        try {
            return each.process(id, name, work);
        } catch (CancellationException e) {
            folders.putBack(work, id, name);
            forget(id);
            throw e;
        }
    }

    private void forget(long id) {
        services.transactions().inTransaction(tx -> {
            files.forget(tx, id);
            return null;
        });
    }

    private FileOutcome waiting(Path file) {
        String name = file.getFileName().toString();
        Problem why = definition.whole() == Whole.MARKED ? FileProblems.unmarked(name) : FileProblems.growing(name);
        Decision decision = Decision.without(Result.WAITING, "", List.of(why));
        return each.outcome(0, name, decision, "");
    }
}
