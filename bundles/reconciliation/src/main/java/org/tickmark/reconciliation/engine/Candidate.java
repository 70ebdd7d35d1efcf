package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.tickmark.api.message.Message;

/** Open rows that could belong together, and how much speaks for it. Immutable. */
final class Candidate {
    /** The best first; of those as good the one whose dates are nearer, then the earlier one. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingInt(candidate -> -candidate.score)
            .thenComparingInt(candidate -> candidate.days)
            .thenComparingInt(candidate -> candidate.rows[candidate.rows.length - 1]);

    private static final int FOUND = 70;
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
    private final Supplier<List<Message>> reasons;

    /**
     * A candidate.
     *
     * @param rows in ascending order, bank rows first; belongs to the candidate from now on
     * @param score the more, the more speaks for it
     * @param days how far apart the first and the last of them are
     * @param reasons what speaks for it and what against it; asked for only if it is among the best
     */
    private Candidate(int[] rows, int score, int days, Supplier<List<Message>> reasons) {
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
        return new Suggestion(anchor, rank, rows, reasons.get());
    }

    /** A bank row and a ledger row. */
    static Candidate pair(Board board, int bank, int ledger, Window window) {
        Snapshot rows = board.rows();
        Tie tie = Tie.of(board, bank, ledger);
        boolean sameAmount = rows.scaled(bank) == rows.scaled(ledger);
        boolean inWindow = window.holds(rows.day(bank), rows.day(ledger));
        int days = Math.abs(rows.day(bank) - rows.day(ledger));
        int score = score(rows, tie, bank, ledger, window);
        return new Candidate(new int[] {bank, ledger}, score, days, () -> {
            List<Message> reasons = new ArrayList<>(tie.reasons(rows));
            if (rows.shareOriginal(bank, ledger)) {
                reasons.add(Evidence.sameOriginal(rows, bank));
            }
            reasons.add(sameAmount ? Evidence.sameAmount(rows, bank, ledger) : sums(rows, bank, ledger));
            if (!inWindow) {
                reasons.add(Wording.message("suggestion.outside-window", window.before(), window.after()));
            }
            return reasons;
        });
    }

    /**
     * What references, names and words of two rows say of each other.
     *
     * @param reference a reference that both hold; {@link KeyReader#NONE} if there is none
     * @param proven whether its check digit proves it
     * @param damaged a number of the bank row that one of the ledger row is nearly, if they hold no reference in common
     * @param original that number of the ledger row
     * @param party what shows that they have the same other side, if references say nothing
     * @param verdict what all of it comes to
     */
    private record Tie(int reference, boolean proven, int damaged, int original, int party, Relations.Verdict verdict) {
        static Tie of(Board board, int bank, int ledger) {
            Snapshot rows = board.rows();
            Relations relations = board.relations();
            Relations.Verdict verdict = relations.of(bank, ledger);
            for (ReferenceKey kind : ReferenceKey.values()) {
                int key = kind.best(rows, bank, ledger);
                if (key != KeyReader.NONE && !kind.isCommon(rows, key)) {
                    return new Tie(
                            key, kind == ReferenceKey.TYPED, KeyReader.NONE, KeyReader.NONE, KeyReader.NONE, verdict);
                }
            }
            int original = relations.damagedNumber(bank, ledger);
            return original != KeyReader.NONE
                    ? new Tie(
                            KeyReader.NONE,
                            false,
                            relations.damagedNumber(ledger, bank),
                            original,
                            KeyReader.NONE,
                            verdict)
                    : new Tie(
                            KeyReader.NONE,
                            false,
                            KeyReader.NONE,
                            KeyReader.NONE,
                            relations.sharedParty(bank, ledger),
                            verdict);
        }

        int score() {
            if (reference != KeyReader.NONE) {
                return proven ? TYPED : CAPTURED;
            }
            if (damaged != KeyReader.NONE) {
                return DAMAGED;
            }
            int score = party != KeyReader.NONE ? PARTY : 0;
            return switch (verdict) {
                case AGREE -> Math.max(score, WORDS);
                case SILENT -> score;
                case DISAGREE -> score + DISAGREE;
            };
        }

        List<Message> reasons(Snapshot rows) {
            if (reference != KeyReader.NONE) {
                return List.of(rows.agreement("evidence", reference));
            }
            if (damaged != KeyReader.NONE) {
                return List.of(Wording.message("suggestion.near-miss", rows.keyText(damaged), rows.keyText(original)));
            }
            List<Message> reasons = new ArrayList<>();
            if (party != KeyReader.NONE) {
                reasons.add(rows.agreement("evidence", party));
            }
            if (verdict == Relations.Verdict.DISAGREE) {
                reasons.add(Wording.message("suggestion.texts-disagree"));
            } else if (verdict == Relations.Verdict.AGREE && party == KeyReader.NONE) {
                reasons.add(Wording.message("evidence.texts-agree"));
            }
            return reasons;
        }
    }

    /**
     * What a rule found and did not take; worth no less than the pair that it may be.
     *
     * @param agreement what agrees in it
     */
    static Candidate found(Doubtful doubtful, Supplier<List<Message>> agreement, Board board, Window window) {
        Snapshot rows = board.rows();
        int[] members = doubtful.found().rows();
        int days = days(rows, members);
        int score = FOUND - Math.min(FOUND, days / DAYS_A_POINT);
        if (members.length == 2 && rows.isBank(members[0]) && !rows.isBank(members[1])) {
            score = Math.max(score, score(rows, Tie.of(board, members[0], members[1]), members[0], members[1], window));
        }
        return new Candidate(members, score, days, () -> {
            List<Message> reasons = new ArrayList<>(agreement.get());
            reasons.addAll(doubtful.doubts());
            return reasons;
        });
    }

    private static int score(Snapshot rows, Tie tie, int bank, int ledger, Window window) {
        return tie.score()
                + (rows.scaled(bank) == rows.scaled(ledger) || rows.shareOriginal(bank, ledger) ? SAME_AMOUNT : 0)
                + (window.holds(rows.day(bank), rows.day(ledger)) ? 0 : OUTSIDE_WINDOW)
                - Math.abs(rows.day(bank) - rows.day(ledger)) / DAYS_A_POINT;
    }

    private static int days(Snapshot rows, int[] members) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row : members) {
            first = Math.min(first, rows.day(row));
            last = Math.max(last, rows.day(row));
        }
        return last - first;
    }

    /** All open rows that hold a reference. */
    static Candidate group(Snapshot rows, int[] members, ReferenceKey kind, int key) {
        int score = kind == ReferenceKey.TYPED ? TYPED : CAPTURED;
        int days = days(rows, members);
        return new Candidate(
                members,
                score - Math.min(score, days / DAYS_A_POINT),
                days,
                () -> List.of(rows.agreement("evidence", key), sums(rows, members)));
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
