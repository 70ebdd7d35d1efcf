package org.tickmark.api.host.reconciliation;

import java.util.Objects;

/**
 * What one version of a group says otherwise than another.
 *
 * @param what how it differs
 * @param rule name of the rule; empty if it is something of the group
 * @param field what of it: a parameter, {@code kind}, {@code state}, {@code position}, or something of the group such as {@code bank}; empty for a
 *     whole rule
 * @param before what was said before; empty if nothing was
 * @param after what is said after; empty if nothing is
 */
public record RuleChange(What what, String rule, String field, String before, String after) {
    /** How a version differs. */
    public enum What {
        /** A rule was added. */
        ADDED,
        /** A rule was removed. */
        REMOVED,
        /** A rule comes before one that it came after, or the other way round. */
        MOVED,
        /** Something is said otherwise. */
        CHANGED
    }

    public RuleChange {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
