package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Skip;

/** Rules of RFC 5545 as frequencies of tasks that run at the same times from the start on. For one rule. */
final class ToTask {
    private static final int LAST_DAY = 31;

    private final RecurrenceRule rule;
    private final Moment start;
    private final RuleFields fields;
    private final List<Loss> losses = new ArrayList<>();

    private ToTask(RecurrenceRule rule, Moment start) {
        this.rule = rule;
        this.start = start;
        this.fields = new RuleFields(rule, start);
    }

    static Conversion<TaskFrequency> of(RecurrenceRule rule, Moment start) {
        ToTask conversion = new ToTask(rule, start);
        return conversion.elapsed().map(Conversion::to).orElseGet(conversion::onTheClock);
    }

    /** An interval of elapsed time, where the start has a clock that never changes and nothing but the interval is said. */
    private Optional<TaskFrequency> elapsed() {
        RecurrenceRule bare = RecurrenceRule.every(rule.interval(), rule.frequency())
                .weekStart(rule.weekStart())
                .build();
        Optional<ZoneOffset> offset = fixedOffset(start);
        boolean subDaily = rule.frequency().isSubDaily() && rule.interval() > 1;
        if (!rule.equals(bare) || offset.isEmpty() || !subDaily) {
            return Optional.empty();
        }
        Duration interval = Duration.ofSeconds((long) rule.interval() * secondsOf(rule.frequency()));
        return Optional.of(new TaskFrequency.Elapsed(interval, start.wallClock().toInstant(offset.get())));
    }

    /** The offset of a start whose clock keeps it for ever. */
    static Optional<ZoneOffset> fixedOffset(Moment start) {
        if (start instanceof Moment.Utc) {
            return Optional.of(ZoneOffset.UTC);
        }
        return start instanceof Moment.Zoned zoned && zoned.zone().getRules().isFixedOffset()
                ? Optional.of(zoned.offset())
                : Optional.empty();
    }

    static int secondsOf(Frequency frequency) {
        return switch (frequency) {
            case SECONDLY -> 1;
            case MINUTELY -> 60;
            default -> 3600;
        };
    }

    private Conversion<TaskFrequency> onTheClock() {
        List<Integer> days = days();
        losses.addAll(fields.losses());
        if (isHourly(days)) {
            return losses.isEmpty()
                    ? Conversion.to(new TaskFrequency.Hourly(fields.minutes().nextSetBit(0)))
                    : Conversion.lost(losses);
        }
        loseIf(times() != 1, Loss.Kind.TIMES, times() + " a day");
        loseIf(days.size() > 1, Loss.Kind.DAYS_OF_MONTH, days);
        loseIf(days.stream().anyMatch(day -> day < 0), Loss.Kind.DAY_FROM_END, days);
        boolean numbered = fields.weekdays().stream().anyMatch(day -> !day.isEach());
        loseIf(numbered, Loss.Kind.NUMBERED_WEEKDAY, RuleFields.text(fields.weekdays()));
        loseIf(days.isEmpty() && fields.months().cardinality() < 12, Loss.Kind.MONTHS, fields.months());
        loseIf(!days.isEmpty() && isNever(days.get(0)), Loss.Kind.NEVER, rule);
        return losses.isEmpty() ? Conversion.to(task(days)) : Conversion.lost(losses);
    }

    /** The days of the month, the last one as a 31st that clamps. */
    private List<Integer> days() {
        boolean last = fields.monthDays().equals(List.of(-1));
        loseIf(
                fields.skip() == Skip.FORWARD && fields.monthDays().stream().anyMatch(day -> day > 28),
                Loss.Kind.SHORT_MONTH,
                fields.skip());
        return last ? List.of(LAST_DAY) : fields.monthDays();
    }

    private ShortMonth shortMonth() {
        boolean last = fields.monthDays().equals(List.of(-1));
        return last || fields.skip() == Skip.BACKWARD ? ShortMonth.CLAMP : ShortMonth.OMIT;
    }

    private boolean isNever(int day) {
        return shortMonth() == ShortMonth.OMIT && months().stream().noneMatch(month -> day <= month.maxLength());
    }

    private boolean isHourly(List<Integer> days) {
        return fields.hours().cardinality() == CronUnit.HOUR.size()
                && fields.minutes().cardinality() == 1
                && fields.seconds().cardinality() == 1
                && fields.seconds().get(0)
                && fields.months().cardinality() == 12
                && days.isEmpty()
                && fields.weekdays().isEmpty();
    }

    private int times() {
        return fields.hours().cardinality()
                * fields.minutes().cardinality()
                * fields.seconds().cardinality();
    }

    private TaskFrequency task(List<Integer> days) {
        LocalTime time = LocalTime.of(
                fields.hours().nextSetBit(0),
                fields.minutes().nextSetBit(0),
                fields.seconds().nextSetBit(0));
        if (days.isEmpty()) {
            return new TaskFrequency.Weekly(weekdays(), time);
        }
        int day = days.get(0);
        Month month = months().iterator().next();
        boolean yearly = rule.frequency() == Frequency.YEARLY && months().size() == 1 && day <= month.maxLength();
        return yearly
                ? new TaskFrequency.Yearly(month, day, time, shortMonth())
                : new TaskFrequency.Monthly(day, months(), time, shortMonth());
    }

    private Set<Month> months() {
        EnumSet<Month> months = EnumSet.noneOf(Month.class);
        fields.months().stream().forEach(month -> months.add(Month.of(month)));
        return months;
    }

    private Set<DayOfWeek> weekdays() {
        if (fields.weekdays().isEmpty()) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        fields.weekdays().stream().map(NthWeekday::weekday).forEach(days::add);
        return days;
    }

    private void loseIf(boolean lost, Loss.Kind kind, Object found) {
        if (lost) {
            losses.add(new Loss(kind, found.toString()));
        }
    }
}
