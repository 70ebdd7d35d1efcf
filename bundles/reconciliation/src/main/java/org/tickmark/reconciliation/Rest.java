package org.tickmark.reconciliation;

import java.math.BigDecimal;

/**
 * What is left of an entry of which a part is matched.
 *
 * @param amount what is open of it, with the sign of the entry
 * @param parts how many of its parts are matched
 */
record Rest(BigDecimal amount, int parts) {
    /** No part of the entry is matched: for counting only, as the amount is not told. */
    static final Rest WHOLE = new Rest(BigDecimal.ZERO, 0);

    /** The number of the next part to be matched. */
    int nextPart() {
        return parts + 1;
    }
}
