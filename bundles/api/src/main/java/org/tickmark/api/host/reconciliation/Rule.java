package org.tickmark.api.host.reconciliation;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A rule of a group. What its parameters mean is said by its kind.
 *
 * @param name unique within the group
 * @param kind how it matches: {@code reversal} (R0), {@code one-one} (R1), {@code one-one-tolerant} (R2), {@code one-all} (R3), {@code key-zero} (R4),
 *     {@code one-subset} (R5), {@code day-total} (R6), or one that a plugin adds ({@link org.tickmark.api.rule.RuleKind})
 * @param state when it is applied
 * @param parameters parameters of the kind, by name
 */
public record Rule(String name, String kind, State state, Map<String, String> parameters) {
    /** When a rule is applied. */
    public enum State {
        /** In every run. */
        AUTOMATIC,
        /** In every run, but what it finds is suggested and not matched. */
        SUGGEST,
        /** Only in runs started by hand; left out of scheduled ones. */
        UNSCHEDULED,
        /** Only in runs that name it. */
        MANUAL,
        /** Never. */
        OFF
    }

    public Rule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
