package org.tickmark.reconciliation.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows with the same other side, by its account or its name. Rows that name it in the same way are compared once for all of them, so that a
 * party with many rows costs little more than its rows.
 */
final class PartyBlocks implements Blocks {
    @Override
    public void forEach(Board board, Visitor visitor) {
        forEach(board, board.rows().accountPostings(), visitor);
        forEach(board, board.rows().namePostings(), visitor);
    }

    private static void forEach(Board board, Postings postings, Visitor visitor) {
        Blocks.forEachKey(board, postings, (key, bank, ledger) -> {
            Map<Long, IntList> banks = bySameNaming(board, bank);
            Map<Long, IntList> ledgers = bySameNaming(board, ledger);
            pairNamings(board, banks, ledgers, visitor);
            pairNamings(board, ledgers, banks, visitor);
        });
    }

    /** Rows by what they say of the other side. */
    private static Map<Long, IntList> bySameNaming(Board board, IntList all) {
        Map<Long, IntList> byNaming = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byNaming.computeIfAbsent(naming(board.rows(), all.get(i)), naming -> new IntList())
                    .add(all.get(i));
        }
        return byNaming;
    }

    private static long naming(Snapshot rows, int row) {
        long hash = Hashes.join(0, rows.account(row));
        Keys names = rows.names();
        for (int i = names.start(row); i < names.end(row); i++) {
            hash = Hashes.join(hash, names.key(i));
        }
        return hash;
    }

    /** All that are named in a way that is the other side of these rows belong to them, in however many ways. */
    private static void pairNamings(
            Board board, Map<Long, IntList> namings, Map<Long, IntList> others, Visitor visitor) {
        for (IntList ones : namings.values()) {
            int key = KeyReader.NONE;
            IntList together = new IntList();
            for (IntList many : others.values()) {
                int shared = board.relations().sharedParty(ones.get(0), many.get(0));
                if (shared != KeyReader.NONE) {
                    key = key == KeyReader.NONE || ReferenceKey.saysMore(board.rows(), shared, key) ? shared : key;
                    together.addAll(many);
                }
            }
            if (!together.isEmpty()) {
                together.sort();
                visitor.visit(key, ones, together);
            }
        }
    }

    /** Whoever pays a document quotes it: a row without a number is none of one with, and the other way round. */
    @Override
    public boolean disagree(Board board, int one, int other) {
        Keys documents = board.rows().documents();
        return documents.isEmpty(one) != documents.isEmpty(other)
                || board.relations().referencesDisagree(one, other);
    }

    @Override
    public boolean proveTotals() {
        return false;
    }

    @Override
    public boolean couldBePair(Board board, int one, int other) {
        return board.relations().of(one, other) != Relations.Verdict.DISAGREE;
    }
}
