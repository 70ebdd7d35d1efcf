package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;

/** Task frequencies as rules of RFC 5545 and 7529. */
final class TaskRules {
    private static final int MONTHS = 12;

    private TaskRules() {}

    static Conversion<RecurrenceRule> of(TaskFrequency frequency) {
        if (frequency instanceof TaskFrequency.Hourly hourly) {
            return Conversion.to(RecurrenceRule.every(Frequency.HOURLY)
                    .byMinute(hourly.minute())
                    .bySecond(0)
                    .build());
        }
        if (frequency instanceof TaskFrequency.Weekly weekly) {
            return at(
                    weekly.time(),
                    RecurrenceRule.every(Frequency.WEEKLY)
                            .byDay(weekly.weekdays().toArray(DayOfWeek[]::new)));
        }
        if (frequency instanceof TaskFrequency.Monthly monthly) {
            return at(monthly.time(), of(monthly));
        }
        if (frequency instanceof TaskFrequency.Yearly yearly) {
            return at(
                    yearly.time(),
                    RecurrenceRule.every(Frequency.YEARLY)
                            .byMonth(yearly.month().getValue())
                            .byMonthDay(yearly.day())
                            .skip(PatternRules.skip(yearly.shortMonth())));
        }
        if (frequency instanceof TaskFrequency.Elapsed elapsed) {
            return Conversion.lost(Loss.Kind.ELAPSED_TIME, elapsed.interval().toString());
        }
        return frequency instanceof TaskFrequency.Once once
                ? Conversion.lost(Loss.Kind.SINGLE_DATES, once.at().toString())
                : Conversion.lost(Loss.Kind.NEVER, "never");
    }

    private static RecurrenceRuleBuilder of(TaskFrequency.Monthly monthly) {
        RecurrenceRuleBuilder rule = RecurrenceRule.every(Frequency.MONTHLY)
                .byMonthDay(monthly.day())
                .skip(PatternRules.skip(monthly.shortMonth()));
        return monthly.months().size() == MONTHS
                ? rule
                : rule.byMonth(monthly.months().stream().map(Month::getValue).toArray(Integer[]::new));
    }

    private static Conversion<RecurrenceRule> at(LocalTime time, RecurrenceRuleBuilder rule) {
        return Conversion.to(rule.byHour(time.getHour())
                .byMinute(time.getMinute())
                .bySecond(time.getSecond())
                .build());
    }
}
