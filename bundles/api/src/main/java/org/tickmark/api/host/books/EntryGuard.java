package org.tickmark.api.host.books;

import java.sql.SQLException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;

/**
 * Joins or forbids the removal of entries. Registered as a service by whoever refers to entries; called in the
 * transaction that removes them, before it does.
 */
@ConsumerType
public interface EntryGuard {
    /**
     * Lets go of entries that are about to be removed, such as by dissolving the matches they are in.
     *
     * @param entryIds keys of the entries
     * @param reason why they are removed, as the caller gave it
     * @throws org.tickmark.api.TickmarkException to forbid the removal, for instance where a period is locked
     */
    void beforeRemoval(Tx tx, Caller caller, List<Long> entryIds, String reason) throws SQLException;
}
