package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Other rules for a group.
 *
 * @param rules in the order to be applied; none for the default rules
 * @param over number of the version that they were made of; empty to save them over whatever there is
 * @param reason why, not blank unless nothing is saved anyway
 * @param dryRun whether only to tell what would change
 */
public record RuleEdit(List<Rule> rules, OptionalInt over, String reason, boolean dryRun) {
    public RuleEdit {
        rules = List.copyOf(rules);
        Objects.requireNonNull(over, "over");
        Objects.requireNonNull(reason, "reason");
    }
}
