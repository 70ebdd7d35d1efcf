package org.tickmark.recurrence.form;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;

/** Conversions between the forms, for a start. */
public final class Forms {
    private static final long DAY = 86_400;

    private Forms() {}

    /** The forms to convert into. */
    public enum Kind {
        RRULE,
        PATTERN,
        TASK,
        CRON,
        QUARTZ
    }

    /**
     * The rule in another form that makes the same occurrences from the start on. A form without times of day takes that of the start.
     *
     * @return the other form, or what it cannot say; a rule that is of the form already is itself
     */
    public static Conversion<RuleForm> convert(RuleForm form, Kind kind, Moment start) {
        return isOf(kind, form)
                ? Conversion.to(form)
                : converted(form, kind, start).then(Conversion::to);
    }

    private static boolean isOf(Kind kind, RuleForm form) {
        return switch (kind) {
            case RRULE -> form instanceof Rrule;
            case PATTERN -> form instanceof PatternRule;
            case TASK -> form instanceof TaskFrequency;
            case CRON -> form instanceof UnixCron;
            case QUARTZ -> form instanceof QuartzCron;
        };
    }

    private static Conversion<? extends RuleForm> converted(RuleForm form, Kind kind, Moment start) {
        return switch (kind) {
            case RRULE -> toRule(form, start).then(rule -> Conversion.to(new Rrule(rule)));
            case PATTERN -> toPattern(form, start);
            case TASK -> toTask(form, start);
            case CRON -> toRule(form, start).then(rule -> ToCron.unix(rule, start));
            case QUARTZ -> toRule(form, start).then(rule -> ToCron.quartz(rule, start));
        };
    }

    /** The one rule of RFC 5545 that makes the same occurrences from the start on, or what it cannot say. */
    public static Conversion<RecurrenceRule> toRule(RuleForm form, Moment start) {
        if (form instanceof TaskFrequency.Elapsed elapsed) {
            return ofElapsed(elapsed, start);
        }
        if (form instanceof TaskFrequency.Once once && start.wallClock().equals(once.at())) {
            return Conversion.to(once());
        }
        if (form instanceof PatternRule.Custom custom && custom.dates().equals(List.of(start.wallClock()))) {
            return Conversion.to(once());
        }
        return form instanceof QuartzCron cron && !cron.year().isAll() ? ofYears(cron, start) : form.toRecurrenceRule();
    }

    private static RecurrenceRule once() {
        return RecurrenceRule.every(Frequency.DAILY).count(1).build();
    }

    /** Elapsed time is wall-clock time where the clock never changes; the start must be one of the runs. */
    private static Conversion<RecurrenceRule> ofElapsed(TaskFrequency.Elapsed elapsed, Moment start) {
        Optional<ZoneOffset> offset = ToTask.fixedOffset(start);
        boolean inStep = offset.map(fixed -> start.wallClock().toInstant(fixed))
                .filter(from -> !from.isBefore(elapsed.start()))
                .filter(from -> isInStep(elapsed, from))
                .isPresent();
        long seconds = elapsed.interval().toSeconds();
        Frequency unit = unit(seconds);
        long interval = seconds / secondsOf(unit);
        return inStep && interval <= Integer.MAX_VALUE
                ? Conversion.to(RecurrenceRule.every((int) interval, unit).build())
                : elapsed.toRecurrenceRule();
    }

    private static boolean isInStep(TaskFrequency.Elapsed elapsed, Instant from) {
        return Duration.between(elapsed.start(), from).toSeconds()
                        % elapsed.interval().toSeconds()
                == 0;
    }

    private static Frequency unit(long seconds) {
        if (seconds % DAY == 0) {
            return Frequency.DAILY;
        }
        if (seconds % 3600 == 0) {
            return Frequency.HOURLY;
        }
        return seconds % 60 == 0 ? Frequency.MINUTELY : Frequency.SECONDLY;
    }

    private static long secondsOf(Frequency unit) {
        return unit == Frequency.DAILY ? DAY : ToTask.secondsOf(unit);
    }

    /** One run of years that the start lies in is an end. */
    private static Conversion<RecurrenceRule> ofYears(QuartzCron cron, Moment start) {
        BitSet years = cron.year().numbers();
        int startYear = start.wallClock().getYear();
        int after = years.get(startYear) ? years.nextClearBit(startYear) : startYear;
        if (after == startYear || years.nextSetBit(after) >= 0) {
            return cron.toRecurrenceRule();
        }
        QuartzCron anyYear = new QuartzCron(
                cron.second(), cron.minute(), cron.hour(), cron.days(), cron.month(), CronField.all(CronUnit.YEAR));
        Moment last = Moment.of(LocalDate.of(after - 1, 12, 31));
        return anyYear.toRecurrenceRule().then(rule -> Conversion.to(rule.withEnd(End.until(last))));
    }

    private static Conversion<PatternRule> toPattern(RuleForm form, Moment start) {
        if (form instanceof TaskFrequency.Once once) {
            return Conversion.to(new PatternRule.Custom(List.of(once.at())));
        }
        return toRule(form, start).then(rule -> ToPattern.of(rule, start));
    }

    private static Conversion<TaskFrequency> toTask(RuleForm form, Moment start) {
        if (form instanceof PatternRule.Custom custom && custom.dates().size() == 1) {
            return Conversion.to(new TaskFrequency.Once(custom.dates().get(0)));
        }
        return toRule(form, start).then(rule -> ToTask.of(rule, start));
    }
}
