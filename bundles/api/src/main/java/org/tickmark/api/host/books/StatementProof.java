package org.tickmark.api.host.books;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a statement adds up: opening + sum of the booked entries = closing, exactly.
 *
 * @param opening booked balance before the first entry, if stated
 * @param sum signed sum of the booked entries
 * @param closing booked balance after the last entry, if stated
 * @param transactions how many booked entries
 */
public record StatementProof(
        Optional<BigDecimal> opening, BigDecimal sum, Optional<BigDecimal> closing, long transactions) {
    /** What a proof says. */
    public enum Verdict {
        /** It adds up. */
        OK,
        /** It does not. */
        FAILED,
        /** A balance is missing, so nothing can be said. */
        NONE
    }

    public StatementProof {
        Objects.requireNonNull(opening, "opening");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(closing, "closing");
    }

    /** What the proof says. */
    public Verdict verdict() {
        return difference()
                .map(difference -> difference.signum() == 0 ? Verdict.OK : Verdict.FAILED)
                .orElse(Verdict.NONE);
    }

    /** Closing less opening less sum; empty when a balance is missing. */
    public Optional<BigDecimal> difference() {
        return opening.flatMap(start -> closing.map(end -> end.subtract(start).subtract(sum)));
    }
}
