package org.tickmark.api.host.books;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.message.Message;

/**
 * Joins or forbids that entries come and go. Registered as a service by whoever refers to entries; called in the transaction that
 * books or removes them.
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

    /**
     * Forbids that entries are removed where {@link #beforeRemoval} would; changes nothing.
     *
     * @param entryIds keys of the entries
     * @throws org.tickmark.api.TickmarkException to forbid the removal
     */
    default void checkRemoval(Tx tx, List<Long> entryIds) throws SQLException {}

    /**
     * What letting go of entries would undo, each thing in words; asks for nothing and changes nothing.
     *
     * @param entryIds keys of the entries
     */
    default List<Message> wouldUndo(Tx tx, List<Long> entryIds) throws SQLException {
        return List.of();
    }

    /**
     * Agrees that something new comes to an account: entries, or a statement without any. Called after it was inserted, before the books say since
     * when they know it and the transaction ends.
     *
     * @param earliest earliest booking date of entries that are booked; {@link LocalDate#MAX} if none is
     * @throws org.tickmark.api.TickmarkException to forbid them all, with the code of an {@link org.tickmark.api.importer.ErrorClass} that tells
     *     what becomes of their file
     */
    default void beforeBooking(Tx tx, Caller caller, Account account, LocalDate earliest) throws SQLException {}
}
