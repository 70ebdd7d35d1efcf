package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;

/** Rules of RFC 5545 as cron expressions that fire at the same times from the start on. For one rule. */
final class ToCron {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int MOST_BEFORE_LAST = 30;

    private final RecurrenceRule rule;
    private final RuleFields fields;
    private final List<Loss> losses = new ArrayList<>();

    private ToCron(RecurrenceRule rule, Moment start) {
        this.rule = rule;
        this.fields = new RuleFields(rule, start);
    }

    static Conversion<UnixCron> unix(RecurrenceRule rule, Moment start) {
        return new ToCron(rule, start).unix();
    }

    static Conversion<QuartzCron> quartz(RecurrenceRule rule, Moment start) {
        return new ToCron(rule, start).quartz();
    }

    private Conversion<UnixCron> unix() {
        List<Integer> days = fields.monthDaysWithoutSkip();
        losses.addAll(fields.losses());
        loseIf(days.stream().anyMatch(day -> day < 0), Loss.Kind.DAY_FROM_END, days);
        loseIf(!isNumberless(), Loss.Kind.NUMBERED_WEEKDAY, RuleFields.text(fields.weekdays()));
        BitSet zero = new BitSet();
        zero.set(0);
        loseIf(!fields.seconds().equals(zero), Loss.Kind.SECONDS, fields.seconds());
        return losses.isEmpty()
                ? Conversion.to(new UnixCron(
                        field(CronUnit.MINUTE, fields.minutes()),
                        field(CronUnit.HOUR, fields.hours()),
                        monthDays(days),
                        field(CronUnit.MONTH, fields.months()),
                        weekdays(CronUnit.DAY_OF_WEEK)))
                : Conversion.lost(losses);
    }

    private Conversion<QuartzCron> quartz() {
        List<Integer> days = fields.monthDaysWithoutSkip();
        boolean edge = isEdgeWorkday();
        fields.losses().stream()
                .filter(loss -> !edge || loss.kind() != Loss.Kind.SET_POSITION)
                .forEach(losses::add);
        loseIf(days.stream().anyMatch(day -> day < -MOST_BEFORE_LAST - 1), Loss.Kind.DAY_FROM_END, days);
        boolean oneNumber = fields.weekdays().size() == 1
                && isQuartzNumber(fields.weekdays().get(0).nth());
        loseIf(!isNumberless() && !oneNumber, Loss.Kind.NUMBERED_WEEKDAY, RuleFields.text(fields.weekdays()));
        return losses.isEmpty()
                ? Conversion.to(new QuartzCron(
                        field(CronUnit.SECOND, fields.seconds()),
                        field(CronUnit.MINUTE, fields.minutes()),
                        field(CronUnit.HOUR, fields.hours()),
                        edge ? edgeWorkday() : quartzDays(days),
                        field(CronUnit.MONTH, fields.months()),
                        CronField.all(CronUnit.YEAR)))
                : Conversion.lost(losses);
    }

    private void loseIf(boolean lost, Loss.Kind kind, Object found) {
        if (lost) {
            losses.add(new Loss(kind, found.toString()));
        }
    }

    private boolean isNumberless() {
        return fields.weekdays().stream().allMatch(NthWeekday::isEach);
    }

    private static boolean isQuartzNumber(int nth) {
        return nth == -1 || (nth >= 1 && nth <= 5);
    }

    /** Whether the positions choose every time of the first or of the last Monday to Friday of the month. */
    private boolean isEdgeWorkday() {
        boolean workdays = rule.frequency() == Frequency.MONTHLY
                && rule.byMonthDay().isEmpty()
                && isNumberless()
                && weekdaySet().equals(WORKDAYS);
        return workdays && (rule.bySetPos().equals(first()) || rule.bySetPos().equals(last()));
    }

    private List<Integer> first() {
        return IntStream.rangeClosed(1, times()).boxed().toList();
    }

    private List<Integer> last() {
        return IntStream.rangeClosed(-times(), -1).boxed().toList();
    }

    private int times() {
        return fields.hours().cardinality()
                * fields.minutes().cardinality()
                * fields.seconds().cardinality();
    }

    private QuartzDays edgeWorkday() {
        boolean atFirst = rule.bySetPos().get(0) > 0;
        return new QuartzDays.OfMonth(
                List.of(), atFirst ? List.of(1) : List.of(), List.of(), atFirst ? List.of() : List.of(0));
    }

    private QuartzDays quartzDays(List<Integer> days) {
        if (!days.isEmpty()) {
            return ofMonth(days);
        }
        if (!isNumberless()) {
            NthWeekday day = fields.weekdays().get(0);
            return day.nth() < 0
                    ? new QuartzDays.LastOfWeekday(day.weekday())
                    : new QuartzDays.NthOfWeekday(day.weekday(), day.nth());
        }
        CronField weekdays = weekdays(CronUnit.QUARTZ_DAY_OF_WEEK);
        return weekdays.isAll() ? new QuartzDays.Every() : new QuartzDays.OfWeek(weekdays);
    }

    private static QuartzDays ofMonth(List<Integer> days) {
        List<Integer> fromStart = days.stream().filter(day -> day > 0).toList();
        List<Integer> beforeLast =
                days.stream().filter(day -> day < 0).map(day -> -day - 1).toList();
        if (fromStart.size() == CronUnit.DAY_OF_MONTH.most()) {
            return new QuartzDays.Every();
        }
        List<CronSpan> spans = fromStart.isEmpty()
                ? List.of()
                : CronField.of(CronUnit.DAY_OF_MONTH, fromStart).spans();
        return new QuartzDays.OfMonth(spans, List.of(), beforeLast, List.of());
    }

    private static CronField field(CronUnit unit, BitSet numbers) {
        return CronField.of(unit, numbers.stream().boxed().toList());
    }

    private static CronField monthDays(List<Integer> days) {
        return days.isEmpty() ? CronField.all(CronUnit.DAY_OF_MONTH) : CronField.of(CronUnit.DAY_OF_MONTH, days);
    }

    private Set<DayOfWeek> weekdaySet() {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        fields.weekdays().forEach(day -> days.add(day.weekday()));
        return days;
    }

    private CronField weekdays(CronUnit unit) {
        return fields.weekdays().isEmpty()
                ? CronField.all(unit)
                : CronField.of(unit, weekdaySet().stream().map(unit::number).toList());
    }
}
