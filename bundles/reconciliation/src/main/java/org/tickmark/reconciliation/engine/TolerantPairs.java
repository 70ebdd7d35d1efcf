package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tickmark.api.message.Message;

/**
 * Pairs rows whose amounts differ within a tolerance. With a reference in common they must be the only open rows that could belong to it,
 * whatever the amounts; with the same other side the only ones of nearly the same amount; where amounts in another currency are compared, the only
 * ones of that amount. What would go beyond a cap is suggested.
 */
final class TolerantPairs extends PairPass {
    private final String keyWord;
    private final Compared compared;
    private final Tolerance tolerance;
    private final String difference;

    TolerantPairs(Map<String, String> settings) {
        super(Window.of(settings), Ambiguity.EXCHANGEABLE);
        keyWord = settings.get(OneOneKind.KEY);
        compared = Compared.of(settings);
        tolerance = Tolerance.of(settings);
        difference = settings.get(TolerantKind.DIFFERENCE);
    }

    /** Links the rows of a key. */
    @FunctionalInterface
    private interface Linker {
        void link(IntList members, PairFinder.Filter filter);
    }

    @Override
    Certainty link(Board board, Buckets buckets, PairFinder finder) {
        Snapshot rows = board.rows();
        PairFinder.Filter near = compared.near(board, tolerance.scaledFor(rows));
        if (compared.isIn(rows)) {
            Linker linker = compared.isExact()
                    ? byOriginal(rows, finder)
                    : (members, filter) -> link(rows, members, filter, finder);
            if (isByParty()) {
                PairFinder.Filter filter = party(board, near);
                linkEach(board, buckets, rows.accountPostings(), key -> filter, linker);
                linkEach(board, buckets, rows.namePostings(), key -> filter, linker);
            } else {
                ReferenceKey kind = ReferenceKey.of(keyWord);
                linkEach(board, buckets, kind.postings(rows), key -> kind.filter(board, key), linker);
            }
        }
        return new Caps(board, tolerance, near, (bank, ledger) -> key(board, bank, ledger));
    }

    private boolean isByParty() {
        return keyWord.equals(Blocks.COUNTERPARTY);
    }

    private static void linkEach(
            Board board, Buckets buckets, Postings postings, IntFunction<PairFinder.Filter> filters, Linker linker) {
        for (int key = 0; key < postings.keyCount(); key++) {
            if (postings.count(key) > 0) {
                linker.link(buckets.members(postings, key, board.classes()), filters.apply(key));
            }
        }
    }

    /** Rows of the same other side, those near each other alone unless it is the same amount anyway that is looked for. */
    private PairFinder.Filter party(Board board, PairFinder.Filter near) {
        Relations relations = board.relations();
        PairFinder.Filter same =
                (left, right) -> relations.sharesParty(left, right) && !relations.referencesDisagree(left, right);
        return compared.isExact()
                ? same
                : (left, right) ->
                        near.admits(Math.min(left, right), Math.max(left, right)) && same.admits(left, right);
    }

    private static void link(Snapshot rows, IntList members, PairFinder.Filter filter, PairFinder finder) {
        IntList bank = new IntList();
        IntList ledger = new IntList();
        for (int i = 0; i < members.size(); i++) {
            (rows.isBank(members.get(i)) ? bank : ledger).add(members.get(i));
        }
        if (!bank.isEmpty() && !ledger.isEmpty()) {
            finder.link(bank, ledger, filter);
        }
    }

    /** Links rows with the same amount in another currency; one of the opposite sign is none of a pair, and keeps others from being certain. */
    private static Linker byOriginal(Snapshot rows, PairFinder finder) {
        Buckets originals = new Buckets(rows, rows::original);
        IntList with = new IntList();
        return (members, filter) -> {
            with.clear();
            for (int i = 0; i < members.size(); i++) {
                if (rows.original(members.get(i)) != KeyReader.NONE) {
                    with.add(members.get(i));
                }
            }
            originals.linkAcross(with, (bank, ledger) -> finder.link(bank, ledger, filter));
        };
    }

    @Override
    int key(Board board, int bank, int ledger) {
        return isByParty()
                ? board.relations().sharedParty(bank, ledger)
                : ReferenceKey.of(keyWord).best(board.rows(), bank, ledger);
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        List<Message> evidence = new ArrayList<>(agreement(rows, match));
        evidence.add(Wording.message(only(), window().before(), window().after()));
        return List.copyOf(evidence);
    }

    private String only() {
        if (compared.isExact()) {
            return "evidence.only-original";
        }
        return isByParty() ? "evidence.only-near-amount" : "evidence.only-with-reference";
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        int bank = match.row(0);
        int ledger = match.row(1);
        List<Message> agreement = new ArrayList<>();
        agreement.add(rows.agreement("evidence", match.key()));
        compared.tell(rows, bank, ledger, agreement);
        agreement.add(
                rows.scaled(bank) == rows.scaled(ledger)
                        ? Evidence.sameAmount(rows, bank, ledger)
                        : difference(rows, bank, ledger));
        return List.copyOf(agreement);
    }

    private Message difference(Snapshot rows, int bank, int ledger) {
        return Wording.message(
                "evidence.difference." + difference,
                rows.amountText(bank),
                rows.amountText(ledger),
                rows.amountText(rows.amount(bank).subtract(rows.amount(ledger))));
    }
}
