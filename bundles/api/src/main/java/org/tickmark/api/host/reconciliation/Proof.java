package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;

/**
 * The balance proof of a group on a date: {@code bankBalance - ledgerBalance = openingDifference + bankOpen - ledgerOpen +
 * matchedDifference}, exactly; and each balance equal to what the bank and the ledger themselves state.
 *
 * @param date the last booking date that takes part
 * @param currency ISO 4217 code
 * @param bankBalance opening balances and all entries of the bank side
 * @param ledgerBalance opening balances and all entries of the ledger side
 * @param openingDifference accepted difference of the opening balances, bank less ledger
 * @param bankOpen sum of the entries open on the bank side
 * @param ledgerOpen sum of the entries open on the ledger side
 * @param matchedDifference sum of the differences inside matches
 * @param bankStated closing balance that the bank states for the date, if it does
 * @param ledgerStated closing balance that the ledger states for the date, if it does
 * @param failures what does not hold; empty when the proof holds
 */
public record Proof(
        LocalDate date,
        String currency,
        BigDecimal bankBalance,
        BigDecimal ledgerBalance,
        BigDecimal openingDifference,
        BigDecimal bankOpen,
        BigDecimal ledgerOpen,
        BigDecimal matchedDifference,
        Optional<BigDecimal> bankStated,
        Optional<BigDecimal> ledgerStated,
        List<Problem> failures) {
    public Proof {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(bankStated, "bankStated");
        Objects.requireNonNull(ledgerStated, "ledgerStated");
        failures = List.copyOf(failures);
    }

    /** Whether everything holds. */
    public boolean ok() {
        return failures.isEmpty();
    }
}
