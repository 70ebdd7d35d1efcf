package org.tickmark.web.work;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/**
 * What would come of a form, seen while it is filled in: the dry run of a command that adds or edits something. Other commands that have one may take
 * long, and are tried by giving them.
 */
final class Foreseen {
    /** The id of the part of the page that a browser asks for anew with each change of the form. */
    static final String ID = "foreseen";

    private static final Set<String> VERBS = Set.of("add", "edit");
    private static final int MOST_ROWS = 20;

    private final CommandSource source;
    private final ZoneId zone;

    Foreseen(CommandSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /** Whether it can be seen what would come of this command. */
    static boolean isFor(CommandSpec spec) {
        return VERBS.contains(spec.verb()) && CommandWords.hasDryRun(spec);
    }

    /** Writes what would come of what is given, or that something is missing. */
    void write(Html html, Visit visit, CommandSpec spec, Parameters given) {
        html.open(
                "section",
                "id",
                ID,
                "class",
                "beside foreseen",
                "aria-live",
                "polite",
                "aria-labelledby",
                ID + "-title",
                "tabindex",
                "0");
        html.element("h2", visit.text("command.foreseen"), "id", ID + "-title");
        if (CommandWords.isWhole(spec, given) && isBegun(spec, given)) {
            tell(html, visit, spec, given);
        } else {
            html.element("p", visit.text("command.foreseen.later"), "class", "empty");
        }
        html.close();
    }

    /** Whether something is given that would be changed. */
    private static boolean isBegun(CommandSpec spec, Parameters given) {
        return !spec.verb().equals("edit")
                || CommandWords.of(spec, Reaches.reaching(given, "")).stream()
                        .takeWhile(word -> !word.equals("--"))
                        .anyMatch(word -> word.startsWith("--"));
    }

    /** What would come of it; of an edit that may reach further, what would come of each way. */
    private void tell(Html html, Visit visit, CommandSpec spec, Parameters given) {
        List<String> ways = Reaches.of(spec);
        List<CommandResult> results = ways.stream()
                .map(way -> tried(visit, spec, Reaches.reaching(given, way)))
                .toList();
        if (results.stream().map(result -> sayings(result, visit)).distinct().count() < 2) {
            told(html, visit, results.isEmpty() ? tried(visit, spec, given) : results.get(0));
        } else {
            for (int i = 0; i < ways.size(); i++) {
                boolean chosen = Reaches.isChosen(given, ways.get(i));
                html.open("div", "class", "reach", "aria-current", chosen ? "true" : null);
                html.element("h3", visit.text("reach." + ways.get(i)));
                told(html, visit, results.get(i));
                html.close();
            }
        }
        Reaches.instead(results, spec, given)
                .forEach(option -> instead(html, visit, spec, Reaches.meaning(given, option), option));
    }

    private static String sayings(CommandResult result, Visit visit) {
        return result.text().orElse("")
                + result.problems().stream()
                        .map(problem -> problem.text(visit.locale()))
                        .toList();
    }

    /** What would come of another way to mean it, and a link that takes it. */
    private void instead(Html html, Visit visit, CommandSpec spec, Parameters given, String option) {
        html.open("div", "class", "reach");
        html.element("h3", visit.text("reach." + option));
        told(html, visit, tried(visit, spec, given));
        html.element("a", visit.text("reach.take"), "class", "button", "href", given.on(CommandForms.address(spec)));
        html.close();
    }

    private CommandResult tried(Visit visit, CommandSpec spec, Parameters given) {
        List<String> words = CommandWords.of(spec, given.with(CommandWords.OPTION + CommandWords.DRY_RUN, "true"));
        return source.ask(visit.caller(), words);
    }

    private void told(Html html, Visit visit, CommandResult result) {
        Locale locale = visit.locale();
        Notices.cards(html, result.problems(), locale);
        result.summary().ifPresent(line -> html.element("p", line.text(locale)));
        result.text().filter(text -> !text.isEmpty()).ifPresent(text -> html.element("pre", text));
        result.table().filter(table -> !table.rows().isEmpty()).ifPresent(table -> rows(html, visit, table));
    }

    /** The columns that tell something, for which there is little room: not those that are empty, or say the same as another, be it by the clock of UTC. */
    private static Table telling(Table table) {
        List<List<Object>> told = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        List<String> names = table.columns().stream().map(Column::name).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals("instant") && names.contains("local")) {
                continue;
            }
            int column = i;
            List<Object> values = new ArrayList<>();
            table.rows().forEach(row -> values.add(row.get(column)));
            if (!values.stream().allMatch(Foreseen::isNothing) && !told.contains(values)) {
                told.add(values);
                kept.add(column);
            }
        }
        Table.Builder telling =
                Table.under(kept.stream().map(table.columns()::get).toList());
        table.rows().forEach(row -> telling.row(kept.stream().map(row::get).toArray()));
        return telling.build();
    }

    private static boolean isNothing(Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    private void rows(Html html, Visit visit, Table whole) {
        Table table = telling(whole);
        int shown = Math.min(MOST_ROWS, table.rows().size());
        PlainTable.write(
                html,
                new Table(table.columns(), table.rows().subList(0, shown)),
                column -> source.get().heading(column, visit.locale()),
                row -> source.get().cells(table, row, visit.locale(), zone));
        if (shown < table.rows().size()) {
            html.element("p", visit.text("command.foreseen.more", table.rows().size() - shown), "class", "empty");
        }
    }
}
