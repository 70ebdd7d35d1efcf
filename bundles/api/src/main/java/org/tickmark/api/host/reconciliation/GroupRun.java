package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;

/**
 * What reconciling a group did.
 *
 * @param runId key of the run, by which it can be undone; 0 for a dry run, or when the group failed
 * @param group name of the group
 * @param unit code of its unit
 * @param rules what each rule matched, in the order applied
 * @param bankOpen how many entries are open on the bank side
 * @param ledgerOpen how many entries are open on the ledger side
 * @param proof the balance proof after the run; empty when the group failed or has no entries
 * @param problems what kept the group from being reconciled or rules from being applied, and warnings, such as of rules that wait for a plugin
 */
public record GroupRun(
        long runId,
        String group,
        String unit,
        List<RuleCount> rules,
        long bankOpen,
        long ledgerOpen,
        Optional<Proof> proof,
        List<Problem> problems) {
    public GroupRun {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(unit, "unit");
        rules = List.copyOf(rules);
        Objects.requireNonNull(proof, "proof");
        problems = List.copyOf(problems);
    }

    /** How many entries were matched. */
    public long matchedEntries() {
        return rules.stream()
                .mapToLong(rule -> rule.bankEntries() + rule.ledgerEntries())
                .sum();
    }

    /**
     * What one rule matched.
     *
     * @param rule name of the rule
     * @param kind its kind
     * @param matches how many matches
     * @param bankEntries entries of the bank side in them
     * @param ledgerEntries entries of the ledger side in them
     */
    public record RuleCount(String rule, String kind, long matches, long bankEntries, long ledgerEntries) {}
}
