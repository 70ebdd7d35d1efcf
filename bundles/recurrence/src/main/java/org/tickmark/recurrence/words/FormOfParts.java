package org.tickmark.recurrence.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.TaskFrequency;

/** The rule that the parts of a sentence say. For one sentence. */
final class FormOfParts {
    private final Parts parts;

    private FormOfParts(Parts parts) {
        this.parts = new Parts(parts);
    }

    /** @throws NoRule if the parts do not make a rule */
    static RuleForm of(Parts parts) {
        return new FormOfParts(parts).form();
    }

    /** Thrown within the package where parts make no rule. */
    static final class NoRule extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        NoRule(String kind, Part<?> part) {
            super(kind + " " + part, null, false, false);
            problem = new Problem(kind, part);
        }

        Problem problem() {
            return problem;
        }
    }

    private RuleForm form() {
        Optional<RuleForm> other = otherKind();
        if (other.isPresent()) {
            return other.get();
        }
        resolveAmbiguous();
        new Periods(parts).resolve();
        resolveTimes();
        resolveDays();
        if (CronOfParts.isCron(parts)) {
            return new CronOfParts(parts).form();
        }
        return new Rrule(rule());
    }

    private Optional<RuleForm> otherKind() {
        Optional<RuleForm> form = parts.get(Part.NEVER)
                .<RuleForm>map(never -> new TaskFrequency.Never())
                .or(() -> parts.get(Part.ONCE).map(TaskFrequency.Once::new))
                .or(() -> parts.get(Part.ELAPSED))
                .or(() -> parts.get(Part.DATES).map(PatternRule.Custom::new));
        if (form.isPresent() && parts.parts().size() > 1) {
            throw new NoRule("contradiction", parts.parts().iterator().next());
        }
        return form;
    }

    /** "Every third Monday" is the third of something where the sentence says of what. */
    private void resolveAmbiguous() {
        if (!parts.has(Part.AMBIGUOUS)) {
            return;
        }
        boolean ofMonth = parts.has(Part.MONTHS)
                || parts.has(Part.PERIOD)
                || parts.orElse(Part.FREQUENCY, Frequency.DAILY).compareTo(Frequency.MONTHLY) >= 0;
        if (!ofMonth) {
            throw new NoRule("ambiguous", Part.AMBIGUOUS);
        }
        int nth = parts.remove(Part.AMBIGUOUS).orElseThrow();
        if (nth > 53) {
            throw new NoRule("period", Part.DAYS);
        }
        List<NthWeekday> days = parts.remove(Part.DAYS).orElse(List.of()).stream()
                .map(day -> NthWeekday.of(nth, day))
                .toList();
        parts.add(Part.NTH_DAYS, days);
    }

    private void resolveTimes() {
        parts.remove(Part.MINUTES_PAST).ifPresent(minutes -> {
            requireAbsent(Part.MINUTES);
            requireAbsent(Part.SECONDS);
            requireAbsent(Part.TIMES);
            parts.put(Part.MINUTES, minutes);
            parts.put(Part.SECONDS, List.of(0));
        });
        parts.remove(Part.TIMES).ifPresent(this::putTimes);
    }

    private void putTimes(List<LocalTime> times) {
        requireAbsent(Part.HOURS);
        requireAbsent(Part.MINUTES);
        requireAbsent(Part.SECONDS);
        List<List<Integer>> product = Idioms.product(times).orElseThrow(() -> new NoRule("times", Part.TIMES));
        parts.put(Part.HOURS, product.get(0));
        parts.put(Part.MINUTES, product.get(1));
        parts.put(Part.SECONDS, product.get(2));
    }

    private void resolveDays() {
        parts.remove(Part.YEAR_DATE).ifPresent(date -> {
            requireAbsent(Part.MONTHS);
            requireAbsent(Part.MONTH_DAYS);
            parts.put(Part.MONTHS, List.of(date.getMonthValue()));
            parts.put(Part.MONTH_DAYS, List.of(date.getDayOfMonth()));
        });
        boolean each = parts.remove(Part.EACH).isPresent();
        if (parts.has(Part.DAYS) && parts.has(Part.NTH_DAYS) && !each) {
            throw new NoRule("ambiguous", Part.DAYS);
        }
        parts.remove(Part.WORKDAY_POSITIONS).ifPresent(this::putWorkdays);
        Frequency frequency = parts.get(Part.FREQUENCY).orElseThrow();
        if (parts.remove(Part.POSITIONS_OF).filter(of -> of != frequency).isPresent()) {
            throw new NoRule("period", Part.POSITIONS_OF);
        }
    }

    private void putWorkdays(List<Integer> days) {
        requireAbsent(Part.DAYS);
        requireAbsent(Part.NTH_DAYS);
        requireAbsent(Part.POSITIONS);
        if (parts.orElse(Part.FREQUENCY, Frequency.DAILY).compareTo(Frequency.WEEKLY) < 0) {
            throw new NoRule("period", Part.WORKDAY_POSITIONS);
        }
        long times = (long) size(Part.HOURS) * size(Part.MINUTES) * size(Part.SECONDS);
        List<Integer> positions =
                Idioms.positions(days, times).orElseThrow(() -> new NoRule("period", Part.WORKDAY_POSITIONS));
        parts.put(Part.DAYS, WeekdayItem.WORKDAYS);
        parts.put(Part.POSITIONS, positions);
    }

    private int size(Part<List<Integer>> part) {
        return Math.max(1, parts.orElse(part, List.of()).size());
    }

    private void requireAbsent(Part<?> part) {
        if (parts.has(part)) {
            throw new NoRule("contradiction", part);
        }
    }

    private RecurrenceRule rule() {
        Frequency frequency = parts.remove(Part.FREQUENCY).orElseThrow();
        RecurrenceRuleBuilder rule = RecurrenceRule.every(frequency)
                .interval(parts.remove(Part.INTERVAL).orElse(1))
                .byMonth(numbers(Part.MONTHS))
                .byWeekNo(numbers(Part.WEEKS, Part.WEEKS_FROM_END))
                .byYearDay(numbers(Part.YEAR_DAYS, Part.YEAR_DAYS_FROM_END))
                .byMonthDay(numbers(Part.MONTH_DAYS, Part.MONTH_DAYS_FROM_END))
                .byDay(days())
                .byHour(numbers(Part.HOURS))
                .byMinute(numbers(Part.MINUTES))
                .bySecond(numbers(Part.SECONDS))
                .bySetPos(numbers(Part.POSITIONS))
                .end(end());
        parts.remove(Part.ONLY_IF);
        parts.remove(Part.WEEK_START).ifPresent(rule::weekStart);
        parts.remove(Part.SKIP).ifPresent(rule::skip);
        parts.remove(Part.EXTENSIONS).orElse(List.of()).forEach(text -> addExtension(rule, text));
        try {
            return rule.build();
        } catch (IllegalArgumentException e) {
            throw new NoRule("period", Part.FREQUENCY);
        }
    }

    private static void addExtension(RecurrenceRuleBuilder rule, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new NoRule("contradiction", Part.EXTENSIONS);
        }
        rule.extension(text.substring(0, equals), text.substring(equals + 1));
    }

    @SafeVarargs
    private Integer[] numbers(Part<List<Integer>>... sources) {
        List<Integer> numbers = new ArrayList<>();
        for (Part<List<Integer>> source : sources) {
            numbers.addAll(parts.remove(source).orElse(List.of()));
        }
        return numbers.toArray(Integer[]::new);
    }

    private NthWeekday[] days() {
        List<NthWeekday> days = new ArrayList<>(parts.remove(Part.NTH_DAYS).orElse(List.of()));
        parts.remove(Part.DAYS).orElse(List.of()).forEach(day -> days.add(NthWeekday.each(day)));
        return days.toArray(NthWeekday[]::new);
    }

    private End end() {
        Optional<Long> count = parts.remove(Part.COUNT);
        Optional<Moment> until = until();
        if (count.isPresent() && until.isPresent()) {
            return new End.CountOrUntil(count.get(), until.get());
        }
        return count.map(End::after).or(() -> until.map(End::until)).orElse(End.never());
    }

    private Optional<Moment> until() {
        List<Moment> ends = new ArrayList<>();
        parts.remove(Part.UNTIL_DATE).map(Moment::of).ifPresent(ends::add);
        parts.remove(Part.UNTIL_LOCAL).map(Moment::of).ifPresent(ends::add);
        parts.remove(Part.UNTIL_UTC)
                .map(time -> Moment.of(time.toInstant(java.time.ZoneOffset.UTC)))
                .ifPresent(ends::add);
        if (ends.size() > 1) {
            throw new NoRule("contradiction", Part.UNTIL_DATE);
        }
        return ends.stream().findFirst();
    }
}
