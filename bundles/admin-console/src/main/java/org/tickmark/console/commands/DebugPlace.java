package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.console.commands.choice.Choices;

/** Where a debugged run stands, what it has written on its way there, and what its watches are worth. */
record DebugPlace(DebugSession session) {
    CommandResult shown(Locale locale) {
        DebugState state = session.state();
        String written = session.written();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("session", session.id());
        document.put("script", session.script());
        document.put("state", Choices.id(state.kind()));
        document.put("text", told(state, locale));
        document.put("written", written);
        StringBuilder text = new StringBuilder(written);
        if (!written.isEmpty() && !written.endsWith("\n")) {
            text.append('\n');
        }
        String told = told(state, locale);
        if (!told.isEmpty()) {
            text.append(told).append('\n');
        }
        if (state.kind().stands()) {
            standing(document, text, locale);
        }
        return CommandResult.of(text.toString(), document)
                .summary(Texts.text("debug.place", session.id(), session.script(), Choices.text(state.kind())));
    }

    private static String told(DebugState state, Locale locale) {
        return state.end()
                .map(end ->
                        end.problem().map(found -> found.problem().text(locale)).orElse(end.message()))
                .orElse(state.text());
    }

    private void standing(Map<String, Object> document, StringBuilder text, Locale locale) {
        ScriptFrame top = session.stack().get(0);
        ScriptPosition position = top.position();
        document.put("source", position.source());
        document.put("line", position.line());
        document.put("column", position.column());
        document.put("function", top.function());
        text.append(position).append("  ").append(line(position)).append('\n');
        Map<String, Object> watches = new LinkedHashMap<>();
        for (String expression : session.watches()) {
            String value = value(expression, locale);
            watches.put(expression, value);
            text.append(expression).append(" = ").append(value).append('\n');
        }
        document.put("watches", watches);
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
    private String value(String expression, Locale locale) {
        try {
            return session.evaluate(0, expression).text();
        } catch (TickmarkException e) {
            return e.problem().what().text(locale);
        }
    }
}
