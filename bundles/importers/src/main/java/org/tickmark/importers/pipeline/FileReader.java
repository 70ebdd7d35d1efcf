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
     * Reads a file; of one that is packed and that no format claims as it is, what is in it.
     *
     * @throws TickmarkException with a code of an error class if it cannot be read to its end
     * @throws CancellationException if it was cancelled
     */
    ReadFile read(Source source, EntryStore store, ReadWatch watch, CancelToken cancel) {
        CollectingSink sink = new CollectingSink(store, source.strictness(), limits, watch, cancel);
        try {
            requireSize(source.path());
            Packed.Member whole = new Packed.Member(source.name(), () -> Files.newInputStream(source.path()));
            FileHead head = head(whole);
            if (isPacked(head)) {
                readPacked(source, head, sink, cancel);
            } else {
                read(source, whole, head, sink, cancel);
            }
            return sink.result();
        } catch (TooManyErrors e) {
            return withProblem(sink.result(), e.problem());
        } catch (IOException e) {
            throw FileProblems.unreadable(source.path(), e.toString()).exception(e);
        }
    }

    private boolean isPacked(FileHead head) {
        return Packed.isPacked(head) && !formats.isClaimed(head);
    }

    /** Reads one after the other as if all were in one file. */
    private void readPacked(Source source, FileHead packedHead, CollectingSink sink, CancelToken cancel)
            throws IOException {
        try (Packed packed = Packed.open(source.path(), packedHead, limits)) {
            for (Packed.Member member : packed.members()) {
                try {
                    FileHead head = head(member);
                    if (isPacked(head)) {
                        throw FileProblems.packedTwice().exception();
                    }
                    sink.within(member.name());
                    read(source, member, head, sink, cancel);
                } catch (TooManyErrors e) {
                    throw e;
                } catch (TickmarkException e) {
                    throw e.problem().within(member.name()).exception(e);
                }
            }
        }
    }

    private void read(Source source, Packed.Member file, FileHead head, CollectingSink sink, CancelToken cancel)
            throws IOException {
        Formats.Known format = format(source, head);
        sink.format(format.name());
        try (InputStream in = new BufferedInputStream(sink.counted(file.open()), BUFFER)) {
            ReadAs readAs = source.readAs();
            ReadContext context = new ReadContext(file.name(), readAs.kind(), readAs.options(), limits, cancel);
            format.importer().read(in, context, sink);
            sink.end();
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

    private Formats.Known format(Source source, FileHead head) {
        if (source.format().isPresent()) {
            String name = source.format().get();
            return formats.named(name)
                    .orElseThrow(() -> FileProblems.noImporter(name).exception());
        }
        return formats.detect(head);
    }

    /** The formats that claim a file as it lies there, the surest first. */
    List<Formats.Known> claims(Path path) {
        try {
            requireSize(path);
            return formats.claims(
                    head(new Packed.Member(String.valueOf(path.getFileName()), () -> Files.newInputStream(path))));
        } catch (IOException e) {
            throw FileProblems.unreadable(path, e.toString()).exception(e);
        }
    }

    private static FileHead head(Packed.Member file) throws IOException {
        try (InputStream in = file.open()) {
            return new FileHead(file.name(), in.readNBytes(FileHead.LIMIT));
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
