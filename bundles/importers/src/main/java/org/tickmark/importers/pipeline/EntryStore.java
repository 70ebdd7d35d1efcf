package org.tickmark.importers.pipeline;

import org.tickmark.api.importer.ImportedEntry;

/** Where entries go while a file is read. */
interface EntryStore {
    /** For who wants the totals only. */
    EntryStore NONE = new EntryStore() {
        @Override
        public void add(int statement, ImportedEntry entry) {
            // The totals are all that is wanted.
        }

        @Override
        public Iterable<ImportedEntry> of(int statement) {
            throw new IllegalStateException("no entries were kept");
        }
    };

    /**
     * Keeps an entry.
     *
     * @param statement number of its statement in the file, from 0
     */
    void add(int statement, ImportedEntry entry);

    /** The entries of a statement, in the order added, the same at each reading. */
    Iterable<ImportedEntry> of(int statement);
}
