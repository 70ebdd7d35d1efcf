package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.api.message.Message;

/** Says why rows stayed open when all rules were applied. Safe for use from many threads. */
final class OpenReasons {
    private static final int MOST_LOOKED_AT = 64;
    /** Rows further away than this are not worth naming. */
    private static final int FAR_DAYS = 400;

    private final Board board;
    private final Snapshot rows;
    private final Window window;
    private final Neighbours neighbours;

    OpenReasons(Board board, Window window) {
        this.board = board;
        this.rows = board.rows();
        this.window = window;
        this.neighbours = new Neighbours(board);
    }

    /** Why a row is open: what helps most to settle it. */
    Message of(int row) {
        Optional<Explanation> explanation = board.explanation(row);
        if (explanation.isPresent()) {
            return explanation.get().message();
        }
        if (board.isPerhapsPostedTwice(row)) {
            return Wording.message("reason.posted-twice", rows.amountText(row));
        }
        boolean bank = rows.isBank(row);
        int earliest = window.earliest(rows.day(row), bank);
        int latest = window.latest(rows.day(row), bank);
        IntList others = neighbours.rows(rows.amountId(row), !bank, earliest, latest, MOST_LOOKED_AT);
        int damaged = damagedCopy(row, others);
        if (damaged >= 0) {
            return nearMiss(row, damaged);
        }
        Optional<MissingRate> missing = board.missingRate(row);
        if (missing.isPresent()) {
            return missing.get().message();
        }
        Message difference = differenceOfKey(row);
        if (difference != null) {
            return difference;
        }
        return switch (others.size()) {
            case 0 ->
                board.hasTooManySums(row)
                        ? Wording.message("reason.too-many-sums", rows.amountText(row))
                        : noCounterpart(row);
            case 1 -> oneCounterpart(row, others.get(0));
            default ->
                Wording.message(
                        "reason.several",
                        neighbours.count(rows.amountId(row), !bank, earliest, latest),
                        window.before(),
                        window.after());
        };
    }

    // damaged references

    private int damagedCopy(int row, IntList others) {
        for (int i = 0; i < others.size(); i++) {
            if (board.relations().damagedNumber(row, others.get(i)) != KeyReader.NONE) {
                return others.get(i);
            }
        }
        return -1;
    }

    private Message nearMiss(int row, int other) {
        return Wording.message(
                "reason.near-miss",
                rows.keyText(board.relations().damagedNumber(other, row)),
                rows.keyText(board.relations().damagedNumber(row, other)),
                Wording.date(rows.date(other)));
    }

    // references whose rows do not sum to nought

    private Message differenceOfKey(int row) {
        for (ReferenceKey kind : ReferenceKey.values()) {
            int key = sharedKey(row, kind);
            if (key != KeyReader.NONE) {
                return differenceOfKey(kind, key);
            }
        }
        return null;
    }

    /** The key that says most of those that open rows of the other side hold too. */
    private int sharedKey(int row, ReferenceKey kind) {
        Keys keys = kind.keys(rows);
        int best = KeyReader.NONE;
        for (int i = keys.start(row); i < keys.end(row); i++) {
            int key = keys.key(i);
            boolean better = best == KeyReader.NONE || ReferenceKey.saysMore(rows, key, best);
            if (better && !kind.isCommon(rows, key) && leadsAcross(kind, key, row)) {
                best = key;
            }
        }
        return best;
    }

    private boolean leadsAcross(ReferenceKey kind, int key, int row) {
        Postings postings = kind.postings(rows);
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int other = postings.row(i);
            if (board.isOpen(other) && rows.isBank(other) != rows.isBank(row)) {
                return true;
            }
        }
        return false;
    }

    private Message differenceOfKey(ReferenceKey kind, int key) {
        Postings postings = kind.postings(rows);
        ExactSum bank = new ExactSum();
        ExactSum ledger = new ExactSum();
        for (int i = postings.start(key); i < postings.end(key); i++) {
            int row = postings.row(i);
            if (board.isOpen(row)) {
                (rows.isBank(row) ? bank : ledger).add(rows.scaled(row));
            }
        }
        BigDecimal bankSum = bank.toDecimal(rows.scale());
        BigDecimal ledgerSum = ledger.toDecimal(rows.scale());
        BigDecimal difference = bankSum.subtract(ledgerSum);
        if (difference.signum() == 0) {
            return null;
        }
        return Wording.message(
                "reason.key-sum",
                rows.keyText(key),
                rows.amountText(bankSum),
                rows.amountText(ledgerSum),
                rows.amountText(difference));
    }

    // amounts

    private Message oneCounterpart(int row, int other) {
        boolean bank = rows.isBank(other);
        int rivals = neighbours.count(
                rows.amountId(other),
                !bank,
                window.earliest(rows.day(other), bank),
                window.latest(rows.day(other), bank));
        if (rivals > 1) {
            return Wording.message("reason.rivals", Wording.date(rows.date(other)), rivals);
        }
        return board.relations().of(row, other) == Relations.Verdict.DISAGREE
                ? Wording.message("reason.texts-disagree", Wording.date(rows.date(other)))
                : Wording.message("reason.not-enough", Wording.date(rows.date(other)));
    }

    private Message noCounterpart(int row) {
        int day = rows.day(row);
        boolean bank = rows.isBank(row);
        IntList far = neighbours.rows(rows.amountId(row), !bank, day - FAR_DAYS, day + FAR_DAYS, MOST_LOOKED_AT);
        if (far.isEmpty()) {
            return Wording.message("reason.no-counterpart", rows.amountText(row));
        }
        int nearest = far.get(0);
        for (int i = 1; i < far.size(); i++) {
            if (Math.abs(rows.day(far.get(i)) - day) < Math.abs(rows.day(nearest) - day)) {
                nearest = far.get(i);
            }
        }
        return Wording.message(
                "reason.outside-window",
                rows.amountText(row),
                Wording.date(rows.date(nearest)),
                Math.abs(rows.day(nearest) - day));
    }
}
