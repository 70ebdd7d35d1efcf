package org.tickmark.web.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.work.Notices;
import org.tickmark.web.work.PlainTable;

/** What commands answer, on pages. */
public final class Reading {
    /** A particular as the shell shows it: what it is, two blanks or more, what it is like. */
    private static final Pattern PARTICULAR = Pattern.compile("(\\S.*?) {2,}(\\S.*)");

    private static final int LONGEST = 100_000;

    private Reading() {}

    /** Problems, and the line that sums it up. */
    public static void told(Html html, CommandResult result, Locale locale) {
        Notices.cards(html, result.problems(), locale);
        result.summary().ifPresent(line -> html.element("p", line.text(locale), "class", "card"));
    }

    /** A text: particulars as a list of them, anything else as it is. */
    static void text(Html html, String text, String kind) {
        List<Matcher> particulars = text.lines().map(PARTICULAR::matcher).toList();
        if (kind.isEmpty() && !particulars.isEmpty() && particulars.stream().allMatch(Matcher::matches)) {
            html.open("dl");
            particulars.forEach(line -> html.element("dt", line.group(1)).element("dd", line.group(2)));
            html.close();
        } else if (!text.isEmpty()) {
            int from = Math.max(0, text.length() - LONGEST);
            boolean plain = kind.isEmpty();
            html.element("pre", text.substring(from), "class", plain ? null : kind, "tabindex", plain ? null : "0");
        }
    }

    /** The whole result, rows to be read. */
    public static void whole(Html html, ViewCall call, CommandResult result, String kind) {
        told(html, result, call.caller().locale());
        if (result.table().isPresent()) {
            plain(html, call, result.table().get());
        } else {
            text(html, result.text().orElse(""), kind);
        }
    }

    /** A few rows, without filter and pages. */
    public static void plain(Html html, ViewCall call, Table table) {
        if (table.rows().isEmpty()) {
            html.element("p", Texts.text("nothing").text(call.caller().locale()), "class", "empty");
            return;
        }
        Table worded = Worded.of(call, table);
        PlainTable.write(html, worded, call::heading, row -> call.cells(worded, row));
    }

    /**
     * A page of rows, the newest first, as a command filters and cuts them.
     *
     * @param words of the command, which knows {@code --newest}, {@code --limit}, {@code --after} and {@code --holding}
     * @param columns makes of a page what is shown of it
     * @return the page with all columns
     */
    public static Table page(Html html, ViewCall call, List<String> words, UnaryOperator<Table> columns, Rows rows) {
        Cut cut = cut(html, call, words);
        call.page(html, columns.apply(cut.page()), rows, cut.next());
        return cut.page();
    }

    /** The same, with buttons in each row. */
    static void page(Html html, ViewCall call, List<String> words, List<RowAct> acts) {
        Cut cut = cut(html, call, words);
        call.page(html, cut.page(), Rows.READ, acts, cut.next());
    }

    private static Cut cut(Html html, ViewCall call, List<String> words) {
        List<String> asked = new ArrayList<>(words);
        asked.add("--newest");
        asked.addAll(Cut.asking(call));
        CommandResult result = call.ask(asked.toArray(String[]::new));
        Notices.cards(html, result.problems(), call.caller().locale());
        return Cut.of(result);
    }

    /** Some columns of a table, as far as it has them, in this order. */
    public static Table some(Table table, List<String> names) {
        List<Integer> chosen = names.stream()
                .map(name -> table.columns().stream()
                        .map(column -> column.name())
                        .toList()
                        .indexOf(name))
                .filter(index -> index >= 0)
                .toList();
        Table.Builder some =
                Table.under(chosen.stream().map(table.columns()::get).toList());
        table.rows().forEach(row -> some.row(chosen.stream().map(row::get).toArray()));
        return some.build();
    }

    /** The row whose first value this is, as particulars. */
    public static void row(Html html, ViewCall call, Table table, String key) {
        Table worded = Worded.of(call, table);
        Optional<List<Object>> found = worded.rows().stream()
                .filter(row -> String.valueOf(row.get(0)).equals(key))
                .findFirst();
        if (found.isEmpty()) {
            html.element("p", Texts.text("gone", key).text(call.caller().locale()));
            return;
        }
        List<String> cells = call.cells(worded, found.get());
        html.open("dl");
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                html.element("dt", call.heading(worded.columns().get(i).name())).element("dd", cells.get(i));
            }
        }
        html.close();
    }

    /** Buttons that give commands. */
    public static void acts(Html html, ViewCall call, List<String> commands, Map<String, String> given) {
        if (!commands.isEmpty()) {
            html.open("div", "class", "acts");
            commands.forEach(command -> call.button(html, command, given, Texts.act(command)));
            html.close();
        }
    }

    /** The same in each row of a list, by an argument. */
    public static List<RowAct> rowActs(String argument, Map<String, String> given, String... commands) {
        return Stream.of(commands)
                .map(command -> new RowAct(command, argument, given, Texts.act(command)))
                .toList();
    }

    /** The rows of a list that are opened. */
    static void toOpen(Html html, ViewCall call, Table table) {
        call.list(html, table, Rows.OPEN);
    }
}
