package org.tickmark.api.importer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A balance that a statement states.
 *
 * @param kind which balance
 * @param amount the amount; positive is in favour of the account holder (bank) or debit (ledger)
 * @param date the date it holds for, if stated
 */
public record Balance(Kind kind, BigDecimal amount, Optional<LocalDate> date) {
    /** Which balance. Only the first two prove anything. */
    public enum Kind {
        /** Booked balance before the first entry. */
        OPENING,
        /** Booked balance after the last entry. */
        CLOSING,
        /** What is available, with credit lines and reservations; never a proof. */
        AVAILABLE
    }

    public Balance {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(date, "date");
    }

    /** A balance without a date. */
    public static Balance of(Kind kind, BigDecimal amount) {
        return new Balance(kind, amount, Optional.empty());
    }

    /** A balance with a date. */
    public static Balance of(Kind kind, BigDecimal amount, LocalDate date) {
        return new Balance(kind, amount, Optional.of(date));
    }
}
