package org.tickmark.recurrence.form;

import java.util.Objects;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

/**
 * A Quartz cron expression: six fields from the second on, and a year where one is given. It fires at every second that all fields
 * allow.
 *
 * <p>Source: the documentation of {@code CronExpression} in Quartz 2.5; see {@code INTERPRETATION.md}.
 */
public record QuartzCron(
        CronField second, CronField minute, CronField hour, QuartzDays days, CronField month, CronField year)
        implements RuleForm {
    /** What a text of this kind begins with. */
    static final String PREFIX = "quartz:";

    public QuartzCron {
        requireUnit(second, CronUnit.SECOND);
        requireUnit(minute, CronUnit.MINUTE);
        requireUnit(hour, CronUnit.HOUR);
        Objects.requireNonNull(days, "days");
        requireUnit(month, CronUnit.MONTH);
        requireUnit(year, CronUnit.YEAR);
    }

    private static void requireUnit(CronField field, CronUnit unit) {
        if (field.unit() != unit) {
            throw new IllegalArgumentException("a field of " + field.unit() + ": expected one of " + unit);
        }
    }

    /**
     * Reads six or seven fields: numbers, names, ranges (also over the end, {@code 22-2}), steps, lists, {@code ?} in exactly one
     * of the fields of days, {@code L}, {@code L-3}, {@code 15W}, {@code LW}, {@code 6L}, {@code 6#3}. Sunday is 1. Case does not
     * matter.
     *
     * @throws org.tickmark.recurrence.RuleSyntaxException with the position, what was found and what was expected
     */
    public static QuartzCron parse(String expression) {
        return new CronParser(expression, 0).quartz();
    }

    /** The canonical text of the fields: weekdays by name, no year where every year is allowed. */
    public String expression() {
        String fields = String.join(
                " ", second.text(), minute.text(), hour.text(), days.dayOfMonth(), month.text(), days.dayOfWeek());
        return year.isAll() ? fields : fields + " " + year.text();
    }

    @Override
    public Sequence sequence(Moment start) {
        return CronSequences.of(this, start);
    }

    @Override
    public Conversion<RecurrenceRule> toRecurrenceRule() {
        return CronRules.of(this);
    }

    @Override
    public String text() {
        return PREFIX + expression();
    }
}
