package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a {@link RecurrenceRule} together. A list that is given twice is replaced. For one thread at a time.
 */
public final class RecurrenceRuleBuilder {
    private List<Integer> byMonth = List.of();
    private List<Integer> byWeekNo = List.of();
    private List<Integer> byYearDay = List.of();
    private List<Integer> byMonthDay = List.of();
    private List<Integer> byHour = List.of();
    private List<Integer> byMinute = List.of();
    private List<Integer> bySecond = List.of();
    private List<Integer> bySetPos = List.of();
    private final Map<String, String> extensions = new TreeMap<>();
    private final Frequency frequency;
    private int interval = 1;
    private End end = End.never();
    private List<NthWeekday> byDay = List.of();
    private DayOfWeek weekStart = DayOfWeek.MONDAY;
    private Skip skip = Skip.OMIT;

    RecurrenceRuleBuilder(Frequency frequency) {
        this.frequency = frequency;
    }

    RecurrenceRuleBuilder(RecurrenceRule rule) {
        this(rule.frequency());
        interval = rule.interval();
        end = rule.end();
        byDay = rule.byDay();
        weekStart = rule.weekStart();
        skip = rule.skip();
        extensions.putAll(rule.extensions());
        numbers(RulePart.BYMONTH, rule.byMonth())
                .numbers(RulePart.BYWEEKNO, rule.byWeekNo())
                .numbers(RulePart.BYYEARDAY, rule.byYearDay())
                .numbers(RulePart.BYMONTHDAY, rule.byMonthDay())
                .numbers(RulePart.BYHOUR, rule.byHour())
                .numbers(RulePart.BYMINUTE, rule.byMinute())
                .numbers(RulePart.BYSECOND, rule.bySecond())
                .numbers(RulePart.BYSETPOS, rule.bySetPos());
    }

    /** Every how many periods, at least 1. */
    public RecurrenceRuleBuilder interval(int periods) {
        interval = periods;
        return this;
    }

    /** When the rule ends. */
    public RecurrenceRuleBuilder end(End when) {
        end = when;
        return this;
    }

    /** The rule ends with its n-th occurrence. */
    public RecurrenceRuleBuilder count(long occurrences) {
        return end(End.after(occurrences));
    }

    /** The rule has no occurrence after this moment. */
    public RecurrenceRuleBuilder until(Moment last) {
        return end(End.until(last));
    }

    /** Months, 1 to 12. */
    public RecurrenceRuleBuilder byMonth(Integer... months) {
        return numbers(RulePart.BYMONTH, Arrays.asList(months));
    }

    /** Weeks of the year, 1 to 53 or -53 to -1. */
    public RecurrenceRuleBuilder byWeekNo(Integer... weeks) {
        return numbers(RulePart.BYWEEKNO, Arrays.asList(weeks));
    }

    /** Days of the year, 1 to 366 or -366 to -1. */
    public RecurrenceRuleBuilder byYearDay(Integer... days) {
        return numbers(RulePart.BYYEARDAY, Arrays.asList(days));
    }

    /** Days of the month, 1 to 31 or -31 to -1. */
    public RecurrenceRuleBuilder byMonthDay(Integer... days) {
        return numbers(RulePart.BYMONTHDAY, Arrays.asList(days));
    }

    /** Weekdays, each of them. */
    public RecurrenceRuleBuilder byDay(DayOfWeek... weekdays) {
        return byDay(Arrays.stream(weekdays).map(NthWeekday::each).toArray(NthWeekday[]::new));
    }

    /** Weekdays, numbered or not. */
    public RecurrenceRuleBuilder byDay(NthWeekday... weekdays) {
        byDay = List.of(weekdays);
        return this;
    }

    /** Hours, 0 to 23. */
    public RecurrenceRuleBuilder byHour(Integer... hours) {
        return numbers(RulePart.BYHOUR, Arrays.asList(hours));
    }

    /** Minutes, 0 to 59. */
    public RecurrenceRuleBuilder byMinute(Integer... minutes) {
        return numbers(RulePart.BYMINUTE, Arrays.asList(minutes));
    }

    /** Seconds, 0 to 60. */
    public RecurrenceRuleBuilder bySecond(Integer... seconds) {
        return numbers(RulePart.BYSECOND, Arrays.asList(seconds));
    }

    /** Which occurrences of a period's set, 1 to 366 or -366 to -1. */
    public RecurrenceRuleBuilder bySetPos(Integer... positions) {
        return numbers(RulePart.BYSETPOS, Arrays.asList(positions));
    }

    /** On which day a week begins. */
    public RecurrenceRuleBuilder weekStart(DayOfWeek day) {
        weekStart = day;
        return this;
    }

    /** What becomes of dates that do not exist. */
    public RecurrenceRuleBuilder skip(Skip policy) {
        skip = policy;
        return this;
    }

    /** A part the standards do not know, kept for writing. */
    public RecurrenceRuleBuilder extension(String name, String value) {
        extensions.put(name, value);
        return this;
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException if a number is out of its bounds or the parts do not go together
     */
    public RecurrenceRule build() {
        return new RecurrenceRule(
                frequency,
                interval,
                end,
                byMonth,
                byWeekNo,
                byYearDay,
                byMonthDay,
                byDay,
                byHour,
                byMinute,
                bySecond,
                bySetPos,
                weekStart,
                skip,
                extensions);
    }

    RecurrenceRuleBuilder numbers(RulePart part, List<Integer> numbers) {
        List<Integer> copy = List.copyOf(numbers);
        switch (part) {
            case BYMONTH -> byMonth = copy;
            case BYWEEKNO -> byWeekNo = copy;
            case BYYEARDAY -> byYearDay = copy;
            case BYMONTHDAY -> byMonthDay = copy;
            case BYHOUR -> byHour = copy;
            case BYMINUTE -> byMinute = copy;
            case BYSECOND -> bySecond = copy;
            case BYSETPOS -> bySetPos = copy;
        }
        return this;
    }
}
