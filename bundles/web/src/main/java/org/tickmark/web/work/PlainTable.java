package org.tickmark.web.work;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;

/** A few rows to be read, without filter and pages. */
public final class PlainTable {
    private static final int SHORT = 32;

    private PlainTable() {}

    /**
     * Writes the rows of a table.
     *
     * @param heading what a column is called
     * @param cells the values of a row for people
     */
    public static void write(
            Html html, Table table, UnaryOperator<String> heading, Function<List<Object>, List<String>> cells) {
        List<String> headings = table.columns().stream()
                .map(column -> heading.apply(column.name()))
                .toList();
        html.open("div", "class", "scroll listing").open("table").open("thead").open("tr");
        headings.forEach(text -> html.element("th", text, "scope", "col"));
        html.close().close().open("tbody");
        for (List<Object> row : table.rows()) {
            html.open("tr");
            List<String> values = cells.apply(row);
            for (int i = 0; i < values.size(); i++) {
                html.element(
                        "td",
                        values.get(i),
                        "class",
                        kind(table.columns().get(i), values.get(i)),
                        "data-label",
                        headings.get(i));
            }
            html.close();
        }
        html.close().close().close();
    }

    /** What a style sheet knows of a value: numbers and times, and texts that are short enough not to be broken within a word; null for others. */
    static String kind(Column column, String text) {
        return switch (column.type()) {
            case AMOUNT, INTEGER -> "number";
            case DATE, INSTANT -> "time";
            default -> text.length() <= SHORT ? "short" : null;
        };
    }
}
