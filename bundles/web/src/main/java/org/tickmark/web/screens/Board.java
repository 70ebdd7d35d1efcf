package org.tickmark.web.screens;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;

/**
 * What is open of a group in two panes, bank and ledger, to be ticked and matched; below, what the rules suggest. All of it is plain forms; {@code board.js}
 * adds the running difference and the keys.
 */
final class Board {
    private static final String FORM = "board-form";
    private static final String FILTER = "q";
    private static final List<String> SIDES = List.of("bank", "ledger");
    private static final int ROWS = 75;
    private static final int SUGGESTIONS = 40;

    private final ViewCall call;
    private final String group;
    private final Locale locale;

    private Board(ViewCall call, String group) {
        this.call = call;
        this.group = group;
        this.locale = call.caller().locale();
    }

    /** Writes the board of a group. */
    static void write(ViewCall call, Html html, String group) {
        new Board(call, group).write(html);
    }

    private void write(Html html) {
        CommandResult open = call.ask("rec", "open", "--", group);
        Reading.told(html, open, locale);
        List<Line> items = lines(open);
        html.open(
                "div",
                "id",
                "board",
                "class",
                "board",
                "data-nothing",
                text("board.nothing"),
                "data-sum",
                text("board.sum", "{0}", "{1}", "{2}"),
                "data-differs",
                text("board.differs", "{0}"));
        filter(html);
        html.open("div", "class", "two");
        SIDES.forEach(side -> pane(html, side, items));
        html.close();
        acts(html);
        suggestions(html);
        lastMatch(html);
        html.element("p", text("board.keys"), "class", "keys", "hidden", "");
        html.close();
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }

    /** A row of an answer, by column; it is put into words when somebody asks for them, since there may be many more rows than are shown. */
    private final class Line {
        private final Table table;
        private final List<String> columns;
        private final List<Object> row;
        private List<String> cells = List.of();

        Line(Table table, List<String> columns, List<Object> row) {
            this.table = table;
            this.columns = columns;
            this.row = row;
        }

        /** What the row says under a column; null if it says nothing. */
        Object value(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? null : row.get(index);
        }

        String key() {
            return String.valueOf(value("entry_id"));
        }

        boolean isOf(String side) {
            return value("side") instanceof Message there && there.id().equals(side);
        }

        private List<String> cells() {
            if (cells.isEmpty()) {
                cells = call.cells(table, row);
            }
            return cells;
        }

        String word(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : cells().get(index);
        }

        List<?> list(String column) {
            return value(column) instanceof List<?> list ? list : List.of();
        }

        String plain(String column) {
            return value(column) instanceof BigDecimal amount ? amount.toPlainString() : "";
        }

        boolean holds(String wanted) {
            return wanted.isEmpty()
                    || cells().stream()
                            .anyMatch(word -> word.toLowerCase(locale).contains(wanted));
        }
    }

    private List<Line> lines(CommandResult result) {
        Table table = result.table().orElseGet(() -> Table.under(List.of()).build());
        List<String> columns =
                table.columns().stream().map(column -> column.name()).toList();
        return table.rows().stream().map(row -> new Line(table, columns, row)).toList();
    }

    // ---------------------------------------------------------------- what is open

    private void filter(Html html) {
        html.open(
                        "form",
                        "method",
                        "get",
                        "action",
                        call.link(Map.of()),
                        "class",
                        "filter",
                        "role",
                        "search",
                        "aria-label",
                        text("board.filter.go"))
                .open("input", "type", "hidden", "name", ViewCall.OPEN, "value", group)
                .open("label")
                .text(text("board.filter") + " ")
                .open(
                        "input",
                        "type",
                        "search",
                        "id",
                        "board-filter",
                        "name",
                        FILTER,
                        "value",
                        call.parameter(FILTER).orElse(""))
                .close()
                .text(" ")
                .element("button", text("board.filter.go"))
                .close();
    }

    private void pane(Html html, String side, List<Line> items) {
        String wanted = call.parameter(FILTER).orElse("").toLowerCase(locale);
        List<Line> found = items.stream()
                .filter(line -> line.isOf(side) && line.holds(wanted))
                .toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int page = Math.min(pages, page(side));
        String title = "pane-" + side;
        html.open("section", "class", "pane", "data-side", side, "aria-labelledby", title);
        html.element("h3", text("board." + side, found.size()), "id", title);
        if (found.isEmpty()) {
            html.element("p", text("board.empty"), "class", "empty");
        } else {
            html.open("table").open("thead").open("tr");
            html.element("th", "✓", "scope", "col", "aria-label", text("board.tick"));
            Stream.of("booking_date", "amount", "text")
                    .forEach(column -> html.element(
                            "th",
                            call.heading(column),
                            "scope",
                            "col",
                            "class",
                            column.equals("amount") ? "number" : null));
            html.close().close().open("tbody");
            found.subList((page - 1) * ROWS, Math.min(found.size(), page * ROWS))
                    .forEach(line -> row(html, line));
            html.close().close();
            paging(html, side, page, pages);
        }
        html.close();
    }

