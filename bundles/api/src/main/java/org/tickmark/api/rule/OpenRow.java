package org.tickmark.api.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.importer.Reference;

/**
 * An entry of the bank or the ledger that is in no match. Made by the host, and by the testkit in tests.
 *
 * @param number its place in {@link RuleRun#rows}; means nothing beyond the run
 * @param side which side it is on
 * @param bookingDate when it was booked
 * @param valueDate from when it bears interest
 * @param amount signed; positive is into the account (bank) or debit (ledger)
 * @param references references given in fields of their own
 * @param party name of the other side; empty if unknown
 * @param partyAccount account of the other side; empty if unknown
 * @param bankReference the bank's own reference of the row; empty if none
 * @param text free text, its lines separated by line feeds
 */
public record OpenRow(
        int number,
        Side side,
        LocalDate bookingDate,
        Optional<LocalDate> valueDate,
        BigDecimal amount,
        List<Reference> references,
        String party,
        String partyAccount,
        String bankReference,
        String text) {
    /** The two sides that are reconciled. */
    public enum Side {
        /** What the bank says. */
        BANK,
        /** What the ledger says. */
        LEDGER
    }

    public OpenRow {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(bookingDate, "bookingDate");
        Objects.requireNonNull(valueDate, "valueDate");
        Objects.requireNonNull(amount, "amount");
        references = List.copyOf(references);
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(partyAccount, "partyAccount");
        Objects.requireNonNull(bankReference, "bankReference");
        Objects.requireNonNull(text, "text");
    }
}
