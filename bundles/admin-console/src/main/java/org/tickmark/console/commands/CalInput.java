package org.tickmark.console.commands;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.command.CommandCall;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.form.RuleForm;

/** What calls give of appointments. */
final class CalInput {
    private static final List<String> NAMED = List.of("title", "location", "note", "kind", "status");

    private CalInput() {}

    /** The fields that a call gives, by name and by {@code --field NAME=VALUE}. */
    static Map<String, String> fields(CommandCall call) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : NAMED) {
            call.option(name).ifPresent(value -> fields.put(name, value));
        }
        for (String given : call.options("field")) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw Texts.problem("usage.cal-field")
                        .where("--field")
                        .found(given)
                        .expected("show-as=free")
                        .exception();
            }
            fields.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return fields;
    }

    /** The canonical text of a rule that is given as a sentence or in any other way. */
    static String rule(CommandCall call, String given) {
        Rule rule = new RuleInput(call.caller().locale()).any("--repeat", given.strip());
        return rule instanceof RuleForm form ? form.text() : rule.toString();
    }
}
