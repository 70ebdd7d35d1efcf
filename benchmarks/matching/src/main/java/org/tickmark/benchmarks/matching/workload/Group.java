package org.tickmark.benchmarks.matching.workload;

import java.util.List;
import java.util.Objects;

/**
 * Rows that belong together, or that have only this in common that they must stay open.
 *
 * @param type what kind of matter it is
 * @param expected what is to become of them
 * @param bank the bank's rows
 * @param ledger the ledger's rows
 */
public record Group(String type, Expected expected, List<Row> bank, List<Row> ledger) {
    /** What is to become of the rows of a group. */
    public enum Expected {
        /** They are one match, and nothing else is. */
        MATCH,
        /** They may be this match or stay open; both is right. */
        EITHER,
        /** Each of them stays open: no match of any of them can be certain. */
        OPEN
    }

    public Group {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(expected, "expected");
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
    }

    static Group match(String type, List<Row> bank, List<Row> ledger) {
        return new Group(type, Expected.MATCH, bank, ledger);
    }

    static Group either(String type, List<Row> bank, List<Row> ledger) {
        return new Group(type, Expected.EITHER, bank, ledger);
    }

    static Group open(String type, List<Row> bank, List<Row> ledger) {
        return new Group(type, Expected.OPEN, bank, ledger);
    }
}
