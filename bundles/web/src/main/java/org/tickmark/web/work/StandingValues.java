package org.tickmark.web.work;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.command.Option;
import org.tickmark.web.http.Parameters;

/**
 * What stands of a thing that is edited, so that its form shows it: {@code opt.was.<name>} beside {@code opt.<name>}. A field that still holds what stands
 * gives nothing; one that was emptied gives an empty value.
 */
final class StandingValues {
    private static final String WAS = CommandWords.OPTION + "was.";

    private StandingValues() {}

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
        List<String> typed = form.all(CommandWords.OPTION + option.name());
        return standing.map(was -> typed.equals(List.of(was)) ? List.of() : typed);
    }
}
