package org.tickmark.importer.csv;

import org.tickmark.importer.csv.xlsx.Cell;

/**
 * The cells of a sheet, which need not be told apart.
 *
 * @param sheet its name
 */
record SheetForm(String sheet) implements TableForm {
    @Override
    public String option() {
        return Choices.SHEET + "=" + sheet;
    }

    @Override
    public String place(long row) {
        return sheet + ", row " + row;
    }

    @Override
    public String place(long row, int column, String name) {
        return sheet + "!" + Cell.letters(column) + row + " (" + name + ")";
    }
}
