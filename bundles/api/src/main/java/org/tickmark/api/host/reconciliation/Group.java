package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;

/**
 * Accounts that are reconciled with each other, and by which rules.
 *
 * @param name unique; words of a-z and 0-9 joined by hyphens
 * @param unit code of the unit
 * @param bank codes of the accounts on the bank side
 * @param ledger codes of the accounts on the ledger side
 * @param background whether scheduled runs take part
 * @param rules the rules, in the order they are applied; empty for the default rules
 */
public record Group(
        String name, String unit, List<String> bank, List<String> ledger, boolean background, List<Rule> rules) {
    public Group {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
        rules = List.copyOf(rules);
    }
}
