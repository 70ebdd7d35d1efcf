package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a report: what stands in it, in its language, whatever it is written as.
 *
 * @param title what stands above it; empty if nothing
 * @param columns its columns
 * @param rows its rows
 * @param ifEmpty what is said where there are no rows
 */
record Grid(String title, List<Column> columns, List<Row> rows, String ifEmpty) {
    Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether its columns have headings; a list of sums has none. */
    boolean hasHeadings() {
        return columns.stream().anyMatch(column -> !column.heading().isEmpty());
    }

    /** What a column holds. */
    enum Look {
        TEXT,
        /** A text that explains the others. */
        NOTE,
        DATE,
        NUMBER
    }

    /** What a row or cell says beside its text. */
    enum Mood {
        PLAIN,
        /** Nothing is in it. */
        QUIET,
        SUM,
        GOOD,
        BAD
    }

    /**
     * A column.
     *
     * @param heading what stands above it
     * @param look what it holds
     */
    record Column(String heading, Look look) {}

    /**
     * A row.
     *
     * @param mood what it says beside its texts
     * @param cells a cell for each column
     */
    record Row(Mood mood, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        static Row of(Mood mood, Cell... cells) {
            return new Row(mood, List.of(cells));
        }

        static Row of(Cell... cells) {
            return of(Mood.PLAIN, cells);
        }

        /** Whether it belongs to the row above it. */
        boolean goesOn() {
            return cells.stream().anyMatch(Cell::again);
        }
    }

    /**
     * A cell.
     *
     * @param shown its text for people
     * @param value the amount, number or date that it is; empty if it is a text
     * @param mood what it says beside its text
     * @param again whether it is the same as the one above it, and told for those who look at the row alone
     */
    record Cell(String shown, Optional<Object> value, Mood mood, boolean again) {
        static Cell text(String text) {
            return new Cell(text, Optional.empty(), Mood.PLAIN, false);
        }

        static Cell of(String shown, BigDecimal value) {
            return new Cell(shown, Optional.of(value), Mood.PLAIN, false);
        }

        static Cell of(String shown, LocalDate value) {
            return new Cell(shown, Optional.of(value), Mood.PLAIN, false);
        }

        static Cell of(String shown, long value) {
            return new Cell(shown, Optional.of(value), Mood.PLAIN, false);
        }

        Cell in(Mood other) {
            return new Cell(shown, value, other, again);
        }

        Cell repeated() {
            return new Cell(shown, value, mood, true);
        }

        /** What it says, where a number says what its row does. */
        Mood mood(Column column, Mood row) {
            return mood == Mood.PLAIN && column.look() == Look.NUMBER ? row : mood;
        }

        /** Its text with a sign that tells good from bad: colour alone says nothing to those who do not see it, or on paper. */
        String marked(Column column, Mood row) {
            return switch (mood(column, row)) {
                case GOOD -> "✓ " + shown;
                case BAD -> "✗ " + shown;
                default -> shown;
            };
        }
    }

    /** Its rows, those together that belong together. */
    List<List<Row>> groups() {
        List<List<Row>> groups = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || !rows.get(to).goesOn()) {
                groups.add(rows.subList(from, to));
                from = to;
            }
        }
        return groups;
    }

    /** Whether all rows of a group have the same in a column. */
    static boolean isShared(List<Row> group, int column) {
        return group.size() > 1 && group.get(1).cells().get(column).again();
    }

    /** A table with these columns, row by row. */
    static Builder builder(String title, String ifEmpty) {
        return new Builder(title, ifEmpty);
    }

    /** Makes a table. */
    static final class Builder {
        private final String title;
        private final String ifEmpty;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        private Builder(String title, String ifEmpty) {
            this.title = title;
            this.ifEmpty = ifEmpty;
        }

        Builder column(String heading, Look look) {
            columns.add(new Column(heading, look));
            return this;
        }

        Builder row(Row row) {
            rows.add(row);
            return this;
        }

        Grid build() {
            return new Grid(title, columns, rows, ifEmpty);
        }
    }
}
