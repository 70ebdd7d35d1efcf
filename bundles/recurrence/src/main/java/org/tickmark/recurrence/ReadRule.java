package org.tickmark.recurrence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rule that was read tolerantly, and what was tolerated.
 *
 * @param rule the rule
 * @param slips where its text departs from the standards; empty if it does not
 */
public record ReadRule(RecurrenceRule rule, Set<Slip> slips) {
    public ReadRule {
        slips = slips.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(slips));
    }

    /** A departure from RFC 5545 or RFC 7529 that {@link RecurrenceRule#read} takes. */
    public enum Slip {
        /** The text begins with the property's name, {@code RRULE:}. */
        PROPERTY_NAME,
        /** Blanks, tabs or line ends stand around parts, names or numbers. */
        BLANKS,
        /** A semicolon stands at the beginning, at the end or beside another. */
        EMPTY_PART,
        /** A part stands twice with the same text; it is read once. */
        REPEATED_PART,
        /** A part has a name the standards do not know; it is kept as an extension and has no effect. */
        UNKNOWN_PART,
        /** COUNT and UNTIL stand together; whichever ends the rule first applies. */
        COUNT_WITH_UNTIL,
        /** SKIP stands without RSCALE; the Gregorian calendar is meant. */
        SKIP_WITHOUT_RSCALE
    }
}
