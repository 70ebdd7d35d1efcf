package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A voucher to be booked in the ledger. Its lines sum to nought.
 *
 * @param reference what its entry in the ledger is known by when it comes back
 * @param date when it is to be booked
 * @param kind what it books: {@code fee}, …
 * @param text what it says, its reference first
 * @param currency ISO 4217 code
 * @param lines its lines, first that on the account that is reconciled
 */
public record JournalVoucher(
        String reference, LocalDate date, String kind, String text, String currency, List<Line> lines) {
    /**
     * A line of it.
     *
     * @param account number of the account
     * @param amount debit, or credit below nought
     */
    public record Line(String account, BigDecimal amount) {
        public Line {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(amount, "amount");
        }
    }

    public JournalVoucher {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(currency, "currency");
        lines = List.copyOf(lines);
        BigDecimal sum = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new IllegalArgumentException("Voucher " + reference + " does not sum to 0 but to " + sum);
        }
    }
}
