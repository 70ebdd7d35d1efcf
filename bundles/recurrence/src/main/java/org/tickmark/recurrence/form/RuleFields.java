package org.tickmark.recurrence.form;

import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Skip;

/**
 * What a rule of RFC 5545 with a start says of months, days and times, each on its own, as the fields of cron and of a scheduled task
 * are. What does not come apart like this is a loss.
 */
final class RuleFields {
    private static final int DAY_CLAMPED_IN_ANY_MONTH = 31;

    private final RecurrenceRule rule;
    private final LocalDateTime start;
    private final List<Loss> losses = new ArrayList<>();
    private final BitSet months;
    private final BitSet hours;
    private final BitSet minutes;
    private final BitSet seconds;
    private final List<Integer> monthDays;
    private final List<NthWeekday> weekdays;

    RuleFields(RecurrenceRule rule, Moment start) {
        this.rule = rule;
        this.start = start.wallClock();
        months = numbers(rule.byMonth(), CronUnit.MONTH);
        hours = times(rule.byHour(), CronUnit.HOUR, Frequency.HOURLY, this.start.getHour());
        minutes = times(rule.byMinute(), CronUnit.MINUTE, Frequency.MINUTELY, this.start.getMinute());
        seconds = times(rule.bySecond(), CronUnit.SECOND, Frequency.SECONDLY, this.start.getSecond());
        monthDays = explicitMonthDays();
        weekdays = explicitWeekdays();
        restrictMonth();
        interval();
        refuseWhatHasNoField();
    }

    /** What the fields leave out; the fields say the rule only where this is empty. */
    List<Loss> losses() {
        return losses;
    }

    BitSet months() {
        return months;
    }

    BitSet hours() {
        return hours;
    }

    BitSet minutes() {
        return minutes;
    }

    BitSet seconds() {
        return seconds;
    }

    /** Days of the month, from its start or, negative, from its end; empty for any. */
    List<Integer> monthDays() {
        return monthDays;
    }

    /** Weekdays of the month, numbered or not; empty for any. */
    List<NthWeekday> weekdays() {
        return weekdays;
    }

    /** How months without the day are dealt with. */
    Skip skip() {
        return rule.skip();
    }

    private static BitSet numbers(List<Integer> numbers, CronUnit unit) {
        BitSet set = new BitSet();
        if (numbers.isEmpty()) {
            set.set(unit.least(), unit.starLast() + 1);
        }
        numbers.forEach(set::set);
        return set;
    }

    /** The numbers listed; all of them for a rule of that unit or a shorter one; else that of the start. */
    private BitSet times(List<Integer> listed, CronUnit unit, Frequency frequency, int ofStart) {
        boolean fromStart = listed.isEmpty() && rule.frequency().compareTo(frequency) > 0;
        return numbers(fromStart ? List.of(ofStart) : listed, unit);
    }

    private List<Integer> explicitMonthDays() {
        boolean fromStart = rule.frequency().compareTo(Frequency.MONTHLY) >= 0
                && rule.byMonthDay().isEmpty()
                && rule.byDay().isEmpty()
                && rule.byYearDay().isEmpty()
                && rule.byWeekNo().isEmpty();
        return fromStart ? List.of(start.getDayOfMonth()) : rule.byMonthDay();
    }

    private List<NthWeekday> explicitWeekdays() {
        boolean fromStart = rule.frequency() == Frequency.WEEKLY && rule.byDay().isEmpty();
        return fromStart ? List.of(NthWeekday.each(start.getDayOfWeek())) : rule.byDay();
    }

    /** A year's rule without month and day is on the date of the start. */
    private void restrictMonth() {
        boolean fromStart = rule.frequency() == Frequency.YEARLY
                && rule.byMonth().isEmpty()
                && rule.byMonthDay().isEmpty()
                && rule.byDay().isEmpty();
        if (fromStart) {
            keep(months, start.getMonthValue(), 12);
        }
    }

