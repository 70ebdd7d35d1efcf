package org.tickmark.script.macro;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.task.TaskParameter;

/** The values of the parameters of an action. */
public final class Values {
    private Values() {}

    /** The values given, with defaults for the others. */
    public static Map<String, String> of(MacroAction action, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(given);
        for (TaskParameter parameter : action.parameters()) {
            parameter.defaultValue().ifPresent(value -> values.putIfAbsent(parameter.name(), value));
            String value = values.get(parameter.name());
            if (value == null) {
                throw Texts.problem("macro.parameter", "parameter.missing", parameter.name())
                        .expected(parameter.name())
                        .exception();
            }
            if (!parameter.allows(value)) {
                throw wrong(parameter, value);
            }
        }
        List<String> known =
                action.parameters().stream().map(TaskParameter::name).toList();
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Texts.problem("macro.parameter", "parameter.unknown", name)
                            .expected(String.join(", ", known))
                            .exception();
                });
        return values;
    }

    static TickmarkException wrong(TaskParameter parameter, String value) {
        return Texts.problem("macro.parameter", "parameter.value", parameter.name())
                .found(value)
                .expected(parameter.words().isEmpty() ? parameter.type().name() : String.join(", ", parameter.words()))
                .exception();
    }
}
