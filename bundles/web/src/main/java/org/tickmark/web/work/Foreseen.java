package org.tickmark.web.work;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.host.command.CommandRequest;
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
    private static final String DRY_RUN = "dry-run";
    private static final int MOST_ROWS = 20;

    private final CommandSource source;
    private final ZoneId zone;

    Foreseen(CommandSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /** Whether it can be seen what would come of this command. */
    static boolean isFor(CommandSpec spec) {
        return VERBS.contains(spec.verb())
                && spec.options().stream().anyMatch(option -> option.name().equals(DRY_RUN));
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
        if (CommandWords.isWhole(spec, given)) {
            told(html, visit, tried(visit, spec, given));
        } else {
            html.element("p", visit.text("command.foreseen.later"), "class", "empty");
        }
        html.close();
    }

    private CommandResult tried(Visit visit, CommandSpec spec, Parameters given) {
        List<String> words = CommandWords.of(spec, given.with(CommandWords.OPTION + DRY_RUN, "true"));
        return source.get()
                .run(new CommandRequest(visit.caller(), words, Optional.empty(), Progress.NONE, CancelToken.NEVER))
                .result();
    }

    private void told(Html html, Visit visit, CommandResult result) {
        Locale locale = visit.locale();
        Notices.cards(html, result.problems(), locale);
        result.summary().ifPresent(line -> html.element("p", line.text(locale)));
        result.text().filter(text -> !text.isEmpty()).ifPresent(text -> html.element("pre", text));
        result.table().filter(table -> !table.rows().isEmpty()).ifPresent(table -> rows(html, visit, table));
    }

    private void rows(Html html, Visit visit, Table table) {
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
