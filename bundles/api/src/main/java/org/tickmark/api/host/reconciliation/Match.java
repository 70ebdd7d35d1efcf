package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * Entries that belong together.
 *
 * @param id key
 * @param runId key of the run that made it
 * @param group name of the group
 * @param rule name of the rule that made it
 * @param effective latest booking date of its entries
 * @param madeAt when it was made
 * @param bank keys of its entries on the bank side
 * @param ledger keys of its entries on the ledger side
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
        List<Long> bank,
        List<Long> ledger,
        BigDecimal amount,
        BigDecimal difference,
        List<Message> evidence) {
    public Match {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(madeAt, "madeAt");
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
        evidence = List.copyOf(evidence);
    }
}
