package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Skip;

/** Rules of RFC 5545 as patterns of follow-ups that start on the same date. For one rule. */
final class ToPattern {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int MOST_MONTHS = 12;

    private final RecurrenceRule rule;
    private final Moment start;
    private final LocalDate startDate;
    private final LocalTime startTime;
    private final List<Loss> losses = new ArrayList<>();

    private ToPattern(RecurrenceRule rule, Moment start) {
        this.rule = rule;
        this.start = start;
        startDate = start.wallClock().toLocalDate();
        startTime = start.wallClock().toLocalTime();
    }

    static Conversion<PatternRule> of(RecurrenceRule rule, Moment start) {
        return new ToPattern(rule, start).pattern();
    }

    private Conversion<PatternRule> pattern() {
        refuseWhatNoPatternHas();
        Optional<PatternEnd> end = end();
        Optional<DatePattern> dates = losses.isEmpty() ? dates() : Optional.empty();
        if (losses.isEmpty() && dates.isPresent() && end.isPresent()) {
            return Conversion.to(new PatternRule.Repeating(dates.get(), end.get()));
        }
        return Conversion.lost(losses);
    }

    private void refuseWhatNoPatternHas() {
        boolean sameTime = isOnly(rule.byHour(), startTime.getHour())
                && isOnly(rule.byMinute(), startTime.getMinute())
                && isOnly(rule.bySecond(), startTime.getSecond());
        boolean dateOnly = start instanceof Moment.DateOnly;
        loseIf(rule.frequency().isSubDaily() || !(sameTime || dateOnly), Loss.Kind.TIMES, rule);
        loseIf(!rule.byWeekNo().isEmpty(), Loss.Kind.WEEK_OF_YEAR, rule.byWeekNo());
        loseIf(!rule.byYearDay().isEmpty(), Loss.Kind.DAY_OF_YEAR, rule.byYearDay());
        loseIf(!rule.bySetPos().isEmpty(), Loss.Kind.SET_POSITION, rule.bySetPos());
        loseIf(!rule.extensions().isEmpty(), Loss.Kind.EXTENSION, rule.extensions());
        loseIf(
                !rule.byMonthDay().isEmpty() && !rule.byDay().isEmpty(),
                Loss.Kind.BOTH_DAYS,
                rule.byMonthDay() + " and " + RuleFields.text(rule.byDay()));
        loseIf(rule.frequency() != Frequency.YEARLY && !rule.byMonth().isEmpty(), Loss.Kind.MONTHS, rule.byMonth());
    }

    private static boolean isOnly(List<Integer> listed, int ofStart) {
        return listed.isEmpty() || listed.equals(List.of(ofStart));
    }

    private void loseIf(boolean lost, Loss.Kind kind, Object found) {
        if (lost) {
            losses.add(new Loss(kind, found.toString()));
        }
    }

    private Optional<DatePattern> dates() {
        return switch (rule.frequency()) {
            case DAILY -> daily();
            case WEEKLY -> weekly();
            case MONTHLY -> monthly();
            default -> yearly();
        };
    }

    private Optional<DatePattern> daily() {
        loseIf(!rule.byMonthDay().isEmpty(), Loss.Kind.DAYS_OF_MONTH, rule.byMonthDay());
        if (!rule.byDay().isEmpty()) {
            loseIf(
                    rule.interval() > 1,
                    Loss.Kind.INTERVAL,
                    rule.interval() + " days on " + RuleFields.text(rule.byDay()));
            return found(ofWeek(1));
        }
        loseIf(rule.interval() > DatePattern.LONGEST_INTERVAL, Loss.Kind.INTERVAL, rule.interval());
        return losses.isEmpty()
                ? Optional.of(
                        rule.interval() == 1
                                ? new DatePattern.EveryDay()
                                : new DatePattern.EveryNthDay(rule.interval()))
                : Optional.empty();
    }

    private Optional<DatePattern> weekly() {
        loseIf(rule.interval() > DatePattern.LONGEST_INTERVAL, Loss.Kind.INTERVAL, rule.interval());
        return losses.isEmpty() ? found(ofWeek(rule.interval())) : Optional.empty();
    }

    private DatePattern ofWeek(int weeks) {
        Set<DayOfWeek> days = weekdays();
        return weeks == 1 && days.equals(WORKDAYS)
                ? new DatePattern.EveryWorkday()
                : new DatePattern.Weekly(weeks, days, rule.weekStart());
    }

    private Optional<DatePattern> found(DatePattern pattern) {
        return losses.isEmpty() ? Optional.of(pattern) : Optional.empty();
    }

    private Set<DayOfWeek> weekdays() {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        rule.byDay().stream().map(NthWeekday::weekday).forEach(days::add);
        return days.isEmpty() ? EnumSet.of(startDate.getDayOfWeek()) : days;
    }

