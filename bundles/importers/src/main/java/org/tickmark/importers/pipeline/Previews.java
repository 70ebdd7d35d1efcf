package org.tickmark.importers.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;

/** Shows what files hold without changing anything. Thread-safe. */
public final class Previews {
    private static final Message FILES = FileProblems.message("progress.files");

    private final FileReader reader;

    public Previews(Formats formats, Limits limits) {
        this.reader = new FileReader(formats, limits);
    }

    /** One preview a file, in the order given. */
    public List<FilePreview> preview(List<Path> files, Progress progress, CancelToken cancel) {
        List<FilePreview> previews = new ArrayList<>();
        for (Path file : files) {
            cancel.throwIfCancelled();
            progress.update(FILES, previews.size(), files.size());
            previews.add(preview(file, cancel));
        }
        return previews;
    }

    private FilePreview preview(Path file, CancelToken cancel) {
        FileReader.Source source = new FileReader.Source(
                file, String.valueOf(file.getFileName()), Optional.empty(), Map.of(), Strictness.LENIENT);
        try {
            return shown(file, reader.read(source, EntryStore.NONE, Progress.NONE, cancel));
        } catch (TickmarkException e) {
            return new FilePreview(file.toString(), "", "", List.of(), List.of(), Optional.of(e.problem()));
        }
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
