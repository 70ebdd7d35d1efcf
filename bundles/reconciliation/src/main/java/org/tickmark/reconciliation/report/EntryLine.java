package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tickmark.api.host.books.Account.Side;

/**
 * An entry as people want to see it.
 *
 * @param id its key
 * @param side which side it is on
 * @param account code of its account
 * @param date when it was booked
 * @param amount signed amount
 * @param reference the reference that says most; empty if none
 * @param party name of the other side; empty if unknown
 * @param text its free text in one line
 * @param voucher its voucher in the ledger; empty if none
 */
public record EntryLine(
        long id,
        Side side,
        String account,
        LocalDate date,
        BigDecimal amount,
        String reference,
        String party,
        String text,
        String voucher) {
    /** The same entry where only a part of it matters. */
    public EntryLine of(BigDecimal part) {
        return new EntryLine(id, side, account, date, part, reference, party, text, voucher);
    }
}
