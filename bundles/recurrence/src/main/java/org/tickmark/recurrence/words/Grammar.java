package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.form.TaskFrequency;

/**
 * What can be said of a rule, in the order in which it is written. The languages share it. Reading takes the clauses in any order;
 * where several would do, the first that lets the rest be read.
 */
final class Grammar {
    private static final List<Frequency> FROM_LONGEST = List.of(
            Frequency.YEARLY,
            Frequency.MONTHLY,
            Frequency.WEEKLY,
            Frequency.DAILY,
            Frequency.HOURLY,
            Frequency.MINUTELY,
            Frequency.SECONDLY);

    /** All clauses, in the order of writing. */
    static final List<Clause> CLAUSES = clauses();

    private Grammar() {}

    private static List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        otherKinds(clauses);
        idioms(clauses);
        heads(clauses);
        daysOfYear(clauses);
        daysOfMonth(clauses);
        weekdays(clauses);
        periods(clauses);
        times(clauses);
        conditions(clauses);
        limits(clauses);
        return List.copyOf(clauses);
    }

    /** A clause that says a list, and before it one that says a list of one. */
    private static void oneOrMore(List<Clause> clauses, String key, Part<? extends List<?>> part) {
        clauses.add(Clause.of(key + ".1")
                .fills(part)
                .when(parts -> parts.get(part).filter(list -> list.size() == 1).isPresent()));
        clauses.add(Clause.of(key).fills(part));
    }

    private static void otherKinds(List<Clause> clauses) {
        clauses.add(Clause.of("never").says(Part.NEVER, true));
        clauses.add(Clause.of("once").fills(Part.ONCE));
        clauses.add(Clause.of("elapsed").fills(elapsed()));
        clauses.add(Clause.of("dates").fills(Part.DATES));
    }

    private static Clause.Filled<TaskFrequency.Elapsed> elapsed() {
        return new Clause.Filled<>(
                Part.ELAPSED,
                elapsed -> Values.of("duration", elapsed.interval())
                        .with("start", LocalDateTime.ofInstant(elapsed.start(), ZoneOffset.UTC)),
                values -> new TaskFrequency.Elapsed(
                        values.get("duration", Duration.class),
                        values.get("start", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }

    /** How often and on which weekdays in one; before the heads, as "every second Monday" begins like "every second". */
    private static void idioms(List<Clause> clauses) {
        clauses.add(Clause.of("everyWorkday")
                .says(Part.FREQUENCY, Frequency.WEEKLY)
                .says(Part.INTERVAL, 1)
                .says(Part.DAYS, WeekdayItem.WORKDAYS));
        clauses.add(Clause.of("otherWeek")
                .says(Part.FREQUENCY, Frequency.WEEKLY)
                .says(Part.INTERVAL, 2)
                .fills(Part.DAYS)
                .when(parts -> !parts.orElse(Part.DAYS, List.of()).equals(WeekdayItem.WORKDAYS)));
        clauses.add(Clause.of("nthWeek")
                .says(Part.FREQUENCY, Frequency.WEEKLY)
                .fills(Part.INTERVAL)
                .fills(Part.DAYS)
                .readOnly());
        clauses.add(
                Clause.of("ambiguous").fills(Part.AMBIGUOUS).fills(Part.DAYS).readOnly());
        clauses.add(Clause.of("quarterly").says(Part.PERIOD, Period.QUARTER).readOnly());
        clauses.add(Clause.of("halfHourly")
                .says(Part.FREQUENCY, Frequency.MINUTELY)
                .says(Part.INTERVAL, 30)
                .readOnly());
    }

    private static void heads(List<Clause> clauses) {
        for (Frequency frequency : FROM_LONGEST) {
            clauses.add(
                    Clause.of(frequency + ".1").says(Part.FREQUENCY, frequency).says(Part.INTERVAL, 1));
            clauses.add(
                    Clause.of(frequency + ".2").says(Part.FREQUENCY, frequency).says(Part.INTERVAL, 2));
            clauses.add(
                    Clause.of(frequency + ".n").says(Part.FREQUENCY, frequency).fills(Part.INTERVAL));
        }
    }

    private static void daysOfYear(List<Clause> clauses) {
        clauses.add(Clause.of("workdayPositions").fills(Part.WORKDAY_POSITIONS));
        clauses.add(Clause.of("yearDate").fills(Part.YEAR_DATE));
        oneOrMore(clauses, "yearDays", Part.YEAR_DAYS);
        clauses.add(Clause.of("yearDaysFromEnd").fills(Part.YEAR_DAYS_FROM_END));
    }

    private static void daysOfMonth(List<Clause> clauses) {
        clauses.add(Clause.of("either.1").fills(either()).when(Grammar::isEitherOneDay));
        clauses.add(Clause.of("either").fills(either()));
        oneOrMore(clauses, "monthDays", Part.MONTH_DAYS);
        clauses.add(Clause.of("monthDaysFromEnd").fills(Part.MONTH_DAYS_FROM_END));
        oneOrMore(clauses, "nearest", Part.NEAREST);
        clauses.add(Clause.of("nearestFromEnd").fills(Part.NEAREST_FROM_END));
        clauses.add(Clause.of("nearest.nth").fills(Part.NEAREST).readOnly());
        clauses.add(Clause.of("monthEnd")
                .says(Part.MONTH_DAYS_FROM_END, List.of(-1))
                .says(Part.PERIOD, Period.MONTH)
                .readOnly());
    }

    private static boolean isEitherOneDay(Parts parts) {
        return parts.get(Part.EITHER)
                .filter(either -> either.monthDays().size() == 1)
                .isPresent();
    }

    private static void weekdays(List<Clause> clauses) {
        clauses.add(Clause.of("workdays.every")
                .says(Part.DAYS, WeekdayItem.WORKDAYS)
                .says(Part.EACH, true));
        clauses.add(Clause.of("days.every").fills(Part.DAYS).says(Part.EACH, true));
        clauses.add(Clause.of("days").fills(Part.DAYS).when(parts -> !parts.has(Part.ONLY_IF)));
        clauses.add(Clause.of("nthDays").fills(Part.NTH_DAYS).when(parts -> !parts.has(Part.ONLY_IF)));
        clauses.add(Clause.of("monthDays.nth").fills(Part.MONTH_DAYS).readOnly());
        clauses.add(Clause.of("monthDaysFromEnd.nth")
                .fills(Part.MONTH_DAYS_FROM_END)
                .readOnly());
    }

    private static void periods(List<Clause> clauses) {
        for (Period period : Period.values()) {
            clauses.add(Clause.of("period." + period).says(Part.PERIOD, period));
        }
        oneOrMore(clauses, "weeks", Part.WEEKS);
        clauses.add(Clause.of("weeksFromEnd").fills(Part.WEEKS_FROM_END));
        clauses.add(Clause.of("months").fills(Part.MONTHS));
        oneOrMore(clauses, "years", Part.YEARS);
    }

    private static void conditions(List<Clause> clauses) {
        clauses.add(
                Clause.of("workdays.if").says(Part.DAYS, WeekdayItem.WORKDAYS).says(Part.ONLY_IF, true));
        clauses.add(Clause.of("days.if").fills(Part.DAYS).says(Part.ONLY_IF, true));
        clauses.add(Clause.of("nthDays.if").fills(Part.NTH_DAYS).says(Part.ONLY_IF, true));
    }

    private static Clause.Filled<EitherDays> either() {
        return new Clause.Filled<>(
                Part.EITHER,
                either -> Values.of("eitherMonthDays", either.monthDays()).with("eitherDays", either.days()),
                values -> new EitherDays(
                        values.list("eitherMonthDays", Integer.class), values.list("eitherDays", DayOfWeek.class)));
    }

    private static void times(List<Clause> clauses) {
        oneOrMore(clauses, "minutesPast", Part.MINUTES_PAST);
        oneOrMore(clauses, "hours", Part.HOURS);
        oneOrMore(clauses, "minutes", Part.MINUTES);
        oneOrMore(clauses, "seconds", Part.SECONDS);
        clauses.add(Clause.of("times").fills(Part.TIMES));
    }

    private static void limits(List<Clause> clauses) {
        for (Frequency frequency : FROM_LONGEST) {
            clauses.add(
                    Clause.of("positions." + frequency).fills(Part.POSITIONS).says(Part.POSITIONS_OF, frequency));
        }
        for (Skip skip : List.of(Skip.BACKWARD, Skip.FORWARD)) {
            clauses.add(Clause.of("skip." + skip).says(Part.SKIP, skip));
        }
        clauses.add(Clause.of("weekStart").fills(Part.WEEK_START));
        clauses.add(Clause.of("untilUtc").fills(Part.UNTIL_UTC));
        clauses.add(Clause.of("untilLocal").fills(Part.UNTIL_LOCAL));
        clauses.add(Clause.of("untilDate").fills(Part.UNTIL_DATE));
        clauses.add(Clause.of("count.1").says(Part.COUNT, 1L));
        clauses.add(Clause.of("count.n").fills(Part.COUNT));
        clauses.add(Clause.of("extensions").fills(Part.EXTENSIONS));
    }
}
