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
        positions = rule.bySetPos().stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The rule from the start on, on the wall clock and without its end.
     *
     * @throws IllegalArgumentException if the frequency is shorter than a day and the start is a date
     */
    public static Sequence compile(RecurrenceRule rule, Moment start) {
        return Window.from(start.wallClockSecond(), new RuleCompiler(rule, start).sequence());
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
        CellSource months = new MonthCells(parts, times, positions, carries);
        boolean sameEachYear = 12 % rule.interval() == 0 && (positions.length == 0 || times.size() == 1);
        return sameEachYear ? yearly(months, times) : periods(Periods.MONTHS, months);
    }

    private Sequence yearly(CellSource months, Times times) {
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
        DateParts parts = DateParts.of(rule.byMonth(), rule.byMonthDay(), rule.byYearDay(), rule.byDay(), Skip.OMIT);
        if (parts.isEveryDay()) {
            return new PeriodSequence(Periods.DAYS, interval, startDay, new DayCells(times));
        }
        Sequence dates = dates(parts, times);
        return interval == 1 ? dates : new EveryNthDay(dates, interval, startDay);
    }

    private Sequence subDaily(int unit) {
        if (rule.interval() == 1 && positions.length == 0) {
            return daily(1, timesOfDay());
        }
        Times within = chosen(timesWithin());
        DateParts parts = DateParts.of(rule.byMonth(), rule.byMonthDay(), rule.byYearDay(), rule.byDay(), Skip.OMIT);
        long base = Math.floorDiv(startSecond, unit);
        if (parts.isEveryDay()) {
            return units(unit, base, within);
        }
        if (Civil.DAY / unit % rule.interval() == 0) {
            Sequence sameEachDay = units(unit, Math.floorMod(base, rule.interval()), within);
            return dates(parts, new TimesOfSequence(sameEachDay));
        }
        return new OnDays(units(unit, base, within), dates(parts, Times.of(0)), startSecond);
    }

    private Sequence units(int unit, long base, Times within) {
        return new UnitSequence(unit, rule.interval(), base, within, stepCycle(unit, base));
    }

    /** The units of a day that BYHOUR, BYMINUTE and BYSECOND allow, as far as they limit a rule of that unit. */
    private StepCycle stepCycle(int unit, long base) {
        int modulus = !rule.byHour().isEmpty()
                ? Civil.DAY
                : unit <= 60 && !rule.byMinute().isEmpty()
                        ? 3600
                        : unit == 1 && !rule.bySecond().isEmpty() ? 60 : unit;
        if (modulus == unit) {
            return StepCycle.all();
        }
        long hours = bits(rule.byHour(), 24);
        long minutes = unit <= 60 ? bits(rule.byMinute(), 60) : -1;
        long seconds = unit == 1 ? bits(rule.bySecond(), 60) : -1;
        int places = modulus / unit;
        return StepCycle.of(places, Math.floorMod(base, places), rule.interval(), place -> {
            int second = place * unit;
            return (hours >>> (second / 3600) & minutes >>> second / 60 % 60 & seconds >>> second % 60 & 1) != 0;
        });
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