    /** An interval that divides the next longer period keeps its phase there and becomes a list. */
    private void interval() {
        int interval = rule.interval();
        if (interval == 1) {
            return;
        }
        boolean done =
                switch (rule.frequency()) {
                    case MONTHLY -> keep(months, start.getMonthValue(), interval, 12);
                    case HOURLY -> keep(hours, start.getHour(), interval, 24);
                    case MINUTELY -> everyMinutes(interval);
                    case SECONDLY -> everySeconds(interval);
                    default -> false;
                };
        if (!done) {
            losses.add(new Loss(Loss.Kind.INTERVAL, rule.frequency() + ", every " + interval));
        }
    }

    private boolean everyMinutes(int interval) {
        if (interval % 60 == 0) {
            return keep(hours, start.getHour(), interval / 60, 24) && keep(minutes, start.getMinute(), 60);
        }
        return keep(minutes, start.getMinute(), interval, 60);
    }

    private boolean everySeconds(int interval) {
        if (interval % 60 == 0) {
            return everyMinutes(interval / 60) && keep(seconds, start.getSecond(), 60);
        }
        return keep(seconds, start.getSecond(), interval, 60);
    }

    /** Keeps of the set what is on the steps from the start, if those are the same in each turn. */
    private static boolean keep(BitSet set, int ofStart, int interval, int size) {
        if (size % interval != 0) {
            return false;
        }
        for (int number = set.nextSetBit(0); number >= 0; number = set.nextSetBit(number + 1)) {
            if ((number - ofStart) % interval != 0) {
                set.clear(number);
            }
        }
        return true;
    }

    private static boolean keep(BitSet set, int only, int size) {
        return keep(set, only, size, size);
    }

    private void refuseWhatHasNoField() {
        refuseIf(!(rule.end() instanceof End.Never), Loss.Kind.END, rule.end());
        refuse(Loss.Kind.WEEK_OF_YEAR, rule.byWeekNo());
        refuse(Loss.Kind.DAY_OF_YEAR, rule.byYearDay());
        refuse(Loss.Kind.SET_POSITION, rule.bySetPos());
        refuseIf(!rule.extensions().isEmpty(), Loss.Kind.EXTENSION, rule.extensions());
        boolean numberedInYear = rule.frequency() == Frequency.YEARLY
                && rule.byMonth().isEmpty()
                && rule.byDay().stream().anyMatch(day -> !day.isEach());
        refuseIf(numberedInYear, Loss.Kind.NUMBERED_WEEKDAY, text(rule.byDay()));
        boolean both = !monthDays.isEmpty() && !weekdays.isEmpty();
        refuseIf(both, Loss.Kind.BOTH_DAYS, monthDays + " and " + text(weekdays));
        refuseIf(isNever(), Loss.Kind.NEVER, rule);
    }

    private boolean isNever() {
        return months.isEmpty() || hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty();
    }

    private void refuse(Loss.Kind kind, List<Integer> numbers) {
        refuseIf(!numbers.isEmpty(), kind, numbers);
    }

    private void refuseIf(boolean lost, Loss.Kind kind, Object found) {
        if (lost) {
            losses.add(new Loss(kind, found.toString()));
        }
    }

    static String text(List<NthWeekday> days) {
        return days.stream().map(NthWeekday::toString).collect(Collectors.joining(","));
    }

    /**
     * The days of the month for a form that leaves missing days out: day 31 of a rule that clamps is the last day, and then any missing
     * day is as well. Adds a loss where a form without clamping cannot say it.
     */
    List<Integer> monthDaysWithoutSkip() {
        boolean everywhere = monthDays.stream().allMatch(this::isInEachMonth);
        if (rule.skip() == Skip.OMIT || everywhere) {
            return monthDays;
        }
        if (rule.skip() == Skip.BACKWARD && monthDays.contains(DAY_CLAMPED_IN_ANY_MONTH)) {
            List<Integer> days = new ArrayList<>(monthDays);
            days.remove(Integer.valueOf(DAY_CLAMPED_IN_ANY_MONTH));
            days.add(-1);
            return days.stream().distinct().toList();
        }
        losses.add(new Loss(Loss.Kind.SHORT_MONTH, rule.skip() + " for " + monthDays));
        return monthDays;
    }

    private boolean isInEachMonth(int day) {
        return months.stream()
                .allMatch(month -> Math.abs(day) <= Month.of(month).minLength());
    }
}
