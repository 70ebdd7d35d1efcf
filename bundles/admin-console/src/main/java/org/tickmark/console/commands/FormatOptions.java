package org.tickmark.console.commands;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.host.imports.Imports;

/** Options of formats as they are given on a command line, each as {@code name=value}. */
final class FormatOptions {
    private FormatOptions() {}

    /** What is there with what an option of the command sets; an empty value takes one away. */
    static Map<String, String> over(Map<String, String> present, CommandCall call, String option) {
        Map<String, String> options = new TreeMap<>(present);
        for (String assignment : call.options(option)) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw Texts.problem("usage.assignment", "--" + option)
                        .found(assignment)
                        .expected("name=value")
                        .exception();
            }
            String value = assignment.substring(equals + 1);
            if (value.isEmpty()) {
                options.remove(assignment.substring(0, equals));
            } else {
                options.put(assignment.substring(0, equals), value);
            }
        }
        return options;
    }

    /** What an option of the command sets, of which each must be an option of some format. */
    static Map<String, String> ofAnyFormat(Imports imports, CommandCall call, String option) {
        Map<String, String> options = over(Map.of(), call, option);
        Set<String> known = new TreeSet<>();
        imports.formats().forEach(format -> format.options().forEach(one -> known.add(one.name())));
        options.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Texts.problem("usage.format-option", "--" + option)
                            .found(name)
                            .expected(String.join(", ", known))
                            .advice(Texts.text("usage.format-option.advice"))
                            .exception();
                });
        return options;
    }
}
