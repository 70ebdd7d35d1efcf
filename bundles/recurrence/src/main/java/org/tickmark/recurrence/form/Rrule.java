package org.tickmark.recurrence.form;

import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

/** A rule as RFC 5545 writes it. */
public record Rrule(RecurrenceRule rule) implements RuleForm {
    /** What a text of this kind begins with. */
    static final String PREFIX = "RRULE:";

    @Override
    public End end() {
        return rule.end();
    }

    @Override
    public Sequence sequence(Moment start) {
        return rule.sequence(start);
    }

    @Override
    public Conversion<RecurrenceRule> toRecurrenceRule() {
        return Conversion.to(rule);
    }

    @Override
    public String text() {
        return PREFIX + rule;
    }
}
