package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tickmark.api.message.Message;

/** Open rows that could belong together, and how much speaks for it. Immutable. */
final class Candidate {
    /** The best first; of those as good the one whose dates are nearer, then the earlier one. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingInt(candidate -> -candidate.score)
            .thenComparingInt(candidate -> candidate.days)
            .thenComparingInt(candidate -> candidate.rows[candidate.rows.length - 1]);

    private static final int TYPED = 60;
    private static final int CAPTURED = 50;
    private static final int DAMAGED = 45;
    private static final int PARTY = 30;
    private static final int WORDS = 20;
    private static final int DISAGREE = -20;
    private static final int SAME_AMOUNT = 30;
    private static final int OUTSIDE_WINDOW = -15;
    private static final int DAYS_A_POINT = 2;

    private final int[] rows;
    private final int score;
    private final int days;
    private final List<Message> reasons;

    /**
     * A candidate.
     *
     * @param rows in ascending order, bank rows first; belongs to the candidate from now on
     * @param score the more, the more speaks for it
     * @param days how far apart the first and the last of them are
     * @param reasons what speaks for it and what against it
     */
    private Candidate(int[] rows, int score, int days, List<Message> reasons) {
        this.rows = rows;
        this.score = score;
        this.days = days;
        this.reasons = reasons;
    }

    boolean hasRowsOf(Candidate other) {
        return Arrays.equals(rows, other.rows);
    }

    /** The candidate as a suggestion for one of its rows. */
    Suggestion suggestion(int anchor, int rank) {
        return new Suggestion(anchor, rank, rows, reasons);
    }

    /** A bank row and a ledger row. */
    static Candidate pair(Board board, int bank, int ledger, Window window) {
        Snapshot rows = board.rows();
        List<Message> reasons = new ArrayList<>();
        int score = texts(board, bank, ledger, reasons);
        if (rows.scaled(bank) == rows.scaled(ledger)) {
            score += SAME_AMOUNT;
            reasons.add(Evidence.sameAmount(rows, bank, ledger));
        } else {
            reasons.add(sums(rows, bank, ledger));
        }
        int days = Math.abs(rows.day(bank) - rows.day(ledger));
        if (!window.holds(rows.day(bank), rows.day(ledger))) {
            score += OUTSIDE_WINDOW;
            reasons.add(Wording.message("suggestion.outside-window", window.before(), window.after()));
        }
        return new Candidate(new int[] {bank, ledger}, score - days / DAYS_A_POINT, days, reasons);
    }

    /** What references, names and words of two rows say of each other. */
    private static int texts(Board board, int bank, int ledger, List<Message> reasons) {
        Snapshot rows = board.rows();
        Relations relations = board.relations();
        for (ReferenceKey kind : ReferenceKey.values()) {
            int key = kind.best(rows, bank, ledger);
            if (key != KeyReader.NONE && !kind.isCommon(rows, key)) {
                reasons.add(rows.agreement("evidence", key));
                return kind == ReferenceKey.TYPED ? TYPED : CAPTURED;
            }
        }
        int damaged = relations.damagedNumber(bank, ledger);
        if (damaged != KeyReader.NONE) {
            reasons.add(Wording.message(
                    "suggestion.near-miss",
                    rows.keyText(relations.damagedNumber(ledger, bank)),
                    rows.keyText(damaged)));
            return DAMAGED;
        }
        return names(rows, relations, bank, ledger, reasons);
    }

    private static int names(Snapshot rows, Relations relations, int bank, int ledger, List<Message> reasons) {
        int score = 0;
        int party = relations.sharedParty(bank, ledger);
        if (party != KeyReader.NONE) {
            reasons.add(rows.agreement("evidence", party));
            score += PARTY;
        }
        Relations.Verdict verdict = relations.of(bank, ledger);
        if (verdict == Relations.Verdict.DISAGREE) {
            reasons.add(Wording.message("suggestion.texts-disagree"));
            score += DISAGREE;
        } else if (verdict == Relations.Verdict.AGREE && party == KeyReader.NONE) {
            reasons.add(Wording.message("evidence.texts-agree"));
            score += WORDS;
        }
        return score;
    }

    /** All open rows that hold a reference. */
    static Candidate group(Snapshot rows, int[] members, ReferenceKey kind, int key) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row : members) {
            first = Math.min(first, rows.day(row));
            last = Math.max(last, rows.day(row));
        }
        int score = kind == ReferenceKey.TYPED ? TYPED : CAPTURED;
        int days = last - first;
        return new Candidate(
                members,
                score - Math.min(score, days / DAYS_A_POINT),
                days,
                List.of(rows.agreement("evidence", key), sums(rows, members)));
    }

    private static Message sums(Snapshot rows, int... members) {
        ExactSum bank = new ExactSum();
        ExactSum ledger = new ExactSum();
        for (int row : members) {
            (rows.isBank(row) ? bank : ledger).add(rows.scaled(row));
        }
        BigDecimal bankSum = bank.toDecimal(rows.scale());
        BigDecimal ledgerSum = ledger.toDecimal(rows.scale());
        return Wording.message(
                "suggestion.sums",
                rows.amountText(bankSum),
                rows.amountText(ledgerSum),
                rows.amountText(bankSum.subtract(ledgerSum)));
    }
}
