package org.tickmark.importer.csv;

/** Whose view a table shows, which decides what debit means. */
enum Side {
    /** A bank's: debit is money out. */
    BANK,
    /** A ledger's: debit is positive. */
    LEDGER
}
