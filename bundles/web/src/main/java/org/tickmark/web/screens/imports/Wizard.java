package org.tickmark.web.screens.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.work.Notices;

/**
 * A definition set up or changed step by step: where its files come from, how they are read, whose they are, where they go, and what would come of it. Each
 * step is a form that keeps the answers of the others; nothing is saved before the last, and then by the command that the shell has.
 */
final class Wizard {
    /** The parameter that says which step is shown. */
    static final String STEP = "step";

    private static final String FOLDER = "in";
    private static final String SAVE = "import-save";
    private static final String MAKE = "import-folder";
    private static final List<String> STEPS = List.of("source", "format", "unit", "archive", "check");
    private static final int MOST_FILES = 100;
    private static final int TRIED = 5;

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final Draft draft;

    private Wizard(Page page) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.draft = Draft.of(call);
    }

    static void write(Page page) {
        new Wizard(page).write();
    }

    private void write() {
        String step = call.parameter(STEP).filter(STEPS::contains).orElse(STEPS.get(0));
        html.open("p")
                .element("a", page.text("all"), "href", call.link(Map.of()))
                .close();
        html.element(
                "h2",
                draft.changed().map(name -> page.text("wizard.change", name)).orElse(page.text("wizard")));
        steps(step);
        switch (step) {
            case "format" -> format();
            case "unit" -> unit();
            case "archive" -> archive();
            case "check" -> check();
            default -> source();
        }
    }

    private void steps(String current) {
        html.open("ol", "class", "steps", "aria-label", page.text("steps"));
        for (String step : STEPS) {
            html.open("li");
            html.element(
                    "a",
                    page.text("step." + step),
                    "href",
                    to(step, Map.of()),
                    "aria-current",
                    step.equals(current) ? "step" : null);
            html.close();
        }
        html.close();
        html.element("h3", page.text("step." + current));
        page.empty("step." + current + ".what");
    }

    /** The address of a step, with what is answered so far. */
    private String to(String step, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(draft.parameters());
        parameters.put(STEP, step);
        parameters.putAll(more);
        return call.link(parameters);
    }

    // ---------------------------------------------------------------- where the files come from

    private void source() {
        Optional<String> folder = call.parameter(FOLDER).or(() -> Optional.of(draft.answer(Draft.SOURCE)));
        String here = folder.filter(path -> !path.isEmpty()).orElse("");
        Optional<CommandResult> listed =
                here.isEmpty() ? asked("import", "folders") : asked("import", "folders", "--", here);
        if (!here.isEmpty()) {
            html.open("p").element("strong", here).text(" ");
            html.element("a", page.text("source.others"), "href", to("source", Map.of(FOLDER, "")));
            html.close();
        }
        places(listed.flatMap(CommandResult::table).map(Facts::rows).orElse(List.of()));
        if (!here.isEmpty() && listed.isPresent()) {
            open("format", List.of(Draft.SOURCE));
            hidden(Draft.parameter(Draft.SOURCE), here);
            next("source.take");
        }
        makeFolder(here.isEmpty() ? "inbox/" : here + "/", true);
    }

    private void places(List<Facts> places) {
        if (places.isEmpty()) {
            page.empty("source.empty");
            return;
        }
        html.open("ul", "class", "places");
        for (Facts place : places.stream().limit(MOST_FILES).toList()) {
            String path = place.text("path");
            html.open("li");
            if (place.text("bytes").isEmpty()) {
                html.element("a", path, "href", to("source", Map.of(FOLDER, path)));
            } else {
                html.text(page.text("source.file", FileRows.name(path), place.number("bytes")));
            }
            html.close();
        }
        html.close();
        if (places.size() > MOST_FILES) {
            page.empty("waiting.more", places.size() - MOST_FILES);
        }
    }

    /** A field for a new folder, folded away unless one is needed. */
    private void makeFolder(String proposed, boolean folded) {
        html.open("details", "open", folded ? null : "").element("summary", page.text("folder.new"));
        html.open("p").open("label").text(page.text("folder.path") + " ");
        html.open("input", "type", "text", "form", MAKE, "name", ViewCall.ARGUMENT + "FOLDER", "value", proposed);
        html.close().close();
        call.form(html, MAKE, Map.of(), List.of(FormAct.of("import make-folder", Texts.text("folder.make"))));
        html.close();
    }

    // ---------------------------------------------------------------- how they are read

    private void format() {
        List<Facts> files = asked("import", "folders", "--", draft.answer(Draft.SOURCE))
                .flatMap(CommandResult::table)
                .map(Facts::rows)
                .orElse(List.of())
                .stream()
                .filter(place -> !place.text("bytes").isEmpty())
                .limit(MOST_FILES)
                .toList();
        String sample =
                draft.answer(Draft.SAMPLE, files.isEmpty() ? "" : files.get(0).text("path"));
        openForm(List.of(Draft.SAMPLE, "format", "option"));
        if (files.isEmpty()) {
            page.empty("format.no-file");
        } else {
            field(
                    Draft.SAMPLE,
                    "format.sample",
                    () -> select(
                            Draft.SAMPLE,
                            files.stream().map(file -> file.text("path")).toList(),
                            sample,
                            FileRows::name));
        }
        field("format", "format.which", () -> select("format", formats(), draft.answer("format"), this::format));
        field("option", "format.options", () -> lines("option"));
        html.open("p")
                .element("button", page.text("next"), "name", STEP, "value", "unit")
                .text(" ");
        html.element("button", page.text("format.look"), "name", STEP, "value", "format");
        html.close().close();
        if (!sample.isEmpty()) {
            looked(sample);
        }
    }

    private List<String> formats() {
        List<Facts> formats = asked("import", "formats")
                .flatMap(CommandResult::table)
                .map(Facts::rows)
                .orElse(List.of());
        return Stream.concat(Stream.of(""), formats.stream().map(format -> format.text("name")))
                .toList();
    }

    private String format(String name) {
        return name.isEmpty() ? page.text("format.each") : name;
    }

    /** Why a file is taken for what, and its first rows as they would be read. */
    private void looked(String sample) {
        html.element("h3", page.text("format.file", FileRows.name(sample)));
        asked("import", "detect", "--", sample).ifPresent(detected -> Reading.told(html, detected, page.locale()));
        List<String> words = new ArrayList<>(List.of("import", "preview", "--rows=5"));
        draft.lines("option").forEach(option -> words.add("--option=" + option));
        words.addAll(List.of("--", sample));
        asked(words.toArray(String[]::new)).ifPresent(this::rows);
    }

    /** Without the name of the file, which is told above. */
    private void rows(CommandResult read) {
        Reading.told(html, read, page.locale());
        read.table().ifPresent(table -> {
            List<String> others = table.columns().stream()
                    .map(Column::name)
                    .filter(name -> !name.equals("file"))
                    .toList();
            Reading.plain(html, call, Reading.some(table, others));
        });
    }

    // ---------------------------------------------------------------- whose they are

    private void unit() {
        List<String> units = asked("unit", "list")
                .flatMap(CommandResult::table)
                .map(table -> table.rows().stream()
                        .map(row -> String.valueOf(row.get(0)))
                        .toList())
                .orElse(List.of());
        open("archive", List.of(Draft.NAME, Draft.UNIT, "account"));
        if (draft.changed().isEmpty()) {
            field(Draft.NAME, "unit.name", () -> text(Draft.NAME, draft.proposedName(), "[a-z0-9]+(-[a-z0-9]+)*"));
        } else {
            hidden(Draft.parameter(Draft.NAME), draft.answer(Draft.NAME));
        }
        field(Draft.UNIT, "unit.unit", () -> select(Draft.UNIT, units, draft.answer(Draft.UNIT), unit -> unit));
        field("account", "unit.accounts", () -> lines("account"));
        next("next");
        asked("account", "list").ifPresent(accounts -> accounts(accounts));
    }

    private void accounts(CommandResult accounts) {
        html.open("details").element("summary", page.text("unit.known"));
        Table table = accounts.table().orElseGet(() -> Table.under(List.of()).build());
        Reading.plain(
                html,
                call,
                new Table(
                        table.columns(),
                        table.rows()
                                .subList(0, Math.min(MOST_FILES, table.rows().size()))));
        html.close();
    }

    // ---------------------------------------------------------------- where they go

    private void archive() {
        String name = draft.answer(Draft.NAME);
        if (draft.changed().isEmpty() && isTaken(name)) {
            page.card("error", page.text("unit.taken", name));
        }
        open("check", List.of(Draft.ARCHIVE, "pattern", "strictness", "whole", "background", "label"));
        field(Draft.ARCHIVE, "archive.folder", () -> text(Draft.ARCHIVE, "archive/" + name, null));
        field("pattern", "archive.pattern", () -> text("pattern", draft.proposedPattern(), null));
        choice("background", "yes", "no");
        choice("strictness", "usual", "strict", "lenient");
        choice("whole", "settled", "marked");
        field("label", "archive.labels", () -> lines("label"));
        next("next");
    }

    private boolean isTaken(String name) {
        return asked("import", "list")
                .flatMap(CommandResult::table)
                .map(table -> table.rows().stream().anyMatch(row -> name.equals(row.get(0))))
                .orElse(false);
    }

    private void choice(String name, String... words) {
        field(
                name,
                "archive." + name,
                () -> select(
                        name,
                        List.of(words),
                        draft.answer(name, words[0]),
                        word -> page.text("archive." + name + "." + word)));
    }

    // ---------------------------------------------------------------- what would come of it

    private void check() {
        String name = draft.answer(Draft.NAME);
        if (draft.changed().isEmpty() && isTaken(name)) {
            html.open("p").element("a", page.text("check.there", name), "href", call.link(Map.of(ViewCall.OPEN, name)));
            html.close();
            return;
        }
        Optional<CommandResult> trial = asked(draft.trial(TRIED));
        trial.ifPresent(this::tried);
        if (trial.isPresent()) {
            call.form(html, SAVE, draft.given(), List.of(FormAct.of(draft.command(), Texts.text("check.save"))));
        }
        boolean works = trial.map(Facts::of).map(told -> told.list("paths")).orElse(List.of()).stream()
                .allMatch(check -> check.is("ok"));
        makeFolder(draft.answer(Draft.ARCHIVE), works);
    }

    private void tried(CommandResult trial) {
        Facts told = Facts.of(trial);
        trial.summary().ifPresent(line -> page.card("", line.text(page.locale())));
        page.title("test");
        html.open("ul", "class", "checks");
        for (Facts check : told.list("paths")) {
            html.element(
                    "li",
                    (check.is("ok") ? "✓ " : "✗ ") + page.text("tested." + check.text("check")) + ": "
                            + check.text("detail"),
                    "class",
                    check.is("ok") ? null : "card error");
        }
        html.close();
        page.title("check.files");
        if (told.list("files").isEmpty()) {
            page.empty("check.files.none");
        }
        for (Facts file : told.list("files")) {
            html.element(
                    "h4",
                    page.text(
                            "check.file",
                            file.text("file"),
                            page.text("state." + file.text("result")),
                            file.number("statements"),
                            file.number("entries"),
                            file.number("known")));
            if (!file.list("issues").isEmpty()) {
                FileRows.problems(
                        page, file.list("issues").stream().limit(TRIED).toList());
            }
        }
    }

    // ---------------------------------------------------------------- forms

    /** What a command answers; empty if it refuses, which is told. */
    private Optional<CommandResult> asked(String... words) {
        try {
            return Optional.of(call.ask(words));
        } catch (TickmarkException e) {
            Notices.cards(html, List.of(e.problem()), page.locale());
            return Optional.empty();
        }
    }

    /** Opens the form of a step, with the answers that it does not ask. */
    private void open(String next, List<String> asked) {
        openForm(asked);
        hidden(STEP, next);
    }

    private void openForm(List<String> asked) {
        html.open("form", "method", "get", "action", call.link(Map.of()), "class", "form");
        draft.changed().ifPresent(name -> hidden(Draft.CHANGE, name));
        draft.answers().forEach((name, answer) -> {
            if (!asked.contains(name)) {
                hidden(Draft.parameter(name), answer);
            }
        });
    }

    private void next(String label) {
        html.open("p").element("button", page.text(label)).close().close();
    }

    private void hidden(String name, String value) {
        html.open("input", "type", "hidden", "name", name, "value", value);
    }

    private void field(String name, String label, Runnable input) {
        String id = id(name);
        html.open("p", "class", "field").element("label", page.text(label), "for", id);
        input.run();
        html.element("small", page.text(label + ".what"), "id", id + "-what").close();
    }

    private static String id(String name) {
        return "f-" + name.toLowerCase(Locale.ROOT);
    }

    private void text(String name, String proposed, String pattern) {
        html.open(
                "input",
                "type",
                "text",
                "id",
                id(name),
                "name",
                Draft.parameter(name),
                "value",
                draft.answer(name, proposed),
                "required",
                "",
                "pattern",
                pattern,
                "aria-describedby",
                id(name) + "-what");
    }

    private void lines(String name) {
        html.open(
                        "textarea",
                        "id",
                        id(name),
                        "name",
                        Draft.parameter(name),
                        "rows",
                        "2",
                        "aria-describedby",
                        id(name) + "-what")
                .text("\n" + draft.answer(name))
                .close();
    }

    private void select(String name, List<String> values, String chosen, UnaryOperator<String> called) {
        html.open("select", "id", id(name), "name", Draft.parameter(name), "aria-describedby", id(name) + "-what");
        for (String value : values) {
            html.element("option", called.apply(value), "value", value, "selected", value.equals(chosen) ? "" : null);
        }
        html.close();
    }
}
