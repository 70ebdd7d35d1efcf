package org.tickmark.recurrence.form;

/**
 * A rule in one of the forms that people and other programs write.
 *
 * <p>Implementations are immutable; two that say the same in the same form and parts are equal.
 */
public sealed interface RuleForm permits Rrule, PatternRule, TaskFrequency, UnixCron, QuartzCron {
    /** The canonical text; {@link Rules#parse} reads it back and gives an equal form. */
    String text();
}
