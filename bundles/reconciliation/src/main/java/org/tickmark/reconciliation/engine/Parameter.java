package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Problem;

/**
 * A parameter of a kind of rule: a number or an amount between two bounds, or one of several words.
 *
 * @param name its name
 * @param standard its value where a rule does not give one
 * @param lowest the lowest number; not used for words
 * @param highest the highest number; not used for words
 * @param words the words it may be; empty for a number
 * @param decimals how many decimals it may have: none but for an amount, which is in units of the currency
 */
record Parameter(String name, String standard, int lowest, int highest, List<String> words, int decimals) {
    private static final int DECIMALS_OF_AMOUNT = 4;

    static Parameter number(String name, int standard, int lowest, int highest) {
        return new Parameter(name, Integer.toString(standard), lowest, highest, List.of(), 0);
    }

    static Parameter amount(String name, int standard, int lowest, int highest) {
        return new Parameter(name, Integer.toString(standard), lowest, highest, List.of(), DECIMALS_OF_AMOUNT);
    }

    static Parameter word(String name, String standard, String... words) {
        return new Parameter(name, standard, 0, 0, List.of(words), 0);
    }

    /** The value that a rule gives it, checked. */
    String value(Map<String, String> given, String rule) {
        String value = given.getOrDefault(name, standard);
        if (words.isEmpty() ? !isInBounds(value) : !words.contains(value)) {
            throw Problem.error("rec.invalid", Wording.message("rule.parameter", rule, name))
                    .where(rule)
                    .found(value)
                    .expected(words.isEmpty() ? lowest + ".." + highest : String.join(", ", words))
                    .exception();
        }
        return value;
    }

    private boolean isInBounds(String value) {
        if (!value.matches(decimals == 0 ? "-?\\d{1,9}" : "-?\\d{1,9}(\\.\\d{1," + decimals + "})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(BigDecimal.valueOf(lowest)) >= 0 && number.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }
}
