package org.tickmark.importer.csv;

/** Words that say which way money went. */
enum Flag {
    /** Debit: out of a bank account, positive in a ledger. */
    DEBIT,
    /** Credit: into a bank account, negative in a ledger. */
    CREDIT,
    /** Money out, whoever tells it. */
    OUT,
    /** Money in, whoever tells it. */
    IN,
    /** No such word. */
    NONE;

    /** What a cell says. */
    static Flag of(String cell) {
        if (cell.equals("+")) {
            return IN;
        } else if (cell.equals("-")) {
            return OUT;
        }
        String folded = Words.fold(cell);
        if (Words.DEBIT.contains(folded)) {
            return DEBIT;
        } else if (Words.CREDIT.contains(folded)) {
            return CREDIT;
        } else if (Words.OUT.contains(folded)) {
            return OUT;
        }
        return Words.IN.contains(folded) ? IN : NONE;
    }

    static boolean isFlag(String cell) {
        return of(cell) != NONE;
    }
}
