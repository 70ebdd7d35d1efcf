package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;

/**
 * Pairs rows whose amounts differ within a tolerance. With a reference in common they must be the only open rows that could belong to it,
 * whatever the amounts; with the same other side the only ones of nearly the same amount. What would go beyond a cap is suggested.
 */
final class TolerantPairs extends PairPass {
    private final String keyWord;
    private final Tolerance tolerance;
    private final String difference;

    TolerantPairs(Map<String, String> settings) {
        super(Window.of(settings), Ambiguity.EXCHANGEABLE);
        keyWord = settings.get(OneOneKind.KEY);
        tolerance = Tolerance.of(settings);
        difference = settings.get(TolerantKind.DIFFERENCE);
    }

    @Override
    Certainty link(Board board, Buckets buckets, PairFinder finder) {
        Tolerance.Scaled scaled = tolerance.scaledFor(board.rows());
        if (isByParty()) {
            linkParties(board, board.rows().accountPostings(), scaled, finder);
            linkParties(board, board.rows().namePostings(), scaled, finder);
        } else {
            linkReferences(board, buckets, finder);
        }
        return new Caps(board, tolerance, (bank, ledger) -> key(board, bank, ledger));
    }

    private boolean isByParty() {
        return keyWord.equals(Blocks.COUNTERPARTY);
    }

    private void linkReferences(Board board, Buckets buckets, PairFinder finder) {
        ReferenceKey kind = ReferenceKey.of(keyWord);
        Postings postings = kind.postings(board.rows());
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                link(board, buckets.members(postings, key, board.classes()), kind.filter(board, key), finder);
            }
        }
    }

    private static void linkParties(Board board, Postings postings, Tolerance.Scaled scaled, PairFinder finder) {
        Buckets buckets = new Buckets(board.rows());
        Relations relations = board.relations();
        PairFinder.Filter filter = (left, right) -> {
            int bank = Math.min(left, right);
            int ledger = Math.max(left, right);
            return scaled.holds(bank, ledger)
                    && relations.sharesParty(bank, ledger)
                    && !relations.referencesDisagree(bank, ledger);
        };
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                link(board, buckets.members(postings, key, board.classes()), filter, finder);
            }
        }
    }

    private static void link(Board board, IntList members, PairFinder.Filter filter, PairFinder finder) {
        IntList bank = new IntList();
        IntList ledger = new IntList();
        for (int i = 0; i < members.size(); i++) {
            (board.rows().isBank(members.get(i)) ? bank : ledger).add(members.get(i));
        }
        if (!bank.isEmpty() && !ledger.isEmpty()) {
            finder.link(bank, ledger, filter);
        }
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return isByParty()
                ? board.relations().sharedParty(bank, ledger)
                : ReferenceKey.of(keyWord).best(board.rows(), bank, ledger);
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return List.of(
                rows.agreement("evidence", match.key()),
                difference(rows, match),
                Wording.message(
                        isByParty() ? "evidence.only-near-amount" : "evidence.only-with-reference",
                        window().before(),
                        window().after()));
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        return List.of(rows.agreement("evidence", match.key()), difference(rows, match));
    }

    private Message difference(Snapshot rows, Found match) {
        int bank = match.row(0);
        int ledger = match.row(1);
        return Wording.message(
                "evidence.difference." + difference,
                rows.amountText(bank),
                rows.amountText(ledger),
                rows.amountText(rows.amount(bank).subtract(rows.amount(ledger))));
    }
}
