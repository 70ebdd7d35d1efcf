package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;
import org.tickmark.web.work.Notices;

/**
 * The text of a script in a field that is checked, put in form, saved and run; below its versions. All of it is plain forms; {@code editor.js} makes the field
 * an editor.
 */
final class Editor {
    private static final String FORM = "script-form";
    private static final String RUN = "script-run";
    private static final String TEXT = ViewCall.OPTION + "text";
    private static final String OVER = ViewCall.OPTION + "over";
    private static final String NAME = ViewCall.ARGUMENT + "NAME";
    private static final String FORMATTED = "formatted";
    private static final String DIFF = "diff";
    private static final int LONGEST = 120_000;

    /** What a script is called that is checked before it has a name. */
    private static final String UNNAMED = "unnamed";

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String language;

    /**
     * An editor.
     *
     * @param language that of new scripts
     */
    Editor(Page page, String language) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.language = language;
    }

    /** Writes it with nothing yet; what was typed stays open. */
    void writeNew() {
        html.open("details", "open", call.parameter(TEXT).map(typed -> "").orElse(null));
        html.element("summary", page.text("new." + call.view()));
        text(Optional.empty(), new Facts(Map.of("language", language, "text", "")));
        html.close();
    }

    /** Writes it with a script that is stored. */
    void write(String name) {
        html.open("p");
        page.link(page.text("all." + call.view()), Map.of());
        html.close();
        stored(name);
    }

    private void stored(String name) {
        Facts script = Facts.of(call.ask("script", "show", "--", name));
        html.element("h2", name);
        html.element(
                "p",
                page.text(
                        "saved",
                        script.number("version"),
                        script.text("saved_by"),
                        Fields.moment(page, script.text("saved_at")),
                        script.text("language")));
        html.open("div", "class", "acts");
        Map<String, String> named = Map.of("NAME", name);
        call.button(html, "script edit", named, Texts.text("act.edit"));
        call.button(html, "trace on", Map.of("TARGET", name), Texts.text("act.trace"));
        call.button(html, "script delete", named, Texts.text("act.delete"));
        html.close();
        usedBy(script.texts("used_by"));
        text(Optional.of(name), script);
        run(name, script);
        versions(name);
    }

    /** What uses it, each a link to where that is shown. */
    private void usedBy(List<String> users) {
        if (users.isEmpty()) {
            return;
        }
        html.open("p").text(page.text("used-by"));
        users.forEach(user -> {
            int slash = user.indexOf('/');
            String kind = user.substring(0, slash);
            html.text(" ")
                    .element(
                            "a",
                            page.text("used-by." + kind, user.substring(slash + 1)),
                            "href",
                            call.link(kind + "s", Map.of(ViewCall.OPEN, user.substring(slash + 1))));
        });
        html.close();
    }

    // ---------------------------------------------------------------- its text

    private void text(Optional<String> name, Facts script) {
        Optional<String> typed = call.parameter(TEXT).filter(text -> text.length() <= LONGEST);
        String text = typed.orElse(script.text("text"));
        if (text.length() > LONGEST) {
            html.element("p", page.text("long", LONGEST), "class", "card warning");
            return;
        }
        boolean changes = call.caller().may(Permission.SCRIPT_EDIT);
        Optional<CommandResult> checked = typed.isPresent() && changes ? checked(name, script, text) : Optional.empty();
        if (typed.isPresent() && call.parameter(FORMATTED).isPresent()) {
            text = formatted(script, text).orElse(text);
        }
        if (name.isEmpty()) {
            html.open("p");
            Fields.field(
                    page,
                    FORM,
                    NAME,
                    "text",
                    page.text("name"),
                    call.parameter(NAME).orElse(""));
            html.close();
        }
        html.element("label", page.text("text"), "for", "script-text");
        html.open(
                        "textarea",
                        "id",
                        "script-text",
                        "form",
                        FORM,
                        "name",
                        TEXT,
                        "rows",
                        "22",
                        "class",
                        "source",
                        "spellcheck",
                        "false",
                        "data-editor",
                        script.text("language"),
                        "readonly",
                        changes ? null : "")
                .text("\n" + text)
                .close();
        if (changes) {
            acts(name, script);
            problems(checked);
        }
    }

    private void acts(Optional<String> name, Facts script) {
        html.open("div", "class", "acts");
        Map<String, String> given = name.map(stored -> Map.of("NAME", stored, "over", over(script)))
                .orElseGet(() -> Map.of("language", script.text("language"), "over", over(script)));
        call.form(html, FORM, given, List.of(FormAct.of("script save", Texts.text("act.save"))));
        String here =
                call.link(name.map(stored -> Map.of(ViewCall.OPEN, stored)).orElseGet(Map::of));
        html.element("button", page.text("act.check"), "form", FORM, "formaction", here, "data-check", "");
        html.element(
                "button", page.text("act.format"), "form", FORM, "formaction", here, "name", FORMATTED, "value", "yes");
        html.close();
    }

    /** The version that the text was made of, though there may be a newer one by now; 0 for a new script. */
    private String over(Facts script) {
        return call.parameter(OVER)
                .filter(number -> number.matches("\\d{1,9}"))
                .orElseGet(() -> String.valueOf(script.number("version")));
    }

    /** What saving would say of the text; empty if it is refused, which is told. */
    private Optional<CommandResult> checked(Optional<String> name, Facts script, String text) {
        String called = name.or(() -> call.parameter(NAME).filter(typed -> !typed.isBlank()))
                .orElse(UNNAMED);
        try {
            return Optional.of(call.ask(
                    "script",
                    "save",
                    "--dry-run",
                    "--text=" + text,
                    "--language=" + script.text("language"),
                    "--over=" + over(script),
                    "--",
                    called));
        } catch (TickmarkException refused) {
            Notices.card(html, refused.problem(), page.locale());
            return Optional.empty();
        }
    }

    /** The text in form; empty if it is too wrong for that. */
    private Optional<String> formatted(Facts script, String text) {
        return call.ask("script", "format", "--text=" + text, "--language=" + script.text("language"))
                .text()
                .filter(found -> !found.isEmpty());
    }

    /** What is wrong, each with the place where it is. */
    private void problems(Optional<CommandResult> checked) {
        html.open("section", "id", "script-problems", "data-live", FORM, "aria-live", "polite");
        List<Problem> problems = checked.map(CommandResult::problems).orElse(List.of());
        List<Facts> places = Facts.list(checked.flatMap(CommandResult::document).orElse(List.of()));
        if (!problems.isEmpty()) {
            Fields.title(page, "problems", problems.size());
            html.open("ol", "class", "problems");
            for (int i = 0; i < problems.size(); i++) {
                problem(problems.get(i), i < places.size() ? places.get(i) : new Facts(Map.of()));
            }
            html.close();
        } else if (checked.isPresent()) {
            html.element("p", page.text("problems.none"), "class", "card done");
        }
        html.close();
    }

    private void problem(Problem problem, Facts place) {
        long line = place.number("line");
        html.open("li", "data-line", String.valueOf(line), "data-column", String.valueOf(place.number("column")));
        html.element("strong", page.text("problem.place", place.text("source"), line, place.number("column")));
        html.text(" " + problem.what().text(page.locale()));
        problem.found().ifPresent(found -> html.text(" " + page.text("problem.found", found)));
        problem.expected().ifPresent(expected -> html.text(" " + page.text("problem.expected", expected)));
        html.close();
    }

    // ---------------------------------------------------------------- running it

    private void run(String name, Facts script) {
        if (!call.caller().may(Permission.SCRIPT_RUN)) {
            return;
        }
        Fields.title(page, "run");
        html.element("p", page.text("run.what"), "class", "empty");
        List<String> parameters = script.texts("parameters").stream()
                .map(declared -> {
                    int equals = declared.indexOf('=');
                    String begin = equals < 0 ? declared : declared.substring(0, equals);
                    return begin.replaceAll(":.*", "") + "=" + (equals < 0 ? "" : declared.substring(equals + 1));
                })
                .toList();
        Fields.lines(page, RUN, ViewCall.OPTION + "parameter", page.text("parameters"), parameters);
        html.open("div", "class", "acts");
        Fields.tick(page, RUN, ViewCall.OPTION + "dry-run", page.text("dry-run"));
        call.form(html, RUN, Map.of("FILE|NAME", name), List.of(FormAct.of("script run", Texts.text("act.run"))));
        if (call.caller().may(Permission.SCRIPT_DEBUG)) {
            html.element(
                    "a",
                    page.text("act.debug"),
                    "class",
                    "button",
                    "href",
                    call.link("debugger", Map.of(DebuggerScreen.SCRIPT, name)));
        }
        html.close();
    }

    // ---------------------------------------------------------------- its versions

    private void versions(String name) {
        Fields.title(page, "versions");
        Table versions = call.ask("script", "versions", "--", name).table().orElseGet(() -> Table.under(List.of())
                .build());
        html.open("div", "class", "scroll").open("table").open("tbody");
        versions.rows().stream().limit(50).forEach(row -> version(name, call.cells(versions, row)));
        html.close().close().close();
        call.parameter(DIFF).filter(number -> number.matches("\\d{1,9}")).ifPresent(number -> diff(name, number));
    }

    private void version(String name, List<String> cells) {
        html.open("tr");
        cells.forEach(cell -> html.element("td", cell));
        html.open("td", "class", "acts");
        page.link(page.text("diff", cells.get(0)), Map.of(ViewCall.OPEN, name, DIFF, cells.get(0)), "class", "button");
        call.button(html, "script restore", Map.of("NAME", name, "NUMBER", cells.get(0)), Texts.text("act.restore"));
        html.close().close();
    }

    /** What has changed since a version. */
    private void diff(String name, String number) {
        CommandResult diff = call.ask("script", "diff", "--", name, number);
        html.element("h3", page.text("diff", number), "id", "diff");
        Reading.told(html, diff, page.locale());
        if (diff.text().orElse("").isEmpty()) {
            return;
        }
        html.open("pre", "class", "diff", "tabindex", "0");
        diff.text().orElse("").lines().limit(2_000).forEach(line -> {
            String kind = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
            html.element(kind, line).text("\n");
        });
        html.close();
    }
}
