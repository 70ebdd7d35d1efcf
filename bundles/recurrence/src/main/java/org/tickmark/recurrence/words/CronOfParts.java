package org.tickmark.recurrence.words;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.form.CronField;
import org.tickmark.recurrence.form.CronUnit;
import org.tickmark.recurrence.form.QuartzCron;
import org.tickmark.recurrence.form.QuartzDays;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.UnixCron;

/** The cron expression that parts say which no rule of RFC 5545 says. For one sentence. */
final class CronOfParts {
    private static final Set<Part<?>> OF_CRON = Set.of(
            Part.FREQUENCY,
            Part.INTERVAL,
            Part.MONTHS,
            Part.HOURS,
            Part.MINUTES,
            Part.SECONDS,
            Part.MONTH_DAYS,
            Part.MONTH_DAYS_FROM_END,
            Part.NEAREST,
            Part.NEAREST_FROM_END,
            Part.DAYS,
            Part.NTH_DAYS,
            Part.ONLY_IF,
            Part.YEARS,
            Part.EITHER);

    private final Parts parts;
    private final Frequency frequency;

    CronOfParts(Parts parts) {
        this.parts = parts;
        this.frequency = parts.get(Part.FREQUENCY).orElseThrow();
    }

    static boolean isCron(Parts parts) {
        return parts.has(Part.EITHER)
                || parts.has(Part.NEAREST)
                || parts.has(Part.NEAREST_FROM_END)
                || parts.has(Part.YEARS);
    }

    RuleForm form() {
        parts.parts().stream()
                .filter(part -> !OF_CRON.contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new FormOfParts.NoRule("contradiction", part);
                });
        if (parts.orElse(Part.INTERVAL, 1) != 1) {
            throw new FormOfParts.NoRule("period", Part.INTERVAL);
        }
        return parts.has(Part.EITHER) ? unix() : quartz();
    }

    private UnixCron unix() {
        for (Part<?> part : List.of(Part.YEARS, Part.NEAREST, Part.NEAREST_FROM_END, Part.DAYS, Part.NTH_DAYS)) {
            if (parts.has(part)) {
                throw new FormOfParts.NoRule("contradiction", part);
            }
        }
        if (!parts.orElse(Part.SECONDS, List.of(0)).equals(List.of(0)) || frequency == Frequency.SECONDLY) {
            throw new FormOfParts.NoRule("contradiction", Part.EITHER);
        }
        EitherDays days = parts.get(Part.EITHER).orElseThrow();
        return new UnixCron(
                minutes(),
                hours(),
                CronField.of(CronUnit.DAY_OF_MONTH, days.monthDays()),
                months(),
                CronField.of(
                        CronUnit.DAY_OF_WEEK,
                        days.days().stream().map(CronUnit.DAY_OF_WEEK::number).toList()));
    }

    private QuartzCron quartz() {
        return new QuartzCron(seconds(), minutes(), hours(), days(), months(), years());
    }

    private CronField seconds() {
        List<Integer> otherwise = frequency == Frequency.SECONDLY ? all(CronUnit.SECOND) : List.of(0);
        return CronField.of(CronUnit.SECOND, parts.orElse(Part.SECONDS, otherwise));
    }

    private CronField minutes() {
        return field(CronUnit.MINUTE, Part.MINUTES, Frequency.MINUTELY);
    }

    private CronField hours() {
        return field(CronUnit.HOUR, Part.HOURS, Frequency.HOURLY);
    }

    /** A field that holds every number where the sentence leaves it out and says a frequency that is short enough. */
    private CronField field(CronUnit unit, Part<List<Integer>> part, Frequency longest) {
        if (!parts.has(part) && frequency.compareTo(longest) > 0) {
            throw new FormOfParts.NoRule("noTime", Part.FREQUENCY);
        }
        return CronField.of(unit, parts.orElse(part, all(unit)));
    }

    private static List<Integer> all(CronUnit unit) {
        return IntStream.rangeClosed(unit.least(), unit.most()).boxed().toList();
    }

    private CronField months() {
        return CronField.of(CronUnit.MONTH, parts.orElse(Part.MONTHS, all(CronUnit.MONTH)));
    }

    private CronField years() {
        List<Integer> years = parts.orElse(Part.YEARS, all(CronUnit.YEAR));
        if (years.stream().anyMatch(year -> year < CronUnit.YEAR.least() || year > CronUnit.YEAR.most())) {
            throw new FormOfParts.NoRule("period", Part.YEARS);
        }
        return CronField.of(CronUnit.YEAR, years);
    }

    private QuartzDays days() {
        boolean ofMonth = parts.has(Part.MONTH_DAYS)
                || parts.has(Part.MONTH_DAYS_FROM_END)
                || parts.has(Part.NEAREST)
                || parts.has(Part.NEAREST_FROM_END);
        if (parts.has(Part.DAYS) || parts.has(Part.NTH_DAYS)) {
            if (ofMonth) {
                throw new FormOfParts.NoRule("contradiction", parts.has(Part.DAYS) ? Part.DAYS : Part.NTH_DAYS);
            }
            return parts.has(Part.DAYS) ? ofWeek() : nthDay();
        }
        if (!ofMonth) {
            requireAtMost(Frequency.DAILY);
            return new QuartzDays.Every();
        }
        requireAtMost(Frequency.MONTHLY);
        List<Integer> days = parts.orElse(Part.MONTH_DAYS, List.of());
        if (days.stream().distinct().count() == CronUnit.DAY_OF_MONTH.most()) {
            return new QuartzDays.Every();
        }
        return new QuartzDays.OfMonth(
                days.isEmpty()
                        ? List.of()
                        : CronField.of(CronUnit.DAY_OF_MONTH, days).spans(),
                parts.orElse(Part.NEAREST, List.of()),
                beforeLast(Part.MONTH_DAYS_FROM_END),
                beforeLast(Part.NEAREST_FROM_END));
    }

    /** "Monthly" says on which days only where the sentence goes on to tell them. */
    private void requireAtMost(Frequency longest) {
        if (frequency.compareTo(longest) > 0) {
            throw new FormOfParts.NoRule("period", Part.FREQUENCY);
        }
    }

    private QuartzDays ofWeek() {
        requireAtMost(Frequency.WEEKLY);
        List<Integer> numbers = parts.get(Part.DAYS).orElseThrow().stream()
                .map(CronUnit.QUARTZ_DAY_OF_WEEK::number)
                .toList();
        CronField field = CronField.of(CronUnit.QUARTZ_DAY_OF_WEEK, numbers);
        return field.isAll() ? new QuartzDays.Every() : new QuartzDays.OfWeek(field);
    }

    private QuartzDays nthDay() {
        requireAtMost(Frequency.MONTHLY);
        List<NthWeekday> days = parts.get(Part.NTH_DAYS).orElseThrow();
        int nth = days.get(0).nth();
        if (days.size() > 1 || nth > 5 || nth < -1 || nth == 0) {
            throw new FormOfParts.NoRule("period", Part.NTH_DAYS);
        }
        return nth < 0
                ? new QuartzDays.LastOfWeekday(days.get(0).weekday())
                : new QuartzDays.NthOfWeekday(days.get(0).weekday(), nth);
    }

    private List<Integer> beforeLast(Part<List<Integer>> part) {
        List<Integer> numbers = parts.orElse(part, List.of()).stream()
                .map(number -> -number - 1)
                .toList();
        if (numbers.stream().anyMatch(before -> before > 30)) {
            throw new FormOfParts.NoRule("period", part);
        }
        return numbers;
    }
}
