package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.importer.ImportedEntry;

/**
 * Tells how far a run is: at which file of how many, how many rows it has read and how fast, and which share of all bytes is done. A file is half done when
 * it is read, and the books read its entries twice. For one thread.
 */
final class Headway {
    private static final Logger LOG = LoggerFactory.getLogger(Headway.class);

    private static final int ROWS_BETWEEN = 1000;
    private static final int READINGS_BY_BOOKS = 2;

    private final Progress progress;
    private final Clock clock;
    private final long beganMillis;
    private long files;
    private long bytes;
    private String definition = "";
    private long file;
    private long size;
    private long rows;
    private long booked;
    private long bytesBefore;
    private long rowsBefore;

    private Headway(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
        this.beganMillis = clock.millis();
    }

    /** Of a run that begins now; the files that lie there now are what there is to do. */
    static Headway of(List<Pipeline.Work> works, Progress progress, Clock clock) {
        Headway headway = new Headway(progress, clock);
        works.forEach(headway::expect);
        return headway;
    }

    private void expect(Pipeline.Work work) {
        Folders folders =
                new Folders(work.source(), work.archive(), work.definition().whole());
        try {
            for (Path path : folders.candidates(work.definition().pattern())) {
                files++;
                bytes += Files.size(path);
            }
        } catch (IOException e) {
            LOG.debug(
                    "Folder of {}: the run itself tells what is wrong with it",
                    work.definition().name(),
                    e);
        }
    }

    /** The next file begins, and the one before it is done. */
    void file(String ofDefinition, long fileSize) {
        bytesBefore += size;
        rowsBefore += rows;
        definition = ofDefinition;
        size = fileSize;
        rows = 0;
        booked = 0;
        file++;
        tell(0);
    }

    /** So much of the file has been read. */
    void read(long rowsOfFile, long bytesOfFile) {
        rows = rowsOfFile;
        tell(Math.min(bytesOfFile, size) / 2);
    }

    /** The same file, which tells how far the books have got with it. */
    BookedFile booking(BookedFile whole) {
        return new BookedFile(
                whole.fileId(), whole.statements().stream().map(this::booking).toList());
    }

    private BookedFile.Statement booking(BookedFile.Statement statement) {
        return new BookedFile.Statement(
                statement.account(),
                statement.header(),
                statement.balances(),
                statement.proof(),
                () -> booking(statement.entries().iterator()));
    }

    private Iterator<ImportedEntry> booking(Iterator<ImportedEntry> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public ImportedEntry next() {
                booked();
                return entries.next();
            }
        };
    }

    private void booked() {
        if (++booked % ROWS_BETWEEN == 0 && rows > 0) {
            long part = booked * (size / 2) / (READINGS_BY_BOOKS * rows);
            tell(size / 2 + Math.min(size / 2, part));
        }
    }

    private void tell(long bytesOfFile) {
        long all = Math.max(1, Math.max(bytes, bytesBefore + size));
        long rowsRead = rowsBefore + rows;
        long millis = clock.millis() - beganMillis;
        long perSecond = millis <= 0 ? 0 : rowsRead * 1000 / millis;
        progress.share(
                FileProblems.message("progress.run", definition, file, Math.max(files, file), rowsRead, perSecond),
                bytesBefore + bytesOfFile,
                all);
    }
}
