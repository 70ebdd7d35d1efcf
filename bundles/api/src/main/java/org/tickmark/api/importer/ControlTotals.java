package org.tickmark.api.importer;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Totals that the file itself states about a statement's booked entries; the host compares those that are there.
 *
 * @param count how many entries
 * @param sum signed sum
 * @param credits sum of the amounts into the account, not negative
 * @param debits sum of the amounts out of the account, not negative
 */
public record ControlTotals(
        Optional<Long> count, Optional<BigDecimal> sum, Optional<BigDecimal> credits, Optional<BigDecimal> debits) {
    public ControlTotals {
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(credits, "credits");
        Objects.requireNonNull(debits, "debits");
    }
}
