package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * What people do with a reconciliation: the one service behind shell and web. Safe for use from many threads.
 *
 * <p>Every change asks for {@link org.tickmark.api.Permission#RECONCILIATION_MATCH} in the unit of the group, is one transaction, and
 * is told in the audit log and by an event. Of several people who want the same entry the first gets it; the others get the code
 * {@code rec.taken}, with the match, who made it and when. Matches made here are undone as those of rules are: {@link
 * Reconciliation#undoMatch}.
 */
@ProviderType
public interface ManualWork {
    /**
     * What may belong to open entries, as the rules find it now; the best few for each, bank side first, by date and key. Those that were
     * turned down are left out.
     */
    List<Suggestion> suggestions(Caller caller, String group);

    /**
     * What a match would be, changing nothing. A difference that the request does not bear is told, not refused.
     *
     * @throws org.tickmark.api.TickmarkException as {@link #match}, but for the difference
     */
    Draft draft(Caller caller, HandMatch request);

    /**
     * Matches entries, or parts of them; what is left of an entry stays open. Its rule is empty and its run 0. It counts from the latest booking
     * date of its entries.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.taken} if an entry is in a match already, {@code rec.unknown-entry} if one
     *     is not booked on an account of the group, {@code rec.excluded} if one is left out, {@code rec.part} if more than is open, or
     *     the other sign, or part of a minor unit is asked for, {@code rec.no-entries} or {@code rec.entry-twice} for such a request,
     *     {@code rec.difference} if bank and ledger differ by another amount than is borne, {@code rec.write-off} if that is more than
     *     the group allows
     */
    Match match(Caller caller, HandMatch request);

    /**
     * Matches what a suggestion says.
     *
     * @param suggestion what it is known by
     * @param writeOff the difference to bear; empty if there must be none
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-suggestion} if it does not stand any more, else as {@link
     *     #match}
     */
    Match accept(Caller caller, String group, String suggestion, Optional<WriteOff> writeOff);

    /**
     * Turns a suggestion down: it does not come again as long as the same is open of its entries.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-suggestion} if it does not stand any more
     */
    void reject(Caller caller, String group, String suggestion, String reason);

    /**
     * Leaves open entries out: they stay open, but no rule and nobody matches them until they are let in again.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException as {@link #match}, if one of them could not be matched
     */
    void exclude(Caller caller, String group, List<Long> entries, String reason);

    /**
     * Lets entries in again.
     *
     * @param reason why, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.not-excluded} if one of them was not left out
     */
    void include(Caller caller, String group, List<Long> entries, String reason);

    /**
     * Writes a note beside an entry or a match; those before it stay.
     *
     * @param text the note, not blank
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-entry} or {@code rec.unknown-match} if the group has no such
     */
    void note(Caller caller, String group, Note.Subject subject, long subjectId, String text);

    /** The notes of a group, from the latest. */
    List<Note> notes(Caller caller, String group);

    /**
     * What a match would be.
     *
     * @param effective from which day it counts
     * @param amount sum of one side: the bank side, or the ledger side when it has no entry of the bank
     * @param difference bank less ledger
     * @param currency ISO 4217 code
     * @param monthLeft how much more may be written off in the month of that day
     */
    record Draft(LocalDate effective, BigDecimal amount, BigDecimal difference, String currency, BigDecimal monthLeft) {
        public Draft {
            Objects.requireNonNull(effective, "effective");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(monthLeft, "monthLeft");
        }
    }
}
