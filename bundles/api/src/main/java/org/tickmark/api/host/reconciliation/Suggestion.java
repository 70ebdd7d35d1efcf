package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * Open entries of a group that may belong together, for a person to decide. It holds no entry back, and is no more as soon as what is
 * open of one of its entries has changed.
 *
 * @param id what it is known by: the same as long as the same is open of the same entries
 * @param anchor key of the entry that it is made for
 * @param rank 1 for the best one for that entry
 * @param rows its entries, bank side first, by date and key; of each what is open
 * @param difference bank less ledger
 * @param reasons what speaks for it and what against it
 */
public record Suggestion(
        String id, long anchor, int rank, List<OpenItem> rows, BigDecimal difference, List<Message> reasons) {
    public Suggestion {
        Objects.requireNonNull(id, "id");
        rows = List.copyOf(rows);
        Objects.requireNonNull(difference, "difference");
        reasons = List.copyOf(reasons);
    }
}
