package org.tickmark.reconciliation.report;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tickmark.reconciliation.report.Grid.Cell;
import org.tickmark.reconciliation.report.Grid.Column;
import org.tickmark.reconciliation.report.Grid.Look;
import org.tickmark.reconciliation.report.Grid.Mood;
import org.tickmark.reconciliation.report.Grid.Row;
import org.tickmark.reconciliation.report.PdfPaper.Pen;

/** A table on paper: its headings stand on every page, and rows that belong together on one. */
final class PdfTable {
    private static final float SIZE = 8;
    private static final float HEADING_SIZE = 7.5f;
    private static final float GAP = 10;
    private static final float PADDING = 3;
    private static final float LEAST_TEXT = 60;
    private static final float MOST_TEXT = 340;
    /** A list of sums is no wider. */
    private static final float SUMS_WIDTH = 360;

    private static final int ROWS_MEASURED = 500;
    /** A cell with more is cut off: a row must fit on a page. */
    private static final int MOST_LINES = 40;

    private static final Pen HEADING = new Pen(HEADING_SIZE, true, PdfPaper.SOFT);

    private final PdfPaper paper;
    private final Grid grid;
    private final float[] widths;

    private PdfTable(PdfPaper paper, Grid grid) {
        this.paper = paper;
        this.grid = grid;
        this.widths = widths();
    }

    static void write(PdfPaper paper, Grid grid) throws IOException {
        new PdfTable(paper, grid).write();
    }

    // widths

    private float[] widths() {
        float[] natural = new float[grid.columns().size()];
        for (int i = 0; i < natural.length; i++) {
            natural[i] = natural(i);
        }
        float room = (grid.hasHeadings() ? PdfPaper.WIDTH : SUMS_WIDTH) - GAP * (natural.length - 1);
        float fixed = (float) IntStream.range(0, natural.length)
                .filter(i -> !isText(i))
                .mapToDouble(i -> natural[i])
                .sum();
        float texts = (float) IntStream.range(0, natural.length)
                .filter(this::isText)
                .mapToDouble(i -> natural[i])
                .sum();
        for (int i = 0; i < natural.length; i++) {
            natural[i] = isText(i) ? Math.max(LEAST_TEXT / 2, natural[i] * (room - fixed) / texts) : natural[i];
        }
        return natural;
    }

    private boolean isText(int column) {
        Look look = grid.columns().get(column).look();
        return look == Look.TEXT || look == Look.NOTE;
    }

    /** How wide a column is that has all the room it wants, within reason. */
    private float natural(int column) {
        PdfFont font = paper.font();
        double widest = grid.rows().stream()
                .limit(ROWS_MEASURED)
                .mapToDouble(row -> font.width(text(row, column), SIZE))
                .max()
                .orElse(0);
        float wanted = Math.max((float) widest, font.width(font.writable(heading(column)), HEADING_SIZE)) + 1;
        return isText(column) ? Math.max(LEAST_TEXT, Math.min(MOST_TEXT, wanted)) : wanted;
    }

    private String heading(int column) {
        return grid.columns().get(column).heading();
    }

    private String text(Row row, int column) {
        return paper.font()
                .writable(row.cells().get(column).marked(grid.columns().get(column), row.mood()));
    }

    // rows

    private void write() throws IOException {
        if (grid.hasHeadings()) {
            headings();
        }
        for (List<Row> group : grid.groups()) {
            List<List<List<String>>> lines = group.stream().map(this::lines).toList();
            float together =
                    (float) lines.stream().mapToDouble(PdfTable::height).sum();
            if (!paper.fits(together) && PdfPaper.fitsOnAPage(together + 2 * HEADING.leading())) {
                turn();
            }
            for (int i = 0; i < group.size(); i++) {
                row(group.get(i), lines.get(i));
            }
            paper.line(PdfPaper.LEFT, tableWidth(), PdfPaper.LINE);
        }
    }

    private void turn() throws IOException {
        paper.turn();
        if (grid.hasHeadings()) {
            headings();
        }
    }

    private float tableWidth() {
        return grid.hasHeadings() ? PdfPaper.WIDTH : SUMS_WIDTH;
    }

    private void headings() throws IOException {
        paper.skip(HEADING.leading() + PADDING);
        for (int i = 0; i < widths.length; i++) {
            write(paper.font().writable(heading(i)), i, 0, HEADING);
        }
        paper.skip(PADDING);
        paper.line(PdfPaper.LEFT, tableWidth(), PdfPaper.INK);
    }

    private List<List<String>> lines(Row row) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            lines.add(row.cells().get(i).again() ? List.of() : lines(text(row, i), widths[i]));
        }
        return lines;
    }

    private List<String> lines(String text, float width) {
        List<String> lines = paper.font().lines(text, SIZE, width);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        cut.add("…");
        return cut;
    }

    private static float height(List<List<String>> cells) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * new Pen(SIZE, false, PdfPaper.INK).leading() + PADDING;
    }

    private void row(Row row, List<List<String>> cells) throws IOException {
        float height = height(cells);
        if (!paper.fits(height)) {
            turn();
        }
        paper.skip(height);
        for (int i = 0; i < widths.length; i++) {
            Pen pen = pen(grid.columns().get(i), row.mood(), row.cells().get(i));
            float above = height - pen.leading() + PADDING / 2;
            for (String line : cells.get(i)) {
                write(line, i, above, pen);
                above -= pen.leading();
            }
        }
    }

    private static Pen pen(Column column, Mood row, Cell cell) {
        Mood mood = cell.mood(column, row);
        Color color =
                switch (mood) {
                    case GOOD -> PdfPaper.GOOD;
                    case BAD -> PdfPaper.BAD;
                    case QUIET -> PdfPaper.SOFT;
                    case PLAIN, SUM -> column.look() == Look.NOTE ? PdfPaper.SOFT : PdfPaper.INK;
                };
        return new Pen(SIZE, row == Mood.SUM || mood == Mood.BAD, color);
    }

    private void write(String line, int column, float above, Pen pen) throws IOException {
        float x = PdfPaper.LEFT;
        for (int i = 0; i < column; i++) {
            x += widths[i] + GAP;
        }
        boolean right = grid.columns().get(column).look() == Look.NUMBER;
        float indent = right ? widths[column] - paper.font().width(line, pen.size()) : 0;
        paper.write(line, x + indent, above, pen);
    }
}
