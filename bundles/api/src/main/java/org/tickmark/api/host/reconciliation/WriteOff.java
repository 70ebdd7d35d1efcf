package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A difference that someone chooses to bear.
 *
 * @param kind what it is
 * @param amount the difference, bank less ledger, exactly as it is
 */
public record WriteOff(Kind kind, BigDecimal amount) {
    /** What a difference may be. */
    public enum Kind {
        /** Less than anybody pays. */
        ROUNDING,
        /** What a bank or another kept for its service. */
        FEE,
        /** What was taken off for paying early, or as agreed. */
        DISCOUNT,
        /** Of rates of exchange. */
        EXCHANGE,
        /** Anything else. */
        OTHER
    }

    public WriteOff {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
    }
}
