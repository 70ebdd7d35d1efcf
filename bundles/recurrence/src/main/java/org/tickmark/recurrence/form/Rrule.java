package org.tickmark.recurrence.form;

import org.tickmark.recurrence.RecurrenceRule;

/** A rule as RFC 5545 writes it. */
public record Rrule(RecurrenceRule rule) implements RuleForm {
    /** What a text of this kind begins with. */
    static final String PREFIX = "RRULE:";

    @Override
    public String text() {
        return PREFIX + rule;
    }
}
