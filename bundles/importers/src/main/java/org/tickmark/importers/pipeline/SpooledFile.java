package org.tickmark.importers.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;

/** A file whose entries lie in a spool of its own. */
record SpooledFile(FilePreview preview, List<ReadStatement> statements, Spool spool) implements OpenedFile {
    SpooledFile {
        statements = List.copyOf(statements);
    }

    @Override
    public Iterable<NumberedEntry> entries(int statement) {
        ReadStatement read = statements.get(statement);
        Iterable<NumberedEntry> entries = spool.numbered(read.number());
        Optional<LocalDate> day = read.date();
        return day.isEmpty()
                ? entries
                : () -> StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> dated(entry, day.get()))
                        .iterator();
    }

    private static NumberedEntry dated(NumberedEntry numbered, LocalDate day) {
        return numbered.entry().bookingDate().isPresent()
                ? numbered
                : new NumberedEntry(numbered.number(), numbered.entry().bookedOn(day));
    }

    @Override
    public void close() {
        spool.close();
    }
}
