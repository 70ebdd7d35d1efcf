package org.tickmark.benchmarks.matching.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/**
 * A match to be judged.
 *
 * @param rule the rule that found it
 * @param bank its bank rows, by number
 * @param ledger its ledger rows, by number
 * @param difference bank less ledger, as the matcher says
 * @param evidence why it was made, for people
 */
public record Match(
        String rule, List<Integer> bank, List<Integer> ledger, BigDecimal difference, Supplier<String> evidence) {
    public Match {
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
    }
}
