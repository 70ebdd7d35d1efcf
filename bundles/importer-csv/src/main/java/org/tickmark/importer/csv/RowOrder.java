package org.tickmark.importer.csv;

/** Which end of time a table begins at. */
enum RowOrder {
    /** The first row is the oldest. */
    OLDEST,
    /** The first row is the newest. */
    NEWEST
}
