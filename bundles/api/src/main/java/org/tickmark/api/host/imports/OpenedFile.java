package org.tickmark.api.host.imports;

import org.osgi.annotation.versioning.ProviderType;

/** A file that was read without any set-up; its entries lie aside until it is closed. For one thread. */
@ProviderType
public interface OpenedFile extends AutoCloseable {
    /** What the file holds. If it could not be read, the entries are not all of it. */
    FilePreview preview();

    /**
     * The entries of a statement, in the order of the file, the same at each reading. One without a booking date is booked on
     * the day of its statement.
     *
     * @param statement position in the statements of the preview
     */
    Iterable<NumberedEntry> entries(int statement);

    /** Removes what was set aside. */
    @Override
    void close();
}
