package org.tickmark.console.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.console.commands.choice.Choices;

/**
 * Where a debugged run stands, what it has written on its way there, and what its watches are worth.
 *
 * @param locale the language of who looks
 */
record DebugPlace(DebugSession session, Locale locale) {
    private static final int MOST_PARTS = 50;

    /** For people and programs, with what has been written. */
    CommandResult shown(String written) {
        Map<String, Object> document = document(written);
        StringBuilder text = new StringBuilder(written);
        if (!written.isEmpty() && !written.endsWith("\n")) {
            text.append('\n');
        }
        String told = told(session.state());
        if (!told.isEmpty()) {
            text.append(told).append('\n');
        }
        if (session.state().kind().stands()) {
            ScriptPosition position = session.stack().get(0).position();
            text.append(position).append("  ").append(line(position)).append('\n');
            watches()
                    .forEach((expression, value) ->
                            text.append(expression).append(" = ").append(value).append('\n'));
        }
        return CommandResult.of(text.toString(), document).summary(summary());
    }

    /** The same with sources, breakpoints, calls, and the variables of one of these. */
    CommandResult whole(String written, int frame) {
        CommandResult shown = shown(written);
        Map<String, Object> document = document(written);
        document.put(
                "sources",
                session.sources().stream()
                        .map(source -> Map.of("name", source.name(), "text", source.text()))
                        .toList());
        document.put(
                "breakpoints",
                session.breakpoints().stream().map(DebugPlace::breakpoint).toList());
        if (session.state().kind().stands()) {
            document.put("until", session.state().until().map(Instant::toString).orElse(null));
            document.put("stack", session.stack().stream().map(DebugPlace::call).toList());
            document.put(
                    "variables",
                    variables(frame).stream().map(DebugPlace::variable).toList());
        }
        return CommandResult.of(shown.text().orElse(""), document).summary(summary());
    }

    /** In one line. */
    CommandResult summed() {
        return CommandResult.of("", document("")).summary(summary());
    }

    private Message summary() {
        return Texts.text(
                "debug.place",
                session.id(),
                session.script(),
                Choices.text(session.state().kind()));
    }

    private Map<String, Object> document(String written) {
        DebugState state = session.state();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("session", session.id());
        document.put("script", session.script());
        document.put("state", Choices.id(state.kind()));
        document.put("text", told(state));
        document.put("written", written);
        if (state.kind().stands()) {
            ScriptFrame top = session.stack().get(0);
            document.putAll(place(top.position()));
            document.put("function", top.function());
            document.put("watches", watches());
        }
        return document;
    }

    private static Map<String, Object> place(ScriptPosition position) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("source", position.source());
        place.put("line", position.line());
        place.put("column", position.column());
        return place;
    }

    private static Map<String, Object> call(ScriptFrame frame) {
        Map<String, Object> call = place(frame.position());
        call.put("function", frame.function());
        return call;
    }

    private static Map<String, Object> breakpoint(PlacedBreakpoint placed) {
        Breakpoint wanted = placed.breakpoint();
        Map<String, Object> breakpoint = new LinkedHashMap<>();
        breakpoint.put("source", wanted.source());
        breakpoint.put("line", placed.position().map(ScriptPosition::line).orElse(wanted.line()));
        breakpoint.put("stops", placed.position().isPresent());
        breakpoint.put("condition", wanted.condition());
        breakpoint.put("hits", wanted.hits());
        breakpoint.put("log", wanted.log());
        return breakpoint;
    }

    private static Map<String, Object> variable(ScriptVariable variable) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", variable.name());
        shown.put("type", variable.type());
        shown.put("value", variable.text());
        List<? extends ScriptVariable> parts =
                variable.children().stream().limit(MOST_PARTS).toList();
        shown.put(
                "parts",
                parts.stream()
                        .map(part -> Map.of("name", part.name(), "type", part.type(), "value", part.text()))
                        .toList());
        return shown;
    }

    /** The variables of a call, then those of the whole script. */
    List<ScriptVariable> variables(int frame) {
        List<ScriptFrame> stack = session.stack();
        if (frame < 0 || frame >= stack.size()) {
            throw Texts.problem("debug.frame")
                    .found(String.valueOf(frame))
                    .expected("0–" + (stack.size() - 1))
                    .exception();
        }
        List<ScriptVariable> all = new ArrayList<>(stack.get(frame).variables());
        all.addAll(session.globals());
        return all;
    }

    private String told(DebugState state) {
        return state.end()
                .map(end ->
                        end.problem().map(found -> found.problem().text(locale)).orElse(end.message()))
                .orElse(state.text());
    }

    private Map<String, Object> watches() {
        Map<String, Object> watches = new LinkedHashMap<>();
        session.watches().forEach(expression -> watches.put(expression, value(expression)));
        return watches;
    }

    private String line(ScriptPosition position) {
        return session.sources().stream()
                .filter(source -> source.name().equals(position.source()))
                .findFirst()
                .map(source -> lineOf(source.text().lines().toList(), position.line()))
                .orElse("");
    }

    private static String lineOf(List<String> lines, int number) {
        return number <= lines.size() ? lines.get(number - 1).strip() : "";
    }

    /** What a watch is worth, or why it is worth nothing there. */
    private String value(String expression) {
        try {
            return session.evaluate(0, expression).text();
        } catch (TickmarkException e) {
            return e.problem().what().text(locale);
        }
    }
}
