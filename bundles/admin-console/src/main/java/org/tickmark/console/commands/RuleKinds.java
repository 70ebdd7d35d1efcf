package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** Kinds of rules with what they may set: lines for people, objects for programs. */
final class RuleKinds {
    private RuleKinds() {}

    static CommandResult result(List<KnownKind> kinds, Locale locale) {
        StringBuilder text = new StringBuilder();
        kinds.forEach(kind -> text.append(text(kind, locale)));
        return CommandResult.of(
                text.toString(),
                kinds.stream().map(kind -> document(kind, locale)).toList());
    }

    private static String text(KnownKind kind, Locale locale) {
        TextTable lines = TextTable.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        kind.parameters()
                .forEach(parameter -> lines.row(
                        "  " + parameter.name(),
                        parameter.allowed(),
                        parameter.standard(),
                        parameter.help().text(locale)));
        return kind.name() + ": " + kind.summary().text(locale) + "\n" + lines.text();
    }

    private static Map<String, Object> document(KnownKind kind, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kind.name());
        document.put("summary", kind.summary().text(locale));
        document.put(
                "parameters",
                kind.parameters().stream()
                        .map(parameter -> document(parameter, locale))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(RuleParameter parameter, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", parameter.name());
        document.put("type", Choices.id(parameter.type()));
        document.put("words", parameter.words());
        document.put("lowest", parameter.lowest());
        document.put("highest", parameter.highest());
        document.put("standard", parameter.standard());
        document.put("help", parameter.help().text(locale));
        return document;
    }
}
