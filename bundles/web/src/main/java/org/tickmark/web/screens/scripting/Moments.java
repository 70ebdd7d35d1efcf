package org.tickmark.web.screens.scripting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** A recording, moment by moment, forward and backward. Where it is stands in the address: {@code step}, and what is looked for from there. */
final class Moments {
    private static final String STEP = "step";
    private static final String BACK = "back";
    private static final String COMPARE = "compare";
    private static final List<String> SEARCHES = List.of("change", "value", "line");

    private final Page page;
    private final ViewCall call;
    private final Html html;
    private final String id;

    Moments(Page page, String id) {
        this.page = page;
        this.call = page.call();
        this.html = page.html();
        this.id = id;
    }

    void write() {
        html.open("p");
        page.link(page.text("all.traces"), Map.of());
        html.close();
        html.element("h2", page.text("trace.recording", id));
        Facts moment = found();
        html.open("div", "id", "trace", "class", "debug");
        steps(moment);
        search(moment);
        html.open("div", "class", "two");
        source(moment);
        values(moment);
        html.close().close();
        compare();
        html.open("div", "class", "acts");
        call.button(html, "trace export", Map.of("ID", id), Texts.text("act.export"));
        call.button(html, "trace delete", Map.of("ID", id), Texts.text("act.delete"));
        html.close();
    }

    // ---------------------------------------------------------------- where it is

    /** The moment that is looked for; if there is none, that from which it was looked for. */
    private Facts found() {
        Optional<String> search = SEARCHES.stream()
                .flatMap(name -> call.parameter(name).map(value -> "--" + name + "=" + value).stream())
                .findFirst();
        if (search.isEmpty()) {
            return moment(Stream.empty());
        }
        Stream<String> back = call.parameter(BACK).map(on -> "--back").stream();
        try {
            return moment(Stream.concat(search.stream(), back));
        } catch (TickmarkException e) {
            Problem problem = e.problem();
            html.element("p", problem.what().text(page.locale()), "class", "card warning", "role", "status");
            return moment(Stream.empty());
        }
    }

    private Facts moment(Stream<String> more) {
        Stream<String> step = call
                .parameter(STEP)
                .filter(number -> number.matches("\\d{1,12}"))
                .map(number -> "--step=" + number)
                .stream();
        String[] words = Stream.of(Stream.of("trace", "show", "--all"), step, more, Stream.of("--", id))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return Facts.of(call.ask(words));
    }

    private void steps(Facts moment) {
        long step = moment.number(STEP);
        long first = moment.number("first");
        long last = moment.number("last");
        html.open("nav", "class", "acts", "aria-label", page.text("trace.steps"));
        step("Home", "«", "trace.first", first);
        step("ArrowLeft", "◀", "trace.back", Math.max(first, step - 1));
        step("ArrowRight", "▶", "trace.on", Math.min(last, step + 1));
        step("End", "»", "trace.last", last);
        html.close();
        html.element(
                "p",
                page.text(
                        "trace.at",
                        step,
                        last,
                        moment.text("source"),
                        moment.number("line"),
                        moment.number("depth"),
                        moment.number("micros")),
                "role",
                "status");
    }

    private void step(String key, String sign, String label, long step) {
        html.open("span", "data-key", key);
        page.link(
                sign + " " + page.text(label),
                Map.of(ViewCall.OPEN, id, STEP, String.valueOf(step)),
                "class",
                "button");
        html.close();
    }

    private void search(Facts moment) {
        html.open("form", "method", "get", "action", call.link(Map.of()), "class", "filter", "role", "search");
        html.open("input", "type", "hidden", "name", ViewCall.OPEN, "value", id);
        html.open("input", "type", "hidden", "name", STEP, "value", moment.text(STEP));
        SEARCHES.forEach(name -> {
            html.open("label").text(page.text("trace." + name) + " ");
            html.open("input", "name", name, "value", call.parameter(name).orElse(""), "size", "12");
            html.close().text(" ");
        });
        html.element("button", page.text("trace.search.on"));
        html.text(" ").element("button", page.text("trace.search.back"), "name", BACK, "value", "yes");
        html.close();
    }

    // ---------------------------------------------------------------- what is known there

    private void source(Facts moment) {
        String name = moment.text("source");
        String text = moment.list("sources").stream()
                .filter(source -> source.text("name").equals(name))
                .findFirst()
                .map(source -> source.text("text"))
                .orElse("");
        html.open("div");
        new Listing(text, moment.number("line")).write(page, page.text("debug.source", name));
        html.close();
    }

    private void values(Facts moment) {
        html.open("div");
        Fields.title(page, "debug.variables");
        List<Facts> values = moment.list("values");
        if (values.isEmpty()) {
            page.empty("debug.variables.none");
        } else {
            html.open("div", "class", "scroll").open("table").open("thead").open("tr");
            List.of("name", "type", "value", "changed", "jump")
                    .forEach(column -> html.element("th", page.text(column), "scope", "col"));
            html.close().close().open("tbody");
            values.stream().limit(150).forEach(value -> value(value, moment.text(STEP)));
            html.close().close().close();
        }
        html.close();
    }

    private void value(Facts value, String step) {
        String name = value.text("name");
        html.open("tr", "class", value.is("changed") ? "changed" : null);
        html.element("td", name).element("td", value.text("type")).element("td", value.text("value"));
        html.element("td", value.is("changed") ? "● " + page.text("changed.yes") : "");
        html.open("td", "class", "acts");
        Map<String, String> change = new HashMap<>(Map.of(ViewCall.OPEN, id, STEP, step, "change", name));
        page.link("▶", change, "aria-label", page.text("trace.change.on", name), "class", "button");
        change.put(BACK, "yes");
        page.link("◀", change, "aria-label", page.text("trace.change.back", name), "class", "button");
        html.close().close();
    }

    // ---------------------------------------------------------------- beside another

    private void compare() {
        Fields.title(page, "trace.compare");
        html.open("form", "method", "get", "action", call.link(Map.of()), "class", "filter");
        html.open("input", "type", "hidden", "name", ViewCall.OPEN, "value", id);
        html.open("label").text(page.text("trace.other") + " ");
        html.open(
                "input",
                "type",
                "number",
                "name",
                COMPARE,
                "value",
                call.parameter(COMPARE).orElse(""));
        html.close().text(" ").element("button", page.text("trace.compare")).close();
        call.parameter(COMPARE).filter(other -> other.matches("\\d{1,12}")).ifPresent(other -> {
            CommandResult result = call.ask("trace", "compare", "--", id, other);
            Reading.told(html, result, page.locale());
            result.table().ifPresent(table -> Fields.first(page, table));
        });
    }
}