    private Optional<DatePattern> monthly() {
        loseIf(rule.interval() > MOST_MONTHS, Loss.Kind.INTERVAL, rule.interval() + " months");
        if (!rule.byDay().isEmpty()) {
            return week().map(week -> new DatePattern.MonthlyOnWeekday(week, weekdays(), rule.interval()));
        }
        return day().map(day -> new DatePattern.MonthlyOnDay(day, rule.interval(), shortMonth(day)));
    }

    private Optional<DatePattern> yearly() {
        loseIf(rule.interval() > 1, Loss.Kind.INTERVAL, rule.interval() + " years");
        Optional<Month> month = month();
        if (!rule.byDay().isEmpty()) {
            return month.flatMap(of -> week().map(week -> new DatePattern.YearlyOnWeekday(week, weekdays(), of)));
        }
        return month.flatMap(of -> day().flatMap(day -> yearly(of, day)));
    }

    private Optional<DatePattern> yearly(Month month, int day) {
        loseIf(day > month.maxLength(), Loss.Kind.SHORT_MONTH, day + " of " + month);
        return day > month.maxLength()
                ? Optional.empty()
                : Optional.of(new DatePattern.YearlyOnDate(month, day, shortMonth(day)));
    }

    /** The one month of the year; that of the start where neither month nor day is given. */
    private Optional<Month> month() {
        boolean ofStart = rule.byMonth().isEmpty()
                && rule.byMonthDay().isEmpty()
                && rule.byDay().isEmpty();
        if (ofStart) {
            return losses.isEmpty() ? Optional.of(startDate.getMonth()) : Optional.empty();
        }
        loseIf(rule.byMonth().size() != 1, Loss.Kind.MONTHS, rule.byMonth());
        return losses.isEmpty() ? Optional.of(Month.of(rule.byMonth().get(0))) : Optional.empty();
    }

    /** The one day of the month; that of the start where none is given. */
    private Optional<Integer> day() {
        List<Integer> days = rule.byMonthDay().isEmpty() ? List.of(startDate.getDayOfMonth()) : rule.byMonthDay();
        loseIf(days.size() != 1, Loss.Kind.DAYS_OF_MONTH, days);
        loseIf(days.get(0) < 0, Loss.Kind.DAY_FROM_END, days);
        loseIf(days.get(0) > 28 && rule.skip() == Skip.FORWARD, Loss.Kind.SHORT_MONTH, rule.skip());
        return losses.isEmpty() ? Optional.of(days.get(0)) : Optional.empty();
    }

    private ShortMonth shortMonth(int day) {
        return day > 28 && rule.skip() == Skip.BACKWARD ? ShortMonth.CLAMP : ShortMonth.OMIT;
    }

    /** The one number of all the weekdays. */
    private Optional<WeekOfMonth> week() {
        List<Integer> numbers =
                rule.byDay().stream().map(NthWeekday::nth).distinct().toList();
        Optional<WeekOfMonth> week = Arrays.stream(WeekOfMonth.values())
                .filter(each -> numbers.equals(List.of(each.byDayNumber())))
                .findFirst();
        loseIf(week.isEmpty(), Loss.Kind.NUMBERED_WEEKDAY, RuleFields.text(rule.byDay()));
        return losses.isEmpty() ? week : Optional.empty();
    }

    private Optional<PatternEnd> end() {
        if (rule.end() instanceof End.Never) {
            return Optional.of(new PatternEnd.Never());
        }
        if (rule.end() instanceof End.Count count && count.occurrences() <= Integer.MAX_VALUE) {
            return Optional.of(new PatternEnd.ByCount((int) count.occurrences()));
        }
        if (rule.end() instanceof End.Until until) {
            return lastDate(until.last()).map(PatternEnd.ByDate::new);
        }
        loseIf(true, Loss.Kind.END, rule.end());
        return Optional.empty();
    }

    /** The last date whose time of day is not after the end. */
    private Optional<LocalDate> lastDate(Moment last) {
        LocalDateTime local = last instanceof Moment.Utc utc && start instanceof Moment.Zoned zoned
                ? LocalDateTime.ofInstant(utc.instant(), zoned.zone())
                : last.wallClock();
        boolean whole = last instanceof Moment.DateOnly || start instanceof Moment.DateOnly;
        boolean early = !whole && local.toLocalTime().isBefore(startTime);
        LocalDate date = local.toLocalDate().minusDays(early ? 1 : 0);
        boolean possible = date.getYear() >= 1 && date.getYear() <= 9999;
        loseIf(!possible, Loss.Kind.END, last);
        return possible ? Optional.of(date) : Optional.empty();
    }
}
