package org.tickmark.web.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.screens.Facts;

/**
 * What stands of a thing that is edited, so that its form shows it: {@code opt.was.<name>} beside {@code opt.<name>}. A field that still holds what stands
 * gives nothing; one that was emptied gives an empty value.
 */
final class StandingValues {
    private static final String WAS = CommandWords.OPTION + "was.";

    /** Options whose values {@code show} tells under another name; what there may be several of is told in the plural. */
    private static final Map<String, String> KEYS =
            Map.of("when", "condition", "bank", "bank_account", "ledger", "ledger_account");

    /** What is true or not, as the words of a choice say it. */
    private static final Map<String, String> TRUTHS = Map.of("true", "yes", "false", "no");

    private StandingValues() {}

    /**
     * A form that edits something, with what stands of that: what {@code show} tells under the names of the options. One that knows already what stands, or is not
     * to edit, stays as it is.
     *
     * @param given what was given so far
     */
    static Parameters told(CommandSource source, CommandSpec spec, Parameters given, Caller caller) {
        boolean isKnown = given.values().keySet().stream().anyMatch(StandingValues::isOne);
        if (!spec.verb().equals("edit") || isKnown || !CommandWords.isWhole(spec, given)) {
            return given;
        }
        return source.spec(spec.scope() + " show", caller)
                .map(show -> {
                    List<String> words = new ArrayList<>(List.of(show.scope(), show.verb(), "--"));
                    spec.arguments()
                            .forEach(argument -> words.addAll(given.all(CommandWords.ARGUMENT + argument.name())));
                    return told(spec, given, Facts.of(source.ask(caller, words)));
                })
                .orElse(given);
    }

    private static Parameters told(CommandSpec spec, Parameters given, Facts facts) {
        Parameters form = given;
        for (Option option : spec.options()) {
            String key = KEYS.getOrDefault(option.name(), option.name()).replace('-', '_');
            String told = option.repeatable() ? String.join("\n", facts.texts(key + "s")) : facts.text(key);
            boolean isChoice = option.kind().type() == ValueKind.Type.CHOICE;
            String value = isChoice ? TRUTHS.getOrDefault(told, told) : told;
            boolean isShown = isChoice
                    ? option.kind().words().contains(value)
                    : option.kind().type() != ValueKind.Type.FLAG;
            form = isShown ? form.with(of(option.name()), value) : form;
        }
        return form;
    }

    /** The parameter that says what stands of an option. */
    static String of(String option) {
        return WAS + option;
    }

    /** Whether a parameter says what stands. */
    static boolean isOne(String parameter) {
        return parameter.startsWith(WAS);
    }

    /** What a field is to hold: what was typed, or what stands. */
    static List<String> shown(Parameters form, Option option) {
        List<String> typed = form.all(CommandWords.OPTION + option.name());
        return typed.isEmpty() ? form.all(of(option.name())) : typed;
    }

    /** The values that change something; empty where nobody said what stands. */
    static Optional<List<String>> changed(Parameters form, Option option) {
        Optional<String> standing = form.first(of(option.name()));
        List<String> typed = form.all(CommandWords.OPTION + option.name()).stream()
                .map(text -> text.replace("\r\n", "\n"))
                .toList();
        return standing.map(
                was -> typed.equals(List.of(was)) ? List.of() : CommandWords.lines(typed, option.repeatable()));
    }
}
