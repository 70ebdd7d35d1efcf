package org.tickmark.console.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.engine.Request.Format;
import org.tickmark.console.engine.Request.HostChoice;
import org.tickmark.kit.json.Json;
import org.tickmark.kit.text.Csv;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** The one formatter of results: the result itself to the standard output, problems and summary to the standard error. */
final class ResultPrinter {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final Terminal terminal;
    private final HostChoice choice;
    private final Locale locale;
    private final Cells cells;

    /**
     * A printer.
     *
     * @param zone in which instants are shown to people
     */
    ResultPrinter(Terminal terminal, HostChoice choice, Locale locale, ZoneId zone) {
        this.terminal = terminal;
        this.choice = choice;
        this.locale = locale;
        this.cells = new Cells(locale, zone);
    }

    /** Prints a result; returns it as a value for scripts: a document, rows as maps, or a text. */
    Optional<Object> print(CommandResult result) {
        Optional<Object> tree = tree(result);
        String output = output(result, tree);
        if (!output.isEmpty()) {
            terminal.out(output.endsWith("\n") ? output : output + "\n");
        }
        result.problems().forEach(problem -> terminal.err(ProblemPrinter.line(problem, locale)));
        result.summary().ifPresent(line -> terminal.err(line.text(locale) + "\n"));
        return tree.or(result::text);
    }

    private String output(CommandResult result, Optional<Object> tree) {
        if (choice.format() == Format.JSON && tree.isPresent()) {
            return Json.indented(tree.get());
        }
        return result.table()
                .map(table -> choice.format() == Format.CSV ? csv(table) : text(table, result))
                .or(result::text)
                .orElse("");
    }

    /** The result as a value for programs: a document, or rows as maps. */
    static Optional<Object> tree(CommandResult result) {
        return result.document().or(() -> result.table().map(ResultPrinter::rows));
    }

    /** In a list of a public class: scripts call its methods by reflection. */
    private static List<Map<String, Object>> rows(Table table) {
        return table.rows().stream()
                .map(row -> Cells.tree(table, row))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String csv(Table table) {
        StringBuilder text = new StringBuilder();
        Csv csv = new Csv(text, ',', Csv.Formulas.GUARDED);
        try {
            if (choice.headings()) {
                csv.row(table.columns().stream().map(Column::name).toList());
            }
            for (List<Object> row : table.rows()) {
                csv.row(cells.spread(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }

    private String text(Table table, CommandResult result) {
        if (table.rows().isEmpty()) {
            if (result.summary().isEmpty() && result.problems().isEmpty()) {
                terminal.err(Texts.text("nothing").text(locale) + "\n");
            }
            return "";
        }
        List<String> headings = table.columns().stream()
                .map(column -> Headings.of(column.name(), locale))
                .toList();
        List<List<String>> rows =
                table.rows().stream().map(row -> cells.shown(table, row)).toList();
        String lines = terminal.width()
                .map(width -> fitting(table.columns(), headings, rows, width))
                .orElseGet(() -> laidOut(table.columns(), headings, rows).text());
        return choice.headings() && choice.colour() && terminal.styled() ? withBoldHeading(lines) : lines;
    }

    /** The columns that fit; of the others it is told that they are there. */
    private String fitting(List<Column> columns, List<String> headings, List<List<String>> rows, int width) {
        int count = FittingColumns.count(columns, headings, rows, width);
        if (count < columns.size()) {
            List<String> others = headings.subList(count, columns.size());
            terminal.err(Texts.text("columns.left-out", others.size(), String.join(", ", others))
                            .text(locale)
                    + "\n");
        }
        return laidOut(
                        columns.subList(0, count),
                        headings.subList(0, count),
                        rows.stream().map(row -> row.subList(0, count)).toList())
                .text(width, TextTable.Overflow.ELLIPSIS);
    }

    private TextTable laidOut(List<Column> columns, List<String> headings, List<List<String>> rows) {
        TextTable text = TextTable.of(columns.stream()
                .map(column -> column.type() == Column.Type.AMOUNT || column.type() == Column.Type.INTEGER
                        ? Align.RIGHT
                        : Align.LEFT)
                .toList());
        if (choice.headings()) {
            text.header(headings);
        }
        rows.forEach(text::row);
        return text;
    }

    private static String withBoldHeading(String lines) {
        int end = lines.indexOf('\n');
        return BOLD + lines.substring(0, end) + PLAIN + lines.substring(end);
    }
}
