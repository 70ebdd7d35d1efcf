package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.Imports.Claim;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;

/** Shows what files hold without changing anything. Thread-safe. */
public final class Previews {
    private static final Message FILES = FileProblems.message("progress.files");
    private static final Message ROWS = FileProblems.message("progress.rows");

    private final FileReader reader;
    private final Path spoolFolder;

    public Previews(Formats formats, Limits limits, Path spoolFolder) {
        this.reader = new FileReader(formats, limits);
        this.spoolFolder = spoolFolder;
    }

    /** One preview a file, in the order given. */
    public List<FilePreview> preview(List<Path> files, ReadAs readAs, Progress progress, CancelToken cancel) {
        List<FilePreview> previews = new ArrayList<>();
        for (Path file : files) {
            cancel.throwIfCancelled();
            progress.update(FILES, previews.size(), files.size());
            previews.add(preview(file, readAs, cancel));
        }
        return previews;
    }

    private FilePreview preview(Path file, ReadAs readAs, CancelToken cancel) {
        try {
            return shown(file, reader.read(source(file, readAs), EntryStore.NONE, ReadWatch.NONE, cancel));
        } catch (TickmarkException e) {
            return unreadable(file, e.problem());
        }
    }

    /** The formats that claim a file, the surest first. */
    public List<Claim> claims(Path file) {
        return reader.claims(file).stream()
                .map(known -> new Claim(known.name(), known.sureness()))
                .toList();
    }

    /** Reads a file and keeps its entries; it is not the pipeline's, so that a proof that fails is told and refuses nothing. */
    public OpenedFile open(Path file, ReadAs readAs, Progress progress, CancelToken cancel) {
        Spool spool = spool();
        try {
            ReadFile read = reader.read(source(file, readAs), spool, rows(progress), cancel);
            return new SpooledFile(shown(file, read), read.statements(), spool);
        } catch (TickmarkException e) {
            return new SpooledFile(unreadable(file, e.problem()), List.of(), spool);
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static ReadWatch rows(Progress progress) {
        return (rows, bytes) -> progress.update(ROWS, rows, Progress.UNKNOWN);
    }

    private Spool spool() {
        try {
            return new Spool(spoolFolder);
        } catch (IOException e) {
            throw FileProblems.unreadable(spoolFolder, e.toString()).exception(e);
        }
    }

    private static FileReader.Source source(Path file, ReadAs readAs) {
        return new FileReader.Source(
                file, String.valueOf(file.getFileName()), Optional.empty(), readAs, Strictness.LENIENT);
    }

    private static FilePreview unreadable(Path file, Problem problem) {
        return new FilePreview(file.toString(), "", "", List.of(), List.of(), Optional.of(problem));
    }

    private static FilePreview shown(Path file, ReadFile read) {
        List<FilePreview.Statement> statements = read.statements().stream()
                .map(statement ->
                        new FilePreview.Statement(statement.header(), statement.proof(), statement.problems()))
                .toList();
        Optional<Problem> error = read.allProblems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
        return new FilePreview(file.toString(), read.format(), read.encoding(), statements, read.problems(), error);
    }
}
