package org.tickmark.importer.csv.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.kit.xml.XmlCursor;

/** Reads the rows of a sheet. For one thread. */
final class SheetReader {
    /** No table that a person made has more columns. */
    private static final int MOST_COLUMNS = 1000;

    private static final int ROWS_BETWEEN_CHECKS = 500;

    private final XmlCursor xml;
    private final String sheet;
    private final CellReader cellReader;
    private final ReadContext context;
    private final Supplier<String> placing = this::place;
    private final List<Cell> cells = new ArrayList<>();
    private long row;
    private int column;
    private int length;

    SheetReader(XmlCursor xml, String sheet, CellReader cellReader, ReadContext context) {
        this.xml = xml;
        this.sheet = sheet;
        this.cellReader = cellReader;
        this.context = context;
    }

    void read(Workbook.RowTaker taker) throws IOException {
        while (xml.nextElement()) {
            if (xml.name().equals("sheetData")) {
                if (!readRows(taker)) {
                    return;
                }
            }
        }
    }

    /** Reads rows as long as more are wanted; whether they are to the end. */
    private boolean readRows(Workbook.RowTaker taker) throws IOException {
        int count = 0;
        while (xml.nextChild()) {
            xml.renewBudget();
            readRow();
            if (++count % ROWS_BETWEEN_CHECKS == 0) {
                context.cancel().throwIfCancelled();
            }
            if (!cells.isEmpty() && !taker.take(row, cells)) {
                return false;
            }
        }
        return true;
    }

    private void readRow() throws IOException {
        cells.clear();
        column = -1;
        length = 0;
        String stated = xml.attribute("r");
        long number = stated.isEmpty() ? row + 1 : Workbook.number(stated);
        if (number <= row) {
            throw outOfOrder("row " + stated, "> " + row);
        }
        row = number;
        while (xml.nextChild()) {
            if (xml.name().equals("c")) {
                readCell();
            } else {
                xml.skip();
            }
        }
    }

    private void readCell() throws IOException {
        String stated = xml.attribute("r");
        int next = stated.isEmpty() ? column + 1 : Cell.column(stated);
        if (next <= column) {
            throw outOfOrder(stated, "> " + (column < 0 ? "" : Cell.letters(column)) + row);
        }
        column = next;
        cellReader.read(column, placing).ifPresent(this::add);
    }

    private void add(Cell cell) {
        if (column >= MOST_COLUMNS) {
            throw Problems.refusal(ErrorClass.E3, "columns", MOST_COLUMNS)
                    .where(place())
                    .exception();
        }
        length += cell.text().length();
        if (length > context.limits().line()) {
            throw Problems.refusal(ErrorClass.E3, "length", context.limits().line())
                    .where(place())
                    .exception();
        }
        cells.add(cell);
    }

    private String place() {
        return sheet + "!" + Cell.letters(column) + row;
    }

    private TickmarkException outOfOrder(String found, String expected) {
        return Problems.refusal(ErrorClass.E3, "order")
                .where(sheet + ", row " + Math.max(1, row))
                .found(found)
                .expected(expected)
                .exception();
    }
}
