package org.tickmark.reconciliation.engine;

/**
 * Words of the bank with which hardly any row has a counterpart of its own at a party that the ledger knows, such as those for deposits, which are sums:
 * where one of them has, the amounts are equal by accident. Immutable.
 */
final class UnpairedWords {
    /** Fewer rows with a word say nothing of it. */
    private static final int ENOUGH = 200;
    /** Hardly any is less than one in so many. */
    private static final int ONE_IN = 100;

    private final Keys words;
    private final int[] known;
    private final int[] paired;

    private UnpairedWords(Keys words, int keys) {
        this.words = words;
        this.known = new int[keys];
        this.paired = new int[keys];
    }

    /** Such words on the open rows, by the bank rows that have a counterpart. */
    static UnpairedWords of(Board board, IntList pairedRows) {
        Snapshot rows = board.rows();
        boolean[] isKnown = new boolean[rows.size()];
        new PartyBlocks().forEach(board, (party, ones, many) -> {
            for (int i = 0; i < ones.size(); i++) {
                isKnown[ones.get(i)] = true;
            }
        });
        UnpairedWords unpaired = new UnpairedWords(rows.words(), rows.keyCount());
        for (int row = 0; row < rows.bankRows(); row++) {
            if (isKnown[row]) {
                unpaired.count(row, unpaired.known);
            }
        }
        for (int i = 0; i < pairedRows.size(); i++) {
            unpaired.count(pairedRows.get(i), unpaired.paired);
        }
        return unpaired;
    }

    private void count(int row, int[] counts) {
        for (int i = words.start(row); i < words.end(row); i++) {
            counts[words.key(i)]++;
        }
    }

    /** Whether a bank row has such a word. */
    boolean areOn(int row) {
        for (int i = words.start(row); i < words.end(row); i++) {
            int word = words.key(i);
            if (known[word] >= ENOUGH && paired[word] < known[word] / ONE_IN) {
                return true;
            }
        }
        return false;
    }
}
