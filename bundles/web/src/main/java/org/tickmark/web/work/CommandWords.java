package org.tickmark.web.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.http.Parameters;

/** A command given by the values of a form: {@code arg.<NAME>} and {@code opt.<name>}, {@code yes} for what it may ask, {@code secret} for a secret. */
final class CommandWords {
    static final String ARGUMENT = ViewCall.ARGUMENT;
    static final String OPTION = ViewCall.OPTION;
    static final String YES = "yes";
    static final String SECRET = "secret";
    static final String DRY_RUN = "dry-run";

    private CommandWords() {}

    /** The words of the command line. */
    static List<String> of(CommandSpec spec, Parameters form) {
        List<String> words = named(spec);
        for (Option option : spec.options()) {
            List<String> values = given(spec, option, form);
            if (option.kind().type() == ValueKind.Type.FLAG) {
                values.stream().limit(1).forEach(value -> words.add("--" + option.name()));
            } else {
                values.forEach(value -> words.add("--" + option.name() + "=" + value));
            }
        }
        if (form.first(YES).isPresent()) {
            words.add("--yes");
        }
        List<String> positional = new ArrayList<>();
        for (Argument argument : spec.arguments()) {
            positional.addAll(values(form.all(ARGUMENT + argument.name()), takesSeveral(argument)));
        }
        if (!positional.isEmpty()) {
            words.add("--");
            words.addAll(positional);
        }
        return words;
    }

    private static List<String> given(CommandSpec spec, Option option, Parameters form) {
        if (option.name().equals(RepetitionFields.NAME)) {
            return RepetitionFields.rule(form).stream().toList();
        }
        if (ScheduleFields.isFor(spec, option)) {
            return ScheduleFields.schedule(form).stream().toList();
        }
        return StandingValues.changed(form, option)
                .orElseGet(() -> values(form.all(OPTION + option.name()), option.repeatable()));
    }

    private static List<String> named(CommandSpec spec) {
        List<String> words = new ArrayList<>(List.of(spec.scope()));
        if (!spec.verb().isEmpty()) {
            words.add(spec.verb());
        }
        return words;
    }

    /** What was typed; where several values may be given, one a line. */
    private static List<String> values(List<String> given, boolean several) {
        return lines(given, several).stream().filter(text -> !text.isEmpty()).toList();
    }

    /** The same, with what is empty. */
    static List<String> lines(List<String> given, boolean several) {
        return given.stream()
                .flatMap(text -> several ? text.lines().map(String::strip) : Stream.of(text))
                .toList();
    }

    static boolean takesSeveral(Argument argument) {
        return argument.cardinality() == Cardinality.SOME || argument.cardinality() == Cardinality.ANY;
    }

    static boolean isNeeded(Argument argument) {
        return argument.cardinality() == Cardinality.ONE || argument.cardinality() == Cardinality.SOME;
    }

    /** The values of a form that gives these by name of argument or option. */
    static Parameters form(CommandSpec spec, Map<String, String> given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            boolean argument =
                    spec.arguments().stream().anyMatch(one -> one.name().equals(name));
            values.put((argument ? ARGUMENT : OPTION) + name, List.of(value));
        });
        return new Parameters(values);
    }

    /** Whether it can be tried without changing anything. */
    static boolean hasDryRun(CommandSpec spec) {
        return spec.options().stream().anyMatch(option -> option.name().equals(DRY_RUN));
    }

    /** Whether all is given that the command cannot do without. */
    static boolean isWhole(CommandSpec spec, Parameters form) {
        return spec.arguments().stream()
                .filter(CommandWords::isNeeded)
                .allMatch(argument -> form.first(ARGUMENT + argument.name()).isPresent());
    }

    /** The command as somebody types it in a shell. */
    static String line(List<String> words) {
        StringJoiner line = new StringJoiner(" ", "tickmark ", "");
        words.forEach(word ->
                line.add(word.matches("[A-Za-z0-9_./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'"));
        return line.toString();
    }
}
