package org.tickmark.importers.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;

/** Recognises a file and reads it through the importer of its format. Thread-safe. */
final class FileReader {
    private static final int BUFFER = 64 * 1024;

    private final Formats formats;
    private final Limits limits;

    FileReader(Formats formats, Limits limits) {
        this.formats = formats;
        this.limits = limits;
    }

    /**
     * A file to read.
     *
     * @param path where it lies
     * @param name what it is called, which may differ from the path once it is claimed
     * @param format its format; empty to recognise it
     * @param readAs how to read it
     * @param strictness whether a statement that does not add up is an error
     */
    record Source(Path path, String name, Optional<String> format, ReadAs readAs, Strictness strictness) {}

    /**
     * Reads a file.
     *
     * @throws TickmarkException with a code of an error class if it cannot be read to its end
     * @throws CancellationException if it was cancelled
     */
    ReadFile read(Source source, EntryStore store, Progress progress, CancelToken cancel) {
        try {
            requireSize(source.path());
            Formats.Known format = format(source);
            return read(
                    source, format, new CollectingSink(store, source.strictness(), limits, progress, cancel), cancel);
        } catch (IOException e) {
            throw FileProblems.unreadable(source.path(), e.toString()).exception(e);
        }
    }

    private ReadFile read(Source source, Formats.Known format, CollectingSink sink, CancelToken cancel)
            throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.path()), BUFFER)) {
            ReadAs readAs = source.readAs();
            ReadContext context = new ReadContext(source.name(), readAs.kind(), readAs.options(), limits, cancel);
            format.importer().read(in, context, sink);
            sink.end();
            return sink.result(format.name());
        } catch (TooManyErrors e) {
            return withProblem(sink.result(format.name()), e.problem());
        } catch (TickmarkException | CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw FileProblems.importerFailed(format.name(), e).exception(e);
        }
    }

    private static ReadFile withProblem(ReadFile read, Problem problem) {
        List<Problem> problems =
                Stream.concat(read.problems().stream(), Stream.of(problem)).toList();
        return new ReadFile(read.format(), read.encoding(), read.statements(), problems);
    }

    private Formats.Known format(Source source) throws IOException {
        if (source.format().isPresent()) {
            String name = source.format().get();
            return formats.named(name)
                    .orElseThrow(() -> FileProblems.noImporter(name).exception());
        }
        return formats.detect(head(source));
    }

    private static FileHead head(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.path())) {
            return new FileHead(source.name(), in.readNBytes(FileHead.LIMIT));
        }
    }

    private void requireSize(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw FileProblems.unreadable(path, FileProblems.message("no-file").toString())
                    .exception();
        }
        long size = Files.size(path);
        if (size == 0) {
            throw FileProblems.empty(path).exception();
        }
        if (size > limits.bytes()) {
            throw FileProblems.tooLarge("bytes", limits.bytes()).exception();
        }
    }
}
