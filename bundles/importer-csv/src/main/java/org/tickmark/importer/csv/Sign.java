package org.tickmark.importer.csv;

/** How amounts are signed. */
enum Sign {
    /** As Tickmark does: positive is into the account, or debit. */
    SIGNED,
    /** The other way round, as cards do. */
    INVERTED
}
