package org.tickmark.importer.csv;

/** How the cells of a table are told apart, and how its places are called. */
interface TableForm {
    /** The option that sets it so, as {@code name=value}. */
    String option();

    /** A row by its number. */
    String place(long row);

    /** A cell: its row, its column from 0 on, and the name of that. */
    String place(long row, int column, String name);
}
