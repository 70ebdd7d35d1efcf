package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/**
 * How far in days a bank row may be from its ledger row.
 *
 * @param before days that the bank may be before the ledger
 * @param after days that the bank may be after the ledger
 * @param days which days count
 */
record Window(int before, int after, DayCount days) {
    /** What rules that do not say otherwise allow. */
    static final Window STANDARD = new Window(3, 10, DayCount.ALL);

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String DAYS = "days";
    private static final int LONGEST = 999;

    static List<RuleParameter> parameters() {
        return List.of(
                Parameters.number(BEFORE, STANDARD.before, 0, LONGEST),
                Parameters.number(AFTER, STANDARD.after, 0, LONGEST),
                Parameters.word(DAYS, STANDARD.days.word(), DayCount.words().toArray(String[]::new)),
                DateFields.parameter(DateFields.BANK),
                DateFields.parameter(DateFields.LEDGER));
    }

    static Window of(Map<String, String> settings) {
        return new Window(
                Integer.parseInt(settings.get(BEFORE)),
                Integer.parseInt(settings.get(AFTER)),
                DayCount.of(settings.get(DAYS)));
    }

    /** A window that holds this one and another: as many working days are never fewer than as many days. */
    Window and(Window other) {
        return new Window(
                Math.max(before, other.before), Math.max(after, other.after), countsWorkingDays() ? days : other.days);
    }

    /** Whether only working days count. */
    boolean countsWorkingDays() {
        return days != DayCount.ALL;
    }

    /** How many days of the calendar it holds for a bank row of this day. */
    int span(int day) {
        return latest(day, true) - earliest(day, true) + 1;
    }

    /** Finds pairs of a bank row, on the left, and a ledger row, on the right. */
    PairFinder finder(Snapshot rows) {
        return new PairFinder(rows, reach(true), reach(false));
    }

    private PairFinder.Reach reach(boolean bank) {
        return new PairFinder.Reach() {
            @Override
            public int earliest(int day) {
                return Window.this.earliest(day, bank);
            }

            @Override
            public int latest(int day) {
                return Window.this.latest(day, bank);
            }
        };
    }

    boolean holds(int bankDay, int ledgerDay) {
        return ledgerDay >= earliest(bankDay, true) && ledgerDay <= latest(bankDay, true);
    }

    /** The first day on the other side that may go with a row. */
    int earliest(int day, boolean bank) {
        return days.earliest(day, bank ? after : before);
    }

    /** The last day on the other side that may go with a row. */
    int latest(int day, boolean bank) {
        return days.latest(day, bank ? before : after);
    }
}
