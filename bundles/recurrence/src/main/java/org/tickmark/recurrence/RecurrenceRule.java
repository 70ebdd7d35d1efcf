package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickmark.recurrence.internal.RuleCompiler;

/**
 * A rule of RFC 5545, with SKIP of RFC 7529 for the Gregorian calendar. Lists are kept without duplicates in one order, so two
 * rules that say the same by the same parts are equal.
 *
 * <p>A combination that RFC 5545 forbids cannot be built, except COUNT with UNTIL ({@link End.CountOrUntil}), which files hold.
 *
 * <p>Source: RFC 5545 section 3.3.10 with errata 1913 and 3747, RFC 7529 section 4.
 *
 * @param frequency the period the rule counts in
 * @param interval every how many periods, at least 1
 * @param end when the rule ends
 * @param byMonth months, 1 to 12
 * @param byWeekNo weeks of the year, 1 to 53 or -53 to -1; with YEARLY only
 * @param byYearDay days of the year, 1 to 366 or -366 to -1; not with DAILY, WEEKLY, MONTHLY
 * @param byMonthDay days of the month, 1 to 31 or -31 to -1; not with WEEKLY
 * @param byDay weekdays; numbered ones with MONTHLY and YEARLY only, and not beside {@code byWeekNo}
 * @param byHour hours, 0 to 23
 * @param byMinute minutes, 0 to 59
 * @param bySecond seconds, 0 to 59; a 60 becomes 59, as java.time has no leap seconds
 * @param bySetPos which occurrences of a period's set, 1 to 366 or -366 to -1; only beside another list
 * @param weekStart on which day a week begins, Monday unless said otherwise
 * @param skip what becomes of dates that do not exist; only MONTHLY and YEARLY make such, for the others it is OMIT
 * @param extensions parts with names that the standards do not know, kept for writing; they have no effect
 */
public record RecurrenceRule(
        Frequency frequency,
        int interval,
        End end,
        List<Integer> byMonth,
        List<Integer> byWeekNo,
        List<Integer> byYearDay,
        List<Integer> byMonthDay,
        List<NthWeekday> byDay,
        List<Integer> byHour,
        List<Integer> byMinute,
        List<Integer> bySecond,
        List<Integer> bySetPos,
        DayOfWeek weekStart,
        Skip skip,
        Map<String, String> extensions)
        implements Rule {

    /**
     * Checks and sorts the parts.
     *
     * @throws IllegalArgumentException if a number is out of its bounds or the parts do not go together
     */
    public RecurrenceRule {
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(weekStart, "weekStart");
        Objects.requireNonNull(skip, "skip");
        if (interval < 1) {
            throw new IllegalArgumentException("INTERVAL is " + interval + ": expected 1 or more");
        }
        byMonth = RulePart.BYMONTH.checked(byMonth);
        byWeekNo = RulePart.BYWEEKNO.checked(byWeekNo);
        byYearDay = RulePart.BYYEARDAY.checked(byYearDay);
        byMonthDay = RulePart.BYMONTHDAY.checked(byMonthDay);
        byDay = RulePart.canonical(byDay, Comparator.naturalOrder());
        byHour = RulePart.BYHOUR.checked(byHour);
        byMinute = RulePart.BYMINUTE.checked(byMinute);
        bySecond = withoutLeapSecond(RulePart.BYSECOND.checked(bySecond));
        bySetPos = RulePart.BYSETPOS.checked(bySetPos);
        skip = frequency.compareTo(Frequency.MONTHLY) < 0 ? Skip.OMIT : skip;
        extensions.forEach(RuleChecks::checkExtension);
        extensions = extensions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(extensions));
        RuleChecks.check(frequency, byWeekNo, byYearDay, byMonthDay, byDay);
        if (!bySetPos.isEmpty()) {
            RuleChecks.checkSetOfPositions(byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond);
        }
    }

    /** A rule without lists and end, to be completed. */
    public static RecurrenceRuleBuilder every(Frequency frequency) {
        return new RecurrenceRuleBuilder(frequency);
    }

    /** A rule without lists and end, every {@code interval} periods, to be completed. */
    public static RecurrenceRuleBuilder every(int interval, Frequency frequency) {
        return new RecurrenceRuleBuilder(frequency).interval(interval);
    }

    /**
     * Reads a rule strictly by RFC 5545 and RFC 7529; case does not matter.
     *
     * @param text the value of an RRULE property, such as {@code FREQ=WEEKLY;BYDAY=TU,TH}
     * @throws RuleSyntaxException if it is no such value
     */
    public static RecurrenceRule parse(String text) {
        return RuleReader.strict(text);
    }

    /**
     * Reads a rule as it is found in files: what {@link #parse} takes and the slips listed in {@link ReadRule.Slip}.
     *
     * @throws RuleSyntaxException if it cannot be understood
     */
    public static ReadRule read(String text) {
        return RuleReader.tolerant(text);
    }

    /** A builder that holds this rule, to make another from it. */
    public RecurrenceRuleBuilder toBuilder() {
        return new RecurrenceRuleBuilder(this);
    }

    /** The same rule with another end. */
    public RecurrenceRule withEnd(End other) {
        return toBuilder().end(other).build();
    }

    /** RFC 5545 counts on the wall clock. */
    @Override
    public Timeline timeline() {
        return Timeline.WALL_CLOCK;
    }

    /**
     * {@inheritDoc}
     *
     * <p>With a start that is a date, BYHOUR, BYMINUTE and BYSECOND are ignored, as RFC 5545 section 3.3.10 demands.
     *
     * @throws IllegalArgumentException if the frequency is shorter than a day and the start is a date
     */
    @Override
    public Sequence sequence(Moment start) {
        return RuleCompiler.compile(this, start);
    }

    /**
     * The canonical text: parts in a fixed order, lists sorted, defaults left out. Reading it gives an equal rule.
     *
     * <p>The two ends of an {@link End.CountOrUntil} are both written, although RFC 5545 forbids it: {@link #read} alone takes
     * such a text. A compiled recurrence ends with the earlier one.
     */
    @Override
    public String toString() {
        return RuleWriter.write(this);
    }

    private static List<Integer> withoutLeapSecond(List<Integer> seconds) {
        boolean hasLeapSecond = !seconds.isEmpty() && seconds.get(seconds.size() - 1) == 60;
        return hasLeapSecond
                ? seconds.stream()
                        .map(second -> Math.min(second, 59))
                        .distinct()
                        .toList()
                : seconds;
    }
}
