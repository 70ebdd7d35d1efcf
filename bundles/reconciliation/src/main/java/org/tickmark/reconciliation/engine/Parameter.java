package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.Problem;

/**
 * A parameter of a kind of rule: a whole number between two bounds, or one of several words.
 *
 * @param name its name
 * @param standard its value where a rule does not give one
 * @param lowest the lowest number; not used for words
 * @param highest the highest number; not used for words
 * @param words the words it may be; empty for a number
 */
record Parameter(String name, String standard, int lowest, int highest, List<String> words) {
    static Parameter number(String name, int standard, int lowest, int highest) {
        return new Parameter(name, Integer.toString(standard), lowest, highest, List.of());
    }

    static Parameter word(String name, String standard, String... words) {
        return new Parameter(name, standard, 0, 0, List.of(words));
    }

    /** The value that a rule gives it, checked. */
    String value(Map<String, String> given, String rule) {
        String value = given.getOrDefault(name, standard);
        if (words.isEmpty() ? !isNumberInBounds(value) : !words.contains(value)) {
            throw Problem.error("rec.invalid", Wording.message("rule.parameter", rule, name))
                    .where(rule)
                    .found(value)
                    .expected(words.isEmpty() ? lowest + ".." + highest : String.join(", ", words))
                    .exception();
        }
        return value;
    }

    private boolean isNumberInBounds(String value) {
        return value.matches("-?\\d{1,9}") && Integer.parseInt(value) >= lowest && Integer.parseInt(value) <= highest;
    }
}
