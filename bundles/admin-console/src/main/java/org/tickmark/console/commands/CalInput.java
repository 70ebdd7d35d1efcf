package org.tickmark.console.commands;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.calendar.Fields;
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
        for (String given : call.options("with")) {
            fields.put(Fields.participant(who(given)), "required");
        }
        return fields;
    }

    /** The name of someone who takes part: an address in any case, a name with what it is before it, or a user alone. */
    static String who(String given) {
        if (given.contains("@") && !given.contains(":")) {
            return given.toLowerCase(Locale.ROOT);
        }
        return given.contains(":") ? given : User.IDENTITY + given;
    }

    /** The canonical text of a rule that is given as a sentence or in any other way. */
    static String rule(CommandCall call, String given) {
        Rule rule = new RuleInput(call.caller().locale()).any("--repeat", given.strip());
        return rule instanceof RuleForm form ? form.text() : rule.toString();
    }
}
