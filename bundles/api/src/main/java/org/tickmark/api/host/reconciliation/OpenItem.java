package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.message.Message;

/**
 * An entry that is in no match, or what is left of one of which a part is in a match.
 *
 * @param entryId key of the entry
 * @param side which side it is on
 * @param account code of its account
 * @param bookingDate when it was booked
 * @param amount what is open of its signed amount
 * @param whole its whole signed amount
 * @param currency ISO 4217 code
 * @param reference the reference that says most; empty when it has none
 * @param party name of the other side; empty when not known
 * @param text its free text
 * @param ageDays days from its booking to the date of the list
 * @param reason why no rule matched it
 * @param note the latest note on it; empty when there is none
 */
public record OpenItem(
        long entryId,
        Account.Side side,
        String account,
        LocalDate bookingDate,
        BigDecimal amount,
        BigDecimal whole,
        String currency,
        String reference,
        String party,
        String text,
        long ageDays,
        Message reason,
        String note) {
    public OpenItem {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(bookingDate, "bookingDate");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(whole, "whole");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
    }
}
