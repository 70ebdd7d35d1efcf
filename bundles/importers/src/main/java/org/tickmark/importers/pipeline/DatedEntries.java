package org.tickmark.importers.pipeline;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.tickmark.api.importer.ImportedEntry;

/** Entries of which those without a booking date count as booked on the statement's day. */
record DatedEntries(Iterable<ImportedEntry> entries, LocalDate day) implements Iterable<ImportedEntry> {
    @Override
    public Iterator<ImportedEntry> iterator() {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.bookingDate().isPresent() ? entry : entry.bookedOn(day))
                .iterator();
    }
}
