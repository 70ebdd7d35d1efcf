package org.tickmark.recurrence.form;

import java.util.stream.Stream;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

/**
 * A crontab's five time fields. It fires at second 0 of every minute that all fields allow, except that the two fields of days are
 * joined by "or" when neither starts with {@code *}.
 *
 * <p>Source: crontab(5) of Vixie cron and cronie, and POSIX crontab; see {@code INTERPRETATION.md}.
 */
public record UnixCron(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek)
        implements RuleForm {
    /** What a text of this kind begins with. */
    static final String PREFIX = "cron:";

    public UnixCron {
        requireUnit(minute, CronUnit.MINUTE);
        requireUnit(hour, CronUnit.HOUR);
        requireUnit(dayOfMonth, CronUnit.DAY_OF_MONTH);
        requireUnit(month, CronUnit.MONTH);
        requireUnit(dayOfWeek, CronUnit.DAY_OF_WEEK);
    }

    private static void requireUnit(CronField field, CronUnit unit) {
        if (field.unit() != unit) {
            throw new IllegalArgumentException("a field of " + field.unit() + ": expected one of " + unit);
        }
        if (field.spans().stream().anyMatch(span -> span.first() > span.last())) {
            throw new IllegalArgumentException(field.text() + ": Unix cron has no range that runs over the end");
        }
    }

    /**
     * Reads five fields (numbers, names, ranges, steps, lists) or one of {@code @yearly}, {@code @annually}, {@code @monthly},
     * {@code @weekly}, {@code @daily}, {@code @midnight}, {@code @hourly}. Case does not matter.
     *
     * @throws org.tickmark.recurrence.RuleSyntaxException with the position, what was found and what was expected
     */
    public static UnixCron parse(String expression) {
        return new CronParser(expression, 0).unix();
    }

    /** The canonical text of the five fields: numbers instead of names, Sunday as 0 except at the end of a range. */
    public String expression() {
        return String.join(
                " ",
                Stream.of(minute, hour, dayOfMonth, month, dayOfWeek)
                        .map(CronField::text)
                        .toList());
    }

    /** Whether it fires on a day that either of the two fields of days allows; else on one that both allow. */
    public boolean joinsDaysByOr() {
        return !dayOfMonth.startsWithStar() && !dayOfWeek.startsWithStar();
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
