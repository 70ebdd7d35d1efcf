package org.tickmark.web.screens.scripting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;

/**
 * A debugging session: the source with the line it stands at, and what is known there. All of it is plain forms, and each number of a line is a button;
 * {@code editor.js} adds the keys.
 */
final class Debugging {
    private static final String BREAK = "debug-break";
    private static final String LINE_ON = "debug-line-on";
    private static final String LINE_OFF = "debug-line-off";
    private static final String WATCH = "debug-watch";
    private static final String LINE = ViewCall.ARGUMENT + "LINE";
    private static final String FRAME = "frame";
    private static final String SOURCE = "source";
    private static final int MOST_VARIABLES = 150;

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String id;
    private final String frame;
    private final Facts session;

    Debugging(Page page, String id) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.id = id;
        this.frame = call.parameter(FRAME)
                .filter(number -> number.matches("\\d{1,4}"))
                .orElse("0");
        this.session = Facts.of(call.ask("debug", "show", "--all", "--wait=PT0S", "--frame=" + frame, "--", id));
    }

    void write() {
        html.open("div", "id", "debug", "class", "debug");
        html.element("h2", page.text("debug.session", id, session.text("script")));
        html.element(
                "p", page.text("debug.state." + session.text("state")) + " " + session.text("text"), "role", "status");
        if (!session.text("until").isEmpty()) {
            html.element("p", page.text("debug.until", Fields.moment(page, session.text("until"))), "class", "empty");
        }
        steps();
        html.open("div", "class", "two");
        html.open("div");
        source();
        html.close().open("div");
        if (isStanding()) {
            variables();
            watches();
            calls();
        }
        breakpoints();
        html.close().close();
        output();
        html.close();
        if (!isStanding()) {
            call.goesOn();
        }
    }

    private boolean isStanding() {
        return !session.list("stack").isEmpty();
    }

    // ---------------------------------------------------------------- going on

    private void steps() {
        html.open("div", "class", "acts");
        if (isStanding()) {
            step("F5", "on");
            step("F10", "over");
            step("F11", "into");
            step("Shift+F11", "out");
        } else {
            Fields.button(page, "F6", "debug pause", of(Map.of("quiet", "true")), Texts.text("act.pause"));
        }
        call.button(html, "debug detach", of(Map.of()), Texts.text("act.detach"));
        call.button(html, "debug stop", of(Map.of()), Texts.text("act.stop"));
        html.close();
        html.element("p", page.text("debug.keys"), "class", "keys", "hidden", "");
    }

    private void step(String key, String step) {
        Fields.button(page, key, "debug step", of(Map.of("STEP", step, "quiet", "true")), Texts.text("step." + step));
    }

    /** What is given of this session. */
    private Map<String, String> of(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("ID", id);
        return given;
    }

    // ---------------------------------------------------------------- the source

    private Optional<Facts> chosenCall() {
        return session.list("stack").stream().skip(Long.parseLong(frame)).findFirst();
    }

    /** The source shown: of the call that is looked at, unless another is asked for. */
    private String shown() {
        List<Facts> sources = session.list("sources");
        return call.parameter(SOURCE)
                .filter(name ->
                        sources.stream().anyMatch(source -> source.text("name").equals(name)))
                .or(() -> chosenCall().map(here -> here.text(SOURCE)))
                .orElseGet(() -> sources.isEmpty() ? "" : sources.get(0).text("name"));
    }

    private void source() {
        String shown = shown();
        List<Facts> sources = session.list("sources");
        if (sources.size() > 1) {
            html.open("nav", "class", "acts", "aria-label", page.text("debug.sources"));
            sources.forEach(source -> page.link(
                    source.text("name"),
                    Map.of(ViewCall.OPEN, id, SOURCE, source.text("name")),
                    "aria-current",
                    source.text("name").equals(shown) ? "true" : null));
            html.close();
        }
        long current = chosenCall()
                .filter(here -> here.text(SOURCE).equals(shown))
                .map(here -> here.number("line"))
                .orElse(0L);
        String text = sources.stream()
                .filter(source -> source.text("name").equals(shown))
                .findFirst()
                .map(source -> source.text("text"))
                .orElse("");
        lineForms(shown);
        new Listing(text, current).write(page, page.text("debug.source", shown), line -> line(shown, line));
    }

    /** The forms to which the numbers of the lines belong. */
    private void lineForms(String source) {
        html.open("div", "hidden", "");
        List<FormAct> act = List.of(FormAct.of("debug break", Texts.text("act.break")));
        call.form(html, LINE_ON, of(Map.of(SOURCE, source)), act);
        call.form(html, LINE_OFF, of(Map.of(SOURCE, source, "remove", "true")), act);
        html.close();
    }

    private void line(String source, int line) {
        boolean stops = session.list("breakpoints").stream()
                .anyMatch(one -> one.text(SOURCE).equals(source) && one.number("line") == line);
        html.element(
                "button",
                String.valueOf(line),
                "form",
                stops ? LINE_OFF : LINE_ON,
                "name",
                LINE,
                "value",
                String.valueOf(line),
                "aria-pressed",
                String.valueOf(stops),
                "aria-label",
                page.text("debug.line", line));
    }

    // ---------------------------------------------------------------- breakpoints

    private void breakpoints() {
        Fields.title(page, "debug.breakpoints");
        html.open("ul");
        session.list("breakpoints").forEach(this::breakpoint);
        html.close();
        html.open("details").element("summary", page.text("debug.break.more"));
        html.open("p");
        Fields.field(page, BREAK, LINE, "number", page.text("line"), "");
        Fields.field(page, BREAK, ViewCall.OPTION + "when", "text", page.text("condition"), "");
        Fields.field(page, BREAK, ViewCall.OPTION + "hits", "text", page.text("hits"), "");
        Fields.field(page, BREAK, ViewCall.OPTION + "log", "text", page.text("log"), "");
        html.close();
        call.form(
                html, BREAK, of(Map.of(SOURCE, shown())), List.of(FormAct.of("debug break", Texts.text("act.break"))));
        html.close();
    }

    private void breakpoint(Facts one) {
        html.open("li").text(page.text("debug.break.at", one.text(SOURCE), one.number("line")));
        part("condition", one);
        part("hits", one);
        part("log", one);
        if (!one.is("stops")) {
            html.text(" " + page.text("debug.break.never"));
        }
        html.text(" ");
        call.button(
                html,
                "debug break",
                of(Map.of(SOURCE, one.text(SOURCE), "LINE", one.text("line"), "remove", "true")),
                Texts.text("act.remove"));
        html.close();
    }

    private void part(String name, Facts one) {
        if (!one.text(name).isEmpty()) {
            html.text(", " + page.text(name) + " ").element("code", one.text(name));
        }
    }

    // ---------------------------------------------------------------- what is known

    private void variables() {
        Fields.title(page, "debug.variables");
        List<Facts> variables = session.list("variables");
        if (variables.isEmpty()) {
            page.empty("debug.variables.none");
            return;
        }
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        List.of("name", "type", "value").forEach(column -> html.element("th", page.text(column), "scope", "col"));
        html.close().close().open("tbody");
        for (int i = 0; i < Math.min(variables.size(), MOST_VARIABLES); i++) {
            variable(variables.get(i), "debug-set-" + i);
        }
        html.close().close().close();
    }

    private void variable(Facts variable, String form) {
        String name = variable.text("name");
        html.open("tr").element("td", name).element("td", variable.text("type")).open("td");
        List<Facts> parts = variable.list("parts");
        if (!parts.isEmpty()) {
            html.open("details").element("summary", variable.text("value")).open("dl");
            parts.forEach(part -> html.element("dt", part.text("name")).element("dd", part.text("value")));
            html.close().close();
        }
        html.open("span", "class", "acts");
        html.open(
                "input",
                "form",
                form,
                "name",
                ViewCall.ARGUMENT + "VALUE",
                "value",
                parts.isEmpty() ? variable.text("value") : "",
                "aria-label",
                page.text("debug.value", name),
                "autocomplete",
                "off");
        call.form(
                html,
                form,
                of(Map.of("NAME", name, FRAME, frame)),
                List.of(FormAct.of("debug set", Texts.text("act.set"))));
        html.close().close().close();
    }

    private void watches() {
        Fields.title(page, "debug.watches");
        Map<?, ?> watches = session.map("watches");
        html.open("dl");
        watches.forEach((expression, value) ->
                html.element("dt", String.valueOf(expression)).element("dd", String.valueOf(value)));
        html.close();
        Fields.lines(
                page,
                WATCH,
                ViewCall.ARGUMENT + "EXPRESSION",
                page.text("debug.expressions"),
                watches.keySet().stream().map(String::valueOf).toList());
        call.form(html, WATCH, of(Map.of()), List.of(FormAct.of("debug watch", Texts.text("act.watch"))));
    }

    private void calls() {
        Fields.title(page, "debug.calls");
        html.open("ol", "class", "calls", "start", "0");
        List<Facts> calls = session.list("stack");
        for (int i = 0; i < calls.size(); i++) {
            Facts one = calls.get(i);
            String number = String.valueOf(i);
            html.open("li");
            page.link(
                    page.text("debug.call", one.text("function"), one.text(SOURCE), one.number("line"))
                            .strip(),
                    Map.of(ViewCall.OPEN, id, FRAME, number),
                    "aria-current",
                    number.equals(frame) ? "true" : null);
            html.close();
        }
        html.close();
    }

    private void output() {
        if (!session.text("written").isEmpty()) {
            Fields.title(page, "debug.output");
            html.element("pre", session.text("written"), "class", "log", "tabindex", "0");
        }
    }
}
