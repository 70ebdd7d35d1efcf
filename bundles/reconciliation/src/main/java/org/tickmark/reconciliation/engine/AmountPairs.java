package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Pairs rows by amount and date alone, where no other row of that amount is in the window on either side and the texts do
 * not disagree. Where the texts say nothing, no other row of that amount may be near for longer still, and the odds must
 * be against meeting it by chance.
 */
final class AmountPairs implements Pass {
    private static final int MOST_LOOKED_AT = 64;

    private final Window window;
    private final Ambiguity ambiguity;
    private final int guard;
    private final int odds;

    /**
     * Such pairs.
     *
     * @param guard days around either row in which no third row may have the amount if texts are silent
     * @param odds so many to one that the pair is no accident if texts are silent
     */
    AmountPairs(Window window, Ambiguity ambiguity, int guard, int odds) {
        this.window = window;
        this.ambiguity = ambiguity;
        this.guard = guard;
        this.odds = odds;
    }

    /** Pairs of rows. */
    private static final class Pairs {
        final IntList bank = new IntList();
        final IntList ledger = new IntList();

        void add(int bankRow, int ledgerRow) {
            bank.add(bankRow);
            ledger.add(ledgerRow);
        }
    }

    @Override
    public void run(Board board) {
        PairFinder finder = window.finder(board.rows());
        if (ambiguity.goesOn()) {
            finder.keepUndecided();
        }
        AmountGroups groups = new AmountGroups(board);
        while (groups.next()) {
            finder.link(groups.bank(), groups.ledger(), PairFinder.Filter.ANY);
        }
        Neighbours neighbours = new Neighbours(board);
        Pairs agreeing = new Pairs();
        Pairs silent = new Pairs();
        finder.eachPair((bank, ledger) -> {
            Relations.Verdict verdict = board.relations().of(bank, ledger);
            if (verdict == Relations.Verdict.AGREE) {
                agreeing.add(bank, ledger);
            } else if (verdict == Relations.Verdict.SILENT) {
                silent.add(bank, ledger);
            }
        });
        judgeAgreeing(board, neighbours, agreeing);
        judgeSilent(board, neighbours, silent, agreeing.bank.size());
        if (ambiguity.goesOn()) {
            finder.eachUndecided(new Undecided(
                    board,
                    ambiguity,
                    (bank, ledger) -> board.relations().of(bank, ledger) != Relations.Verdict.DISAGREE,
                    (bank, ledger) -> KeyReader.NONE)::settle);
        }
    }

    private void judgeAgreeing(Board board, Neighbours neighbours, Pairs pairs) {
        PerhapsSums sums = PerhapsSums.of(board, window, pairs.bank);
        for (int i = 0; i < pairs.bank.size(); i++) {
            int bank = pairs.bank.get(i);
            int ledger = pairs.ledger.get(i);
            if (!sums.contain(bank, ledger) && !hasOlderRival(board, neighbours, bank, ledger)) {
                board.propose(KeyReader.NONE, 1, bank, ledger);
            }
        }
    }

    /** Whether the ledger has an older row of the amount that the bank row could be for as well. */
    private boolean hasOlderRival(Board board, Neighbours neighbours, int bank, int ledger) {
        Rivals rivals = new Rivals(board.rows(), window);
        IntList payments = alike(board, neighbours, ledger, bank);
        IntList claims = alike(board, neighbours, bank, ledger);
        return board.rows().documents().isEmpty(ledger)
                ? rivals.remain(rivals.plain(payments), rivals.plain(claims), bank)
                : rivals.remain(payments, claims, bank);
    }

    /** The rows on the side of one row, of its amount, that do not speak against another row of the other side. */
    private static IntList alike(Board board, Neighbours neighbours, int other, int row) {
        Snapshot rows = board.rows();
        int day = rows.day(row);
        IntList near = neighbours.rows(
                rows.amountId(row), rows.isBank(row), day - Rivals.DAYS, day + Rivals.DAYS, MOST_LOOKED_AT);
        IntList alike = new IntList(near.size());
        for (int i = 0; i < near.size(); i++) {
            if (board.relations().of(near.get(i), other) != Relations.Verdict.DISAGREE) {
                alike.add(near.get(i));
            }
        }
        return alike;
    }

    private void judgeSilent(Board board, Neighbours neighbours, Pairs pairs, int agreed) {
        IntList bank = pairs.bank;
        IntList ledger = pairs.ledger;
        if (bank.isEmpty()) {
            return;
        }
        Odds chances = new Odds(board);
        long paired = bank.size() + (long) agreed;
        long alone = Math.min(open(board, true), open(board, false)) - paired;
        for (int i = 0; i < bank.size(); i++) {
            if (isAloneFor(board, neighbours, bank.get(i), ledger.get(i))
                    && chances.favour(
                            bank.get(i),
                            odds,
                            paired,
                            alone,
                            window.span(board.rows().day(bank.get(i))))) {
                board.propose(KeyReader.NONE, 1, bank.get(i), ledger.get(i));
            }
        }
    }

    private static long open(Board board, boolean bank) {
        long count = 0;
        for (int row = 0; row < board.rows().size(); row++) {
            if (board.isOpen(row) && board.rows().isBank(row) == bank) {
                count++;
            }
        }
        return count;
    }

    /** Whether no third open row of the amount is near. */
    private boolean isAloneFor(Board board, Neighbours neighbours, int bank, int ledger) {
        Snapshot rows = board.rows();
        int from = Math.min(rows.day(bank), rows.day(ledger)) - guard;
        int to = Math.max(rows.day(bank), rows.day(ledger)) + guard;
        int amount = rows.amountId(bank);
        return neighbours.count(amount, true, from, to) == 1 && neighbours.count(amount, false, from, to) == 1;
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        int bank = match.rows()[0];
        int ledger = match.rows()[1];
        boolean agree = new Relations(rows).of(bank, ledger) == Relations.Verdict.AGREE;
        return List.of(
                Wording.message(agree ? "evidence.texts-agree" : "evidence.texts-silent"),
                Evidence.sameAmount(rows, bank, ledger),
                unique(match, agree));
    }

    private Message unique(Found match, boolean agree) {
        if (match.alike() == Found.BY_ORDER) {
            return Evidence.unique(match, window);
        }
        return agree
                ? Wording.message("evidence.only-amount", window.before(), window.after())
                : Wording.message("evidence.only-amount-near", guard);
    }
}
