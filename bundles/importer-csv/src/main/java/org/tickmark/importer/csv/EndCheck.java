package org.tickmark.importer.csv;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;

/**
 * Whether the last row of a file that does not end with a line end is whole: it must have as many cells as the others, and its last cell must be as the
 * others are where dates always have the same length, and amounts the same decimals. For one thread.
 */
final class EndCheck {
    private static final int UNKNOWN = -2;
    private static final int VARIES = -1;

    private final Layout layout;
    private final AmountCell amount = new AmountCell();
    /** Columns of dates, then columns of amounts. */
    private final int[] dates;

    private final int[] amounts;
    /** Length of dates and decimals of amounts, by column, as long as all rows have the same. */
    private final int[] shapes;

    private int fewestCells;
    private boolean fits = true;
    private int cells;
    private long line;

    EndCheck(Layout layout) {
        this.layout = layout;
        this.shapes = new int[layout.headings().size()];
        Arrays.fill(shapes, UNKNOWN);
        this.dates = places(Role.BOOKING_DATE, Role.VALUE_DATE);
        this.amounts = places(Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.OUT, Role.IN, Role.BALANCE);
    }

    private int[] places(Role... roles) {
        return IntStream.range(0, roles.length)
                .map(i -> layout.columns().at(roles[i]))
                .filter(column -> column != Columns.NONE)
                .toArray();
    }

    /** Notes a row, which may be the last. */
    void note(Row row) {
        fits = cells == 0 || row.count() >= fewestCells;
        fewestCells = cells == 0 ? row.count() : Math.min(fewestCells, row.count());
        cells = row.count();
        line = row.line();
        for (int column : dates) {
            if (!row.isEmpty(column)) {
                noteShape(column, row.end(column) - row.start(column));
            }
        }
        for (int column : amounts) {
            if (!row.isEmpty(column)) {
                boolean readable = amount.read(row.chars(), row.start(column), row.end(column));
                noteShape(column, readable ? amount.decimals() : VARIES);
            }
        }
    }

    private void noteShape(int column, int shape) {
        int before = shapes[column];
        boolean same = before == UNKNOWN || before == shape;
        shapes[column] = same ? shape : VARIES;
        fits &= same || before == VARIES || column != cells - 1;
    }

    /**
     * Requires that the last row is whole.
     *
     * @param rows how many rows there were
     * @throws TickmarkException of class E3 if it is not
     */
    void requireWhole(long rows) {
        boolean asLongAsNames = rows != 1 || cells >= layout.headings().size();
        if (rows == 0 || !fits || !asLongAsNames) {
            throw Problems.refusal(ErrorClass.E3, "cut-off")
                    .where(layout.form().place(rows == 0 ? layout.headerLine() : line))
                    .expected("\\n")
                    .exception();
        }
    }
}
