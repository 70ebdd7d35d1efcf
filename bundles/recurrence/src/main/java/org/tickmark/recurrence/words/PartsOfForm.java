package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.TaskFrequency;

/** What there is to say of a rule. */
final class PartsOfForm {
    private PartsOfForm() {}

    static Parts of(RuleForm form) {
        Optional<RecurrenceRule> rule = form.toRecurrenceRule().value();
        return rule.isPresent() ? of(rule.get()) : ofOther(form);
    }

    private static Parts ofOther(RuleForm form) {
        Parts parts = new Parts();
        if (form instanceof TaskFrequency.Never) {
            return parts.put(Part.NEVER, true);
        }
        if (form instanceof TaskFrequency.Once once) {
            return parts.put(Part.ONCE, once.at());
        }
        if (form instanceof TaskFrequency.Elapsed elapsed) {
            return parts.put(Part.ELAPSED, elapsed);
        }
        if (form instanceof PatternRule.Custom custom) {
            return parts.put(Part.DATES, custom.dates());
        }
        return CronParts.of(form);
    }

    static Parts of(RecurrenceRule rule) {
        Parts parts = new Parts();
        parts.put(Part.FREQUENCY, rule.frequency());
        parts.put(Part.INTERVAL, rule.interval());
        putDates(parts, rule);
        putDays(parts, rule.byDay());
        put(parts, Part.HOURS, rule.byHour());
        put(parts, Part.MINUTES, rule.byMinute());
        put(parts, Part.SECONDS, rule.bySecond());
        if (!rule.bySetPos().isEmpty()) {
            parts.put(Part.POSITIONS, rule.bySetPos());
            parts.put(Part.POSITIONS_OF, rule.frequency());
        }
        if (rule.weekStart() != DayOfWeek.MONDAY) {
            parts.put(Part.WEEK_START, rule.weekStart());
        }
        if (rule.skip() != Skip.OMIT) {
            parts.put(Part.SKIP, rule.skip());
        }
        putEnd(parts, rule.end());
        put(
                parts,
                Part.EXTENSIONS,
                rule.extensions().entrySet().stream()
                        .map(extension -> extension.getKey() + "=" + extension.getValue())
                        .toList());
        Idioms.apply(parts);
        return parts;
    }

    private static void putDates(Parts parts, RecurrenceRule rule) {
        put(parts, Part.MONTHS, rule.byMonth());
        putSigned(parts, Part.WEEKS, Part.WEEKS_FROM_END, rule.byWeekNo());
        putSigned(parts, Part.YEAR_DAYS, Part.YEAR_DAYS_FROM_END, rule.byYearDay());
        putSigned(parts, Part.MONTH_DAYS, Part.MONTH_DAYS_FROM_END, rule.byMonthDay());
    }

    private static void putSigned(
            Parts parts, Part<List<Integer>> fromStart, Part<List<Integer>> fromEnd, List<Integer> numbers) {
        Predicate<Integer> counted = number -> number > 0;
        put(parts, fromStart, numbers.stream().filter(counted).toList());
        put(parts, fromEnd, numbers.stream().filter(counted.negate()).toList());
    }

    private static <T> void put(Parts parts, Part<List<T>> part, List<T> values) {
        if (!values.isEmpty()) {
            parts.put(part, values);
        }
    }

    private static void putDays(Parts parts, List<NthWeekday> days) {
        if (days.stream().allMatch(NthWeekday::isEach)) {
            put(parts, Part.DAYS, days.stream().map(NthWeekday::weekday).toList());
        } else {
            Comparator<NthWeekday> eachLast = Comparator.comparing(NthWeekday::isEach);
            parts.put(Part.NTH_DAYS, days.stream().sorted(eachLast).toList());
        }
    }

    private static void putEnd(Parts parts, End end) {
        if (end instanceof End.Count count) {
            parts.put(Part.COUNT, count.occurrences());
        } else if (end instanceof End.Until until) {
            putUntil(parts, until.last());
        } else if (end instanceof End.CountOrUntil either) {
            parts.put(Part.COUNT, either.occurrences());
            putUntil(parts, either.last());
        }
    }

    private static void putUntil(Parts parts, Moment last) {
        if (last instanceof Moment.DateOnly day) {
            parts.put(Part.UNTIL_DATE, day.date());
        } else if (last instanceof Moment.Utc utc) {
            parts.put(Part.UNTIL_UTC, LocalDateTime.ofInstant(utc.instant(), ZoneOffset.UTC));
        } else {
            parts.put(Part.UNTIL_LOCAL, last.wallClock());
        }
    }
}
