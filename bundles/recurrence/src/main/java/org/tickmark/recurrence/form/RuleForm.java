package org.tickmark.recurrence.form;

import org.tickmark.recurrence.End;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Timeline;

/**
 * A rule in one of the forms that people and other programs write.
 *
 * <p>Implementations are immutable; two that say the same in the same form and parts are equal.
 */
public sealed interface RuleForm extends Rule permits Rrule, PatternRule, TaskFrequency, UnixCron, QuartzCron {
    /** The wall clock, for every form but {@link TaskFrequency.Elapsed}. */
    @Override
    default Timeline timeline() {
        return Timeline.WALL_CLOCK;
    }

    /** Never, for the forms that do not say it. */
    @Override
    default End end() {
        return End.never();
    }

    /** The canonical text; {@link Rules#parse} reads it back and gives an equal form. */
    String text();

    /**
     * The one rule of RFC 5545 that makes the same occurrences from any start on, or what it cannot say. {@link Forms#convert} can
     * say more, since it knows the start.
     */
    Conversion<RecurrenceRule> toRecurrenceRule();
}
