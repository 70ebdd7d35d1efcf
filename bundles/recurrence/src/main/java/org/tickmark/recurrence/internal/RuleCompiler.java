package org.tickmark.recurrence.internal;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Skip;

/** Puts a rule of RFC 5545 to a start: fills in what the start implies and chooses how the rule is evaluated. */
public final class RuleCompiler {
    /** The longest interval of days for which years are told apart by it; with longer ones there is at most one day a year. */
    private static final int LONGEST_STRIDE = 366;
    /** The longest cycle of steps that is kept with weekdays in it. */
    private static final int LONGEST_CYCLE = 1 << 16;
    /** Below how many expected occurrences, up to the year 9999, a rule with intervals and dates is written out. */
    private static final int MOST_LISTED = 4096;
    /** The weekday of 1970-01-01, from 0 for Monday. */
    private static final long THURSDAY = 3;

    private final RecurrenceRule rule;
    private final boolean dateOnly;
    private final LocalDateTime start;
    private final long startSecond;
    private final int startDay;
    private final int weekStart;
    private final int[] positions;

    private RuleCompiler(RecurrenceRule rule, Moment start) {
        this.rule = rule;
        dateOnly = start instanceof Moment.DateOnly;
        this.start = start.wallClock();
        startSecond = start.wallClockSecond();
        startDay = Civil.dayOf(startSecond);
        weekStart = rule.weekStart().getValue() - 1;
        positions = rule.bySetPos().isEmpty()
                ? CellSource.ALL
                : rule.bySetPos().stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The rule from the start on, on the wall clock and without its end.
     *
     * @throws IllegalArgumentException if the frequency is shorter than a day and the start is a date
     */
    public static Sequence compile(RecurrenceRule rule, Moment start) {
        Sequence sequence = new RuleCompiler(rule, start).sequence();
        long first = start.wallClockSecond();
        return isEmptyFrom(first, sequence) ? ListSequence.EMPTY : Window.from(first, sequence);
    }

    private static boolean isEmptyFrom(long second, Sequence sequence) {
        boolean goesOn = sequence instanceof PeriodSequence periods && periods.surelyGoesOnAfter(second);
        return !goesOn && sequence.next(second) == Sequence.NONE;
    }

    private Sequence sequence() {
        if (dateOnly && rule.frequency().isSubDaily()) {
            throw new IllegalArgumentException("FREQ=" + rule.frequency() + " with the start " + start.toLocalDate()
                    + ", which is a date: give the start a time of day, or use DAILY or longer");
        }
        return switch (rule.frequency()) {
            case YEARLY -> rule.byWeekNo().isEmpty() ? yearly() : weekYearly();
            case MONTHLY -> monthly();
            case WEEKLY -> weekly();
            case DAILY -> daily(rule.interval(), chosen(timesOfDay()));
            case HOURLY -> subDaily(3600);
            case MINUTELY -> subDaily(60);
            case SECONDLY -> subDaily(1);
        };
    }

    private Sequence yearly() {
        boolean noDay = rule.byDay().isEmpty()
                && rule.byMonthDay().isEmpty()
                && rule.byYearDay().isEmpty();
        List<Integer> months = noDay && rule.byMonth().isEmpty() ? List.of(start.getMonthValue()) : rule.byMonth();
        List<Integer> monthDays = noDay ? List.of(start.getDayOfMonth()) : rule.byMonthDay();
        DateParts parts = DateParts.of(months, monthDays, rule.byYearDay(), rule.byDay(), rule.skip());
        boolean carries = rule.interval() == 1
                && rule.skip() == Skip.FORWARD
                && rule.byYearDay().contains(366);
        Periods years = carries ? Periods.YEARS_BESIDE_OTHERS : Periods.YEARS;
        return periods(years, new YearCells(parts, timesOfDay(), positions, carries));
    }

    private Sequence weekYearly() {
        boolean noDay = rule.byDay().isEmpty()
                && rule.byMonthDay().isEmpty()
                && rule.byYearDay().isEmpty();
        DateParts parts = DateParts.of(
                rule.byMonth(), rule.byMonthDay(), rule.byYearDay(), noDay ? startWeekday() : rule.byDay(), Skip.OMIT);
        Periods years = Periods.weekYears(weekStart);
        return periods(years, new WeekYearCells(years, weekStart, rule.byWeekNo(), parts, timesOfDay(), positions));
    }

    private Sequence monthly() {
        boolean noDay = rule.byDay().isEmpty() && rule.byMonthDay().isEmpty();
        List<Integer> monthDays = noDay ? List.of(start.getDayOfMonth()) : rule.byMonthDay();
        DateParts parts = DateParts.of(rule.byMonth(), monthDays, List.of(), rule.byDay(), rule.skip());
        boolean carries = rule.interval() == 1 && rule.skip() == Skip.FORWARD;
        Times times = timesOfDay();
        boolean sameEachYear = 12 % rule.interval() == 0 && (positions.length == 0 || times.size() == 1);
        return sameEachYear
                ? yearly(chosen(parts), times)
                : periods(Periods.MONTHS, new MonthCells(parts, times, positions, carries));
    }

    /** The days of a month, at the positions where there are such: for rules with one time a day. */
    private DaysOfMonth chosen(DateParts parts) {
        return positions.length == 0
                ? parts::daysOf
                : (month, length, firstWeekday) ->
                        Positions.chosen(parts.daysOf(month, length, firstWeekday), positions);
    }

    private Sequence yearly(DaysOfMonth months, Times times) {
        int base = Periods.MONTHS.indexOf(startDay);
        CellSource years = new YearOfMonthsCells(months, rule.interval(), base, times);
        return new PeriodSequence(Periods.YEARS, 1, base / 12, years);
    }

    private Sequence weekly() {
        List<NthWeekday> days = rule.byDay().isEmpty() ? startWeekday() : rule.byDay();
        DateParts parts = DateParts.of(rule.byMonth(), List.of(), List.of(), days, Skip.OMIT);
        if (rule.interval() == 1 && positions.length == 0 && parts.hasMonths()) {
            return dates(parts, timesOfDay());
        }
        Periods weeks = parts.hasMonths() ? Periods.weeksInMonths(weekStart) : Periods.weeks(weekStart);
        return periods(weeks, new WeekCells(weeks, weekStart, parts, timesOfDay(), positions));
    }

    private Sequence daily(int interval, Times times) {
        DateParts parts = limits();
        if (parts.isEveryDay()) {
            return new PeriodSequence(Periods.DAYS, interval, startDay, new DayCells(times));
        }
        if (interval == 1) {
            return dates(parts, times);
        }
        if (parts.withoutWeekdays().isEveryDay()) {
            return units(Civil.DAY, startDay, times, parts.weekdays());
        }
        if (interval <= LONGEST_STRIDE) {
            CellSource days = new YearCells(parts, times, CellSource.ALL, false);
            Periods years = Periods.yearsOfEveryNthDay(interval, startDay);
            CellSource source = new EveryNthDayCells(days, interval, startDay, times);
            return new PeriodSequence(years, 1, years.indexOf(startDay), source);
        }
        return onDays(units(Civil.DAY, startDay, times, DateParts.ALL_WEEKDAYS), parts);
    }

    private Sequence subDaily(int unit) {
        if (rule.interval() == 1 && positions.length == 0) {
            return daily(1, timesOfDay());
        }
        Times within = chosen(timesWithin());
        DateParts parts = limits();
        long base = Math.floorDiv(startSecond, unit);
        if (!parts.isEveryDay() && Civil.DAY / unit % rule.interval() == 0) {
            long sameEachDay = Math.floorMod(base, rule.interval());
            return dates(parts, new TimesOfSequence(units(unit, sameEachDay, within, DateParts.ALL_WEEKDAYS)));
        }
        boolean cyclesWithWeekdays = StepCycle.length(7 * Civil.DAY / unit, rule.interval()) <= LONGEST_CYCLE;
        int weekdays = cyclesWithWeekdays ? parts.weekdays() : DateParts.ALL_WEEKDAYS;
        DateParts others = cyclesWithWeekdays ? parts.withoutWeekdays() : parts;
        Sequence units = units(unit, base, within, weekdays);
        return others.isEveryDay() ? units : onDays(units, others);
    }

    /** The parts about dates of a rule in which they only limit. */
    private DateParts limits() {
        return DateParts.of(rule.byMonth(), rule.byMonthDay(), rule.byYearDay(), rule.byDay(), Skip.OMIT);
    }

    private Sequence onDays(Sequence units, DateParts parts) {
        Sequence days = dates(parts, Times.of(0));
        Sequence both = new OnDays(units, days, startSecond);
        double share = days.countBefore(Sequence.MAX) / (double) (Civil.dayOf(Sequence.MAX) - startDay + 1);
        return units.countBefore(Sequence.MAX) * share < MOST_LISTED ? ListSequence.ofEndless(both) : both;
    }

    private Sequence units(int unit, long base, Times within, int weekdays) {
        return new UnitSequence(unit, rule.interval(), base, within, stepCycle(unit, base, weekdays));
    }

    /** The units of a week that the weekdays, BYHOUR, BYMINUTE and BYSECOND allow, as far as they limit a rule of that unit. */
    private StepCycle stepCycle(int unit, long base, int weekdays) {
        int modulus = modulus(unit, weekdays);
        if (modulus == unit) {
            return StepCycle.all();
        }
        long hours = unit <= 3600 ? bits(rule.byHour(), 24) : -1;
        long minutes = unit <= 60 ? bits(rule.byMinute(), 60) : -1;
        long seconds = unit == 1 ? bits(rule.bySecond(), 60) : -1;
        int places = modulus / unit;
        int place = (int) Math.floorMod(base + THURSDAY * (Civil.DAY / unit), (long) places);
        return StepCycle.of(places, place, rule.interval(), at -> {
            int second = at * unit;
            return (weekdays >>> (second / Civil.DAY)
                            & hours >>> (second / 3600 % 24)
                            & minutes >>> (second / 60 % 60)
                            & seconds >>> (second % 60)
                            & 1)
                    != 0;
        });
    }

    /** After how many seconds that which limits the units repeats; one unit if nothing does. */
    private int modulus(int unit, int weekdays) {
        if (weekdays != DateParts.ALL_WEEKDAYS) {
            return 7 * Civil.DAY;
        }
        if (unit <= 3600 && !rule.byHour().isEmpty()) {
            return Civil.DAY;
        }
        if (unit <= 60 && !rule.byMinute().isEmpty()) {
            return 3600;
        }
        return unit == 1 && !rule.bySecond().isEmpty() ? 60 : unit;
    }

    private Sequence dates(DateParts parts, Times times) {
        CellSource source = new YearCells(parts, times, CellSource.ALL, false);
        return new PeriodSequence(Periods.YEARS, 1, Periods.YEARS.indexOf(startDay), source);
    }

    private Sequence periods(Periods periods, CellSource source) {
        return new PeriodSequence(periods, rule.interval(), periods.indexOf(startDay), source);
    }

    private Times chosen(Times all) {
        return positions.length == 0 ? all : all.at(positions);
    }

    private Times timesOfDay() {
        if (dateOnly) {
            return Times.of(0);
        }
        Frequency frequency = rule.frequency();
        return Times.product(
                frequency == Frequency.HOURLY || isFiner(frequency)
                        ? bits(rule.byHour(), 24)
                        : bitsOr(rule.byHour(), start.getHour()),
                isFiner(frequency) ? bits(rule.byMinute(), 60) : bitsOr(rule.byMinute(), start.getMinute()),
                frequency == Frequency.SECONDLY
                        ? bits(rule.bySecond(), 60)
                        : bitsOr(rule.bySecond(), start.getSecond()));
    }

    private static boolean isFiner(Frequency frequency) {
        return frequency == Frequency.MINUTELY || frequency == Frequency.SECONDLY;
    }

    /** The seconds inside a unit that BYMINUTE and BYSECOND, or the start, expand it to. */
    private Times timesWithin() {
        long minutes = rule.frequency() == Frequency.HOURLY ? bitsOr(rule.byMinute(), start.getMinute()) : 1;
        long seconds = rule.frequency() == Frequency.SECONDLY ? 1 : bitsOr(rule.bySecond(), start.getSecond());
        return Times.product(1, minutes, seconds);
    }

    private List<NthWeekday> startWeekday() {
        return List.of(NthWeekday.each(DayOfWeek.of(Civil.weekday(startDay) + 1)));
    }

    private static long bitsOr(List<Integer> numbers, int otherwise) {
        return numbers.isEmpty() ? 1L << otherwise : bits(numbers, 0);
    }

    /** The numbers as bits, or all of those from 0 if there are none. */
    private static long bits(List<Integer> numbers, int all) {
        if (numbers.isEmpty()) {
            return Bits.low(all);
        }
        long bits = 0;
        for (int number : numbers) {
            bits |= 1L << number;
        }
        return bits;
    }
}