    private int page(String side) {
        return call.parameter(side)
                .filter(digits -> digits.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private void row(Html html, Line line) {
        String id = "entry-" + line.key();
        html.open("tr", "data-entry", line.key(), "data-amount", line.plain("amount"));
        html.open("td")
                .open(
                        "input",
                        "type",
                        "checkbox",
                        "id",
                        id,
                        "form",
                        FORM,
                        "name",
                        ViewCall.ARGUMENT + "ENTRY",
                        "value",
                        line.key(),
                        "aria-labelledby",
                        id + "-date " + id + "-amount " + id + "-text");
        html.close();
        html.element("td", line.word("booking_date"), "class", "time", "id", id + "-date");
        html.element("td", line.word("amount"), "class", "number", "id", id + "-amount");
        html.open("td").open("label", "for", id, "id", id + "-text");
        html.text(String.join(
                " · ",
                Stream.of("reference", "party", "text", "note")
                        .map(line::word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList()));
        html.close().element("small", line.word("reason")).close().close();
    }

    private void paging(Html html, String side, int page, int pages) {
        if (pages == 1) {
            return;
        }
        html.open("nav", "class", "paging", "aria-label", text("board." + side + ".pages"));
        if (page > 1) {
            html.element("a", text("board.back"), "href", other(side, page - 1));
        }
        html.element("span", text("board.page", page, pages));
        if (page < pages) {
            html.element("a", text("board.on"), "href", other(side, page + 1));
        }
        html.close();
    }

    /** This board with another page of a side. */
    private String other(String side, int page) {
        Map<String, String> parameters = new HashMap<>(Map.of(ViewCall.OPEN, group));
        Stream.concat(Stream.of(FILTER), SIDES.stream())
                .forEach(name -> call.parameter(name).ifPresent(value -> parameters.put(name, value)));
        parameters.put(side, String.valueOf(page));
        return call.link(parameters);
    }

    // ---------------------------------------------------------------- what is done about it

    private void acts(Html html) {
        html.open("div", "class", "sum");
        html.element("p", "", "id", "board-sum", "role", "status");
        call.form(
                html,
                FORM,
                Map.of("GROUP", group),
                List.of(
                        FormAct.of("rec match", Texts.text("board.match")),
                        FormAct.inItsForm("rec match", Texts.text("board.part")),
                        FormAct.inItsForm("rec write-off", Texts.text("board.write-off")),
                        FormAct.inItsForm("rec exclude", Texts.text("board.exclude")),
                        FormAct.inItsForm("rec include", Texts.text("board.include"))));
        html.close();
    }

    private void suggestions(Html html) {
        List<Line> suggested = lines(call.ask("rec", "suggest", "--", group));
        html.open("section", "aria-labelledby", "board-suggested");
        html.element("h3", text("board.suggested", suggested.size()), "id", "board-suggested");
        if (suggested.isEmpty()) {
            html.element("p", text("board.suggested.none"), "class", "empty");
        } else {
            html.open("ol", "class", "suggested");
            suggested.stream().limit(SUGGESTIONS).forEach(line -> suggestion(html, line));
            html.close();
        }
        if (suggested.size() > SUGGESTIONS) {
            html.open("p")
                    .element(
                            "a",
                            text("board.suggested.all"),
                            "href",
                            call.link(Map.of(ViewCall.OPEN, group, ReconciliationScreen.SHOW, "suggest")))
                    .close();
        }
        html.close();
    }

    private void suggestion(Html html, Line line) {
        String entries = Stream.of("bank_entries", "ledger_entries")
                .flatMap(column -> line.list(column).stream())
                .map(String::valueOf)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        html.open("li", "data-entries", entries).open("div", "class", "why");
        html.open("ul");
        line.list("rows").forEach(row -> html.element("li", String.valueOf(row)));
        html.close();
        html.element(
                "p",
                String.join(
                        "; ", line.list("reasons").stream().map(String::valueOf).toList()));
        html.close().open("div", "class", "acts");
        Map<String, String> given = Map.of("GROUP", group, "SUGGESTION", String.valueOf(line.value("suggestion")));
        call.button(html, "rec accept", given, Texts.act("rec accept"));
        call.button(html, "rec reject", given, Texts.act("rec reject"));
        html.close().close();
    }

    /** The newest match if it was made by hand, which may have been a mistake. */
    private void lastMatch(Html html) {
        List<Line> made = lines(call.ask("rec", "matches", "--newest", "--limit=1", "--", group));
        if (made.isEmpty() || made.get(0).value("run_id") != null) {
            return;
        }
        Line last = made.get(0);
        html.open("div", "class", "acts last");
        html.element("span", text("board.last", last.word("match_id"), last.word("amount"), last.word("by")));
        call.button(
                html,
                "rec unmatch",
                Map.of("MATCH", last.word("match_id"), "reason", text("board.undo.reason")),
                Texts.text("board.undo"));
        html.close();
    }
}
