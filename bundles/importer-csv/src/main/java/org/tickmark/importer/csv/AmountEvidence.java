package org.tickmark.importer.csv;

/** What the amounts of a table show about their decimal mark. For one thread. */
final class AmountEvidence {
    static final char COMMA = ',';
    static final char POINT = '.';

    private final AmountCell cell = new AmountCell();
    private long commas;
    private long points;
    private long doubtful;
    private String example = "";

    /** Adds a cell; one that is no amount, or whose mark is known, shows nothing. */
    void add(Row row, int column) {
        if (row.isEmpty(column) || row.isTyped(column) || !cell.read(row.chars(), row.start(column), row.end(column))) {
            return;
        }
        char mark = cell.decimal();
        if (mark == COMMA) {
            commas++;
        } else if (mark == POINT) {
            points++;
        } else if (cell.isDoubtful()) {
            doubtful++;
            example = example.isEmpty() ? row.text(column) : example;
        }
    }

    /** Whether the mark may be either, and it matters. */
    boolean isDoubtful() {
        return commas == points && (commas > 0 || doubtful > 0);
    }

    /** The first amount whose mark may be either, as written. */
    String example() {
        return example;
    }

    /** The mark that most amounts show. */
    char decimal() {
        return commas > points ? COMMA : POINT;
    }
}
