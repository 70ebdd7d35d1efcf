package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickmark.api.TickmarkException;
import org.tickmark.importer.csv.xlsx.Workbook;

/** The beginning of a sheet. For one thread. */
final class SheetSample implements Sample {
    private static final int TABLE_ROWS = 200;
    private static final int ROWS = 10_000;

    private final Workbook workbook;
    private final Workbook.Sheet sheet;
    private final Table table;

    SheetSample(Workbook workbook, Workbook.Sheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
        List<Table.Line> lines = new ArrayList<>();
        rows(row -> lines.add(new Table.Line(row.line(), Arrays.asList(row.texts()))) && lines.size() < TABLE_ROWS);
        this.table = new Table(new SheetForm(sheet.name()), lines);
    }

    Workbook.Sheet sheet() {
        return sheet;
    }

    @Override
    public List<Table> tables(Choices choices) {
        return List.of(table);
    }

    @Override
    public void rows(TableForm form, Predicate<Row> more) {
        int[] seen = {0};
        rows(row -> more.test(row) && ++seen[0] < ROWS);
    }

    /** Shows all rows of the sheet, as long as more are wanted. */
    void rows(Predicate<Row> more) {
        Row row = new Row();
        try {
            workbook.rows(sheet, (number, cells) -> {
                row.start(number);
                cells.forEach(row::add);
                return more.test(row);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None: a sheet that cannot be read is told at once. */
    @Override
    public Optional<TickmarkException> obstacle() {
        return Optional.empty();
    }

    @Override
    public String beginning() {
        return table.lines().stream()
                .findFirst()
                .map(line -> String.join(" ", line.cells()).strip())
                .orElse("");
    }
}
