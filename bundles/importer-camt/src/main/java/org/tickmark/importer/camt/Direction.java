package org.tickmark.importer.camt;

import java.math.BigDecimal;

/** Which way money goes, seen from the account. */
enum Direction {
    /** Into the account. */
    CREDIT,
    /** Out of the account. */
    DEBIT;

    /** The amount with the sign of this direction. */
    BigDecimal sign(BigDecimal amount) {
        return this == DEBIT ? amount.negate() : amount;
    }
}
