package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/** What a rule that makes pairs does where more than one row could be meant. */
enum Ambiguity {
    /** Nothing. */
    UNIQUE,
    /** Pairs rows that are alike in everything, if both sides have as many; else nothing. */
    EXCHANGEABLE,
    /** Pairs the oldest with the oldest, and says so. */
    OLDEST_FIRST,
    /** Suggests those that could be meant. */
    SUGGEST;

    private static final String NAME = "ambiguity";

    static RuleParameter parameter() {
        return Parameters.word(
                NAME,
                UNIQUE.word(),
                Arrays.stream(values()).map(Ambiguity::word).toArray(String[]::new));
    }

    static Ambiguity of(Map<String, String> settings) {
        return valueOf(settings.get(NAME).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** What rules set it by. */
    Map.Entry<String, String> setting() {
        return Map.entry(NAME, word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether rows that have several candidates are looked at any further. */
    boolean goesOn() {
        return this == OLDEST_FIRST || this == SUGGEST;
    }
}
