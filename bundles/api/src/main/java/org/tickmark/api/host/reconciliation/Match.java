package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * Entries that belong together.
 *
 * @param id key
 * @param runId key of the run that made it; 0 when a person did
 * @param group name of the group
 * @param rule name of the rule that made it; empty when a person did
 * @param effective the first day on which it counts: the latest booking date of its entries, or later
 * @param madeAt when it was made
 * @param madeBy identity of who made it
 * @param bank keys of its entries on the bank side
 * @param ledger keys of its entries on the ledger side
 * @param parts of those entries of which only a part belongs to it: the part, with the sign of the entry, by key
 * @param amount sum of one side: the bank side, or the ledger side when it has no bank entry
 * @param difference bank less ledger
 * @param evidence which fields agreed, and why it was unique
 */
public record Match(
        long id,
        long runId,
        String group,
        String rule,
        LocalDate effective,
        Instant madeAt,
        String madeBy,
        List<Long> bank,
        List<Long> ledger,
        Map<Long, BigDecimal> parts,
        BigDecimal amount,
        BigDecimal difference,
        List<Message> evidence) {
    public Match {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(madeBy, "madeBy");
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
        parts = Map.copyOf(parts);
        evidence = List.copyOf(evidence);
    }

    /** Whether a person made it, and no rule. */
    public boolean byHand() {
        return runId == 0;
    }
}
