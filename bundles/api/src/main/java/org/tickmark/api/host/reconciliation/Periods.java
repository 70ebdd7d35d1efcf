package org.tickmark.api.host.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Periods that are closed: what counts on or before the day that a group is locked through stays as it is. Safe for use from many threads.
 *
 * <p>While a group is locked through a day, no match of it that counts on or before that day is made or undone, and no entry booked on or before
 * it comes to the accounts of the group or leaves them: a file with such an entry is rejected with the code {@code E6.period-lock}, and
 * undoing what would need it is refused with {@code rec.period-lock}. Older entries that are still open can be matched: such a match
 * counts from the first day after.
 *
 * <p>A sign-off is prepared by one, reviewed by another, and closed, which locks the group; it can be reopened with a reason. Each step is told in
 * the audit log and by an event.
 */
@ProviderType
public interface Periods {
    /** The day that a group is locked through; empty if it is not. */
    Optional<LocalDate> lockedThrough(Caller caller, String group);

    /**
     * Locks a group through a later day than it is, without a sign-off. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_LOCK}.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.lock-day} if it is locked through that day already, or the day has not passed
     */
    void lock(Caller caller, String group, LocalDate through, String reason);

    /**
     * Locks a group through an earlier day than it is, or not at all. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_LOCK}.
     *
     * @param through the day; empty for no lock
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.lock-day} if it is not locked beyond that day, and {@code
     *     rec.closed} if a sign-off beyond it is closed, which is to be reopened
     */
    void unlock(Caller caller, String group, Optional<LocalDate> through, String reason);

    /** The sign-offs of a group, from the latest. */
    List<SignOff> signOffs(Caller caller, String group);

    /**
     * Prepares a sign-off: keeps the statement of the group on a day. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_SIGN}.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.not-proven} if the balance proof of the day does not hold or there is none,
     *     {@code rec.lock-day} if the group is locked through that day or the day has not passed, and {@code rec.sign-off} if another sign-off of the group
     *     is under way
     */
    SignOff prepare(Caller caller, String group, LocalDate through);

    /**
     * Approves what someone else prepared. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_SIGN}.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.same-person} if the caller prepared it, {@code rec.sign-off} if it is not
     *     prepared, and {@code rec.changed} if what it says does not stand any more
     */
    SignOff review(Caller caller, long signOff);

    /**
     * Gives up a sign-off that is under way. Asks for {@link org.tickmark.api.Permission#RECONCILIATION_SIGN}.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.sign-off} if it is not under way
     */
    SignOff sendBack(Caller caller, long signOff, String reason);

    /**
     * Closes a period that was reviewed: locks the group through its day. Asks for {@link
     * org.tickmark.api.Permission#RECONCILIATION_LOCK}.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.sign-off} if it is not reviewed, and {@code rec.changed} if what it says
     *     does not stand any more
     */
    SignOff close(Caller caller, long signOff);

    /**
     * Opens a period again: the group is locked as it was before it was closed. Asks for {@link
     * org.tickmark.api.Permission#RECONCILIATION_LOCK}.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.sign-off} if it is not closed, and {@code rec.closed} if the group is locked through
     *     a later day, which is to be opened first
     */
    SignOff reopen(Caller caller, long signOff, String reason);

    /** The statement of a sign-off, byte for byte as it was prepared: a page. Its SHA-256 is {@link SignOff#statementHash}. */
    String statement(Caller caller, long signOff);
}
