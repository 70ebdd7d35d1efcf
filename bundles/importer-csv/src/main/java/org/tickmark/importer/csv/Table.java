package org.tickmark.importer.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first rows of a table in one form. For one thread. */
final class Table {
    private final TableForm form;
    private final List<Line> lines;
    private final Map<Integer, List<Heading>> headings = new HashMap<>();

    /**
     * A row.
     *
     * @param number line of the file on which it begins, or number of the row of a sheet
     * @param cells its cells without the blanks around them
     */
    record Line(long number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        /** A cell; empty if the row does not reach so far. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** How many cells hold something. */
        long filled() {
            return cells.stream().filter(cell -> !cell.isEmpty()).count();
        }
    }

    Table(TableForm form, List<Line> lines) {
        this.form = form;
        this.lines = List.copyOf(lines);
    }

    /** How its cells are told apart. */
    TableForm form() {
        return form;
    }

    /** Its rows, without empty ones. */
    List<Line> lines() {
        return lines;
    }

    /** The cells of a row as names of columns. */
    List<Heading> headings(int row) {
        return headings.computeIfAbsent(
                row, index -> lines.get(index).cells().stream().map(Heading::of).toList());
    }
}
