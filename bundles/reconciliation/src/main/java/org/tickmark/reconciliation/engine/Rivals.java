package org.tickmark.reconciliation.engine;

/**
 * Tells whether a ledger has more rows of one party and amount than the bank, counting those from long before: which of them
 * a payment is for is then open, even if rules look at one alone. Rows with the number of a document are no rivals of one without:
 * whoever pays them quotes it. Immutable.
 */
final class Rivals {
    /** So long an unpaid row may have waited. */
    static final int DAYS = 45;

    private final Snapshot rows;
    private final Window window;

    /**
     * Rivals in these rows.
     *
     * @param window how far apart rows may be that rules pair
     */
    Rivals(Snapshot rows, Window window) {
        this.rows = rows;
        this.window = window;
    }

    /** The rows without the number of a document. */
    IntList plain(IntList all) {
        IntList plain = new IntList(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (rows.documents().isEmpty(all.get(i))) {
                plain.add(all.get(i));
            }
        }
        return plain;
    }

    /** Whether the ledger has more of the rows than the bank, up to a bank row's day. Both lists are in the order of dates. */
    boolean remain(IntList bank, IntList ledger, int bankRow) {
        int day = rows.day(bankRow);
        return count(ledger, day) > count(bank, day);
    }

    private int count(IntList ordered, int day) {
        return rows.firstFrom(ordered, window.latest(day, true) + 1) - rows.firstFrom(ordered, day - DAYS);
    }
}
