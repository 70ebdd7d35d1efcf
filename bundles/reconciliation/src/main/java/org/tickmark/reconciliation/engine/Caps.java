package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets pairs pass whose amounts are within a tolerance, as long as the caps of a match, of the run and of the period hold. Once those of run or
 * period are reached, all that follow are suggested, even if a smaller one would fit. For one thread; asked in the order of rows.
 */
final class Caps implements PairPass.Certainty {
    private final Board board;
    private final Tolerance tolerance;
    private final Tolerance.Scaled scaled;
    private final PairFinder.Filter near;
    private final Undecided.KeyOfPair keys;
    private final Purse run;
    private final Map<LocalDate, Purse> periods = new HashMap<>();

    /**
     * The caps of a pass.
     *
     * @param near whether the amounts of two rows are within the tolerance
     */
    Caps(Board board, Tolerance tolerance, PairFinder.Filter near, Undecided.KeyOfPair keys) {
        this.board = board;
        this.tolerance = tolerance;
        this.scaled = tolerance.scaledFor(board.rows());
        this.near = near;
        this.keys = keys;
        this.run = new Purse(scaled.runCap());
    }

    /** What may still be borne. */
    private static final class Purse {
        private long left;
        private boolean used;

        Purse(long left) {
            this.left = left;
        }

        /** Whether it holds so many differences of a size; if not, it never holds anything more. */
        boolean holds(long size, int count) {
            used |= size > left / count;
            return !used;
        }

        void take(long size, int count) {
            left -= size * count;
        }
    }

    @Override
    public boolean holds(int bank, int ledger) {
        if (!near.admits(bank, ledger)) {
            return false;
        }
        Snapshot rows = board.rows();
        long size = Math.abs(rows.scaled(bank) - rows.scaled(ledger));
        return size == 0 || fits(size, bank, ledger);
    }

    private boolean fits(long size, int bank, int ledger) {
        Snapshot rows = board.rows();
        int alike = board.classes().size(bank);
        Purse period = periodOf(Math.max(rows.day(bank), rows.day(ledger)));
        if (size > scaled.cap()) {
            suggest("doubt.cap", tolerance.cap(), bank, ledger);
        } else if (!run.holds(size, alike)) {
            suggest("doubt.run-cap", tolerance.runCap(), bank, ledger);
        } else if (!period.holds(size, alike)) {
            suggest("doubt.period-cap", tolerance.periodCap(), bank, ledger);
        } else {
            run.take(size, alike);
            period.take(size, alike);
            return true;
        }
        return false;
    }

    private Purse periodOf(int day) {
        return periods.computeIfAbsent(tolerance.period().first(LocalDate.ofEpochDay(day)), first -> {
            BigDecimal borne = tolerance.period().borne(board.borne(), board.ruleName(), first);
            return new Purse(Math.max(0, scaled.periodCapLess(borne)));
        });
    }

    private void suggest(String doubt, BigDecimal cap, int bank, int ledger) {
        board.suggest(keys.of(bank, ledger), Wording.message(doubt, board.rows().amountText(cap)), bank, ledger);
    }
}
