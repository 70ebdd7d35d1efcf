package org.tickmark.reconciliation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.report.Grid.Cell;
import org.tickmark.reconciliation.report.Grid.Column;
import org.tickmark.reconciliation.report.Grid.Look;
import org.tickmark.reconciliation.report.Grid.Mood;
import org.tickmark.reconciliation.report.Grid.Row;

/**
 * The report as a workbook: what it says first and its sums on one sheet, then a sheet for each table. Amounts are numbers, days are days; texts are texts,
 * also where they look like a formula.
 */
final class XlsxReport {
    /** A spreadsheet keeps no more digits of a number. */
    private static final int MOST_DIGITS = 15;
    /** And no longer text. */
    private static final int MOST_CHARACTERS = 32_767;
    /** A sheet takes 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int MOST_WIDTH = 60;
    private static final int LEAST_WIDTH = 9;
    private static final int ROWS_MEASURED = 200;

    private final ReportModel model;
    private final Format format;
    private final Workbook workbook;
    private final String amounts;

    private XlsxReport(ReportModel model, Format format, Workbook workbook) {
        this.model = model;
        this.format = format;
        this.workbook = workbook;
        int decimals = Amounts.minorUnits(model.currency());
        this.amounts = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals) + "####";
    }

    static byte[] write(ReportModel model, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tickmark", null)) {
            new XlsxReport(model, new Format(locale, model.currency()), workbook).sheets();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private void sheets() {
        List<Chapter> chapters = Chapters.of(model, format);
        front(chapters);
        for (Chapter chapter : chapters) {
            for (Grid grid : chapter.grids()) {
                if (grid.hasHeadings() && !grid.rows().isEmpty()) {
                    sheets(grid.title().isEmpty() ? chapter.title() : grid.title(), grid);
                }
            }
        }
    }

    // the first sheet

    private void front(List<Chapter> chapters) {
        Worksheet sheet = workbook.newWorksheet(format.text("sheet.report"));
        sheet.width(0, MOST_WIDTH);
        sheet.width(1, 2 * LEAST_WIDTH);
        int row = 0;
        sheet.value(row, 0, text(Headline.title(model, format)));
        sheet.style(row++, 0).bold().fontSize(16).set();
        if (!model.unit().isEmpty()) {
            sheet.value(row++, 0, text(Headline.unit(model)));
        }
        sheet.value(row++, 0, text(Headline.asOf(model, format)));
        sheet.value(row, 0, text(Headline.of(model, format)));
        sheet.style(row++, 0).bold().set();
        for (Chapter chapter : chapters) {
            for (String failure : chapter.failures()) {
                sheet.value(row++, 0, text("✗ " + failure));
            }
            for (Grid grid : chapter.grids()) {
                row = grid.hasHeadings() ? row : sums(sheet, row + 1, grid);
            }
        }
        row++;
        for (String line : Headline.about(model, format)) {
            sheet.value(row++, 0, text(line));
        }
    }

    private int sums(Worksheet sheet, int from, Grid grid) {
        int row = from;
        sheet.value(row, 0, text(grid.title()));
        sheet.style(row++, 0).bold().set();
        for (Row line : grid.rows()) {
            row(sheet, row++, grid.columns(), line);
        }
        return row;
    }

    // sheets of tables

    private void sheets(String title, Grid grid) {
        for (int from = 0; from < grid.rows().size(); from += MOST_ROWS) {
            int to = Math.min(grid.rows().size(), from + MOST_ROWS);
            sheet(title, grid.columns(), grid.rows().subList(from, to));
        }
    }

    private void sheet(String title, List<Column> columns, List<Row> rows) {
        Worksheet sheet = workbook.newWorksheet(title);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, text(columns.get(i).heading()));
            sheet.style(0, i)
                    .bold()
                    .horizontalAlignment(isNumber(columns.get(i)) ? "right" : "left")
                    .set();
            sheet.width(i, width(columns.get(i), i, rows));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(sheet, i + 1, columns, rows.get(i));
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
    }

    private static boolean isNumber(Column column) {
        return column.look() == Look.NUMBER;
    }

    private static int width(Column column, int index, List<Row> rows) {
        int longest = rows.stream()
                .limit(ROWS_MEASURED)
                .mapToInt(row -> row.cells().get(index).shown().length())
                .max()
                .orElse(0);
        return Math.max(
                LEAST_WIDTH,
                Math.min(MOST_WIDTH, Math.max(longest, column.heading().length()) + 2));
    }

    private void row(Worksheet sheet, int row, List<Column> columns, Row line) {
        for (int i = 0; i < columns.size(); i++) {
            cell(sheet, row, i, columns.get(i), line.cells().get(i));
            if (line.mood() == Mood.SUM) {
                sheet.style(row, i).bold().set();
            }
        }
    }

    private void cell(Worksheet sheet, int row, int column, Column of, Cell cell) {
        Object value = cell.value().orElse("");
        if (value instanceof BigDecimal amount && amount.precision() <= MOST_DIGITS) {
            sheet.value(row, column, amount);
            sheet.style(row, column).format(amounts).set();
        } else if (value instanceof Long number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, text(cell.shown()));
            if (isNumber(of)) {
                sheet.style(row, column).horizontalAlignment("right").set();
            }
        }
    }

    /** A text without what a workbook cannot hold. */
    private static String text(String text) {
        String clean = text.codePoints()
                .filter(point -> !Character.isISOControl(point) || point == '\t' || point == '\n')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return clean.substring(0, Math.min(clean.length(), MOST_CHARACTERS));
    }
}
