package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
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
 * @param writeOffs the most that may be written off by hand
 * @param rules the rules, in the order they are applied; empty for the default rules
 */
public record Group(
        String name,
        String unit,
        List<String> bank,
        List<String> ledger,
        boolean background,
        WriteOffs writeOffs,
        List<Rule> rules) {
    /**
     * The most that may be written off by hand, without sign.
     *
     * @param perMatch of one match; zero if nothing may be
     * @param perMonth of all matches that are effective in one calendar month
     */
    public record WriteOffs(BigDecimal perMatch, BigDecimal perMonth) {
        /** Nothing may be written off. */
        public static final WriteOffs NONE = new WriteOffs(BigDecimal.ZERO, BigDecimal.ZERO);

        /**
         * Amounts, which are equal whatever zeros are behind their points.
         *
         * @throws IllegalArgumentException if one is below zero
         */
        public WriteOffs {
            if (perMatch.signum() < 0 || perMonth.signum() < 0) {
                throw new IllegalArgumentException("Below zero: " + perMatch + ", " + perMonth);
            }
            perMatch = perMatch.stripTrailingZeros();
            perMonth = perMonth.stripTrailingZeros();
        }
    }

    /** A group of which nothing may be written off. */
    public Group(
            String name, String unit, List<String> bank, List<String> ledger, boolean background, List<Rule> rules) {
        this(name, unit, bank, ledger, background, WriteOffs.NONE, rules);
    }

    public Group {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
        Objects.requireNonNull(writeOffs, "writeOffs");
        rules = List.copyOf(rules);
    }

    /** The same group with other rules. */
    public Group withRules(List<Rule> others) {
        return new Group(name, unit, bank, ledger, background, writeOffs, others);
    }
}
