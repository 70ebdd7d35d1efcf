package org.tickmark.web.work;

import java.util.List;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/** How much of a series an edit reaches: one appointment, it and those after it, or all. */
final class Reaches {
    /** The option that says it. */
    static final String NAME = "scope";

    private static final String OPTION = CommandWords.OPTION + NAME;
    private static final String START = CommandWords.OPTION + "start";

    /** Why a plain change of the date of many is refused, and the options that say how it is meant. */
    private static final String DATE_REFUSED = "refused.DATE_OF_SERIES";

    private static final List<String> INSTEAD = List.of("shift", "reanchor", "split");

    private Reaches() {}

    /** The ways that a command has; none if it edits no series. */
    static List<String> of(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> option.name().equals(NAME) && option.kind().type() == ValueKind.Type.CHOICE)
                .findFirst()
                .map(option -> option.kind().words())
                .orElse(List.of());
    }

    /** The same with another way. */
    static Parameters reaching(Parameters given, String way) {
        return given.with(OPTION, way);
    }

    /** Whether a way is the one that was chosen. */
    static boolean isChosen(Parameters given, String way) {
        return given.first(OPTION).filter(way::equals).isPresent();
    }

    /** The options to offer instead of what was refused; none if it was refused for another reason. */
    static List<String> instead(List<CommandResult> results, CommandSpec spec, Parameters given) {
        boolean refused = given.first(START).isPresent()
                && results.stream()
                        .flatMap(result -> result.problems().stream())
                        .anyMatch(problem -> problem.what().id().equals(DATE_REFUSED));
        return refused
                ? INSTEAD.stream()
                        .filter(name -> spec.options().stream()
                                .anyMatch(option -> option.name().equals(name)))
                        .toList()
                : List.of();
    }

    /** The same start, meant in another way. */
    static Parameters meaning(Parameters given, String option) {
        Parameters other =
                given.with(CommandWords.OPTION + option, given.first(START).orElse(""));
        return other.with(START, "").with(StandingValues.of("start"), "").with(OPTION, "");
    }

    /** The ways as fields of a form. */
    static void choice(Html html, List<String> ways, String chosen, Visit visit, String label) {
        html.open("span", "role", "radiogroup", "aria-label", label);
        for (String way : ways) {
            html.open("label");
            html.open(
                    "input", "type", "radio", "name", OPTION, "value", way, "checked", way.equals(chosen) ? "" : null);
            html.text(" " + visit.text("reach." + way)).close().text(" ");
        }
        html.close();
    }
}
