package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;

/**
 * How far in calendar days a bank row may be from its ledger row.
 *
 * @param before days that the bank may be before the ledger
 * @param after days that the bank may be after the ledger
 */
record Window(int before, int after) {
    /** What rules that do not say otherwise allow. */
    static final Window STANDARD = new Window(3, 10);

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final int LONGEST = 999;

    static List<Parameter> parameters() {
        return List.of(
                Parameter.number(BEFORE, STANDARD.before, 0, LONGEST),
                Parameter.number(AFTER, STANDARD.after, 0, LONGEST));
    }

    static Window of(Map<String, String> settings) {
        return new Window(Integer.parseInt(settings.get(BEFORE)), Integer.parseInt(settings.get(AFTER)));
    }

    /** The window that holds this one and another. */
    Window and(Window other) {
        return new Window(Math.max(before, other.before), Math.max(after, other.after));
    }

    /** How many days it holds. */
    int days() {
        return before + after + 1;
    }

    /** Finds pairs of a bank row, on the left, and a ledger row, on the right. */
    PairFinder finder(Snapshot rows) {
        return new PairFinder(rows, -after, before);
    }

    boolean holds(int bankDay, int ledgerDay) {
        return bankDay >= ledgerDay - before && bankDay <= ledgerDay + after;
    }

    /** The first day on the other side that may go with a row. */
    int earliest(int day, boolean bank) {
        return bank ? day - after : day - before;
    }

    /** The last day on the other side that may go with a row. */
    int latest(int day, boolean bank) {
        return bank ? day + before : day + after;
    }
}
