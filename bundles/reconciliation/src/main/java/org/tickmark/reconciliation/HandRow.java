package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tickmark.api.host.books.Account.Side;

/**
 * An entry, or a part of one, as someone wants to match it.
 *
 * @param id key of the entry
 * @param side which side it is on
 * @param date when it was booked
 * @param whole its whole amount
 * @param rest what is open of it before
 * @param amount how much of it is wanted
 */
record HandRow(long id, Side side, LocalDate date, BigDecimal whole, Rest rest, BigDecimal amount) {
    /** Whether it is not the whole entry. */
    boolean isPart() {
        return amount.compareTo(whole) != 0;
    }

    /** Whether nothing of the entry is left open. */
    boolean takesAll() {
        return amount.compareTo(rest.amount()) == 0;
    }
}
