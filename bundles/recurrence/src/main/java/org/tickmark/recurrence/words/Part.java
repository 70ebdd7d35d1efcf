package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.form.TaskFrequency;

/**
 * One thing that a sentence says. The name is that of its slot in the templates.
 *
 * @param join makes one value of two, where a sentence may say the thing in several places
 */
record Part<T>(String name, Optional<BinaryOperator<T>> join) {
    static final Part<Frequency> FREQUENCY = single("frequency");
    static final Part<Integer> INTERVAL = single("interval");
    static final Part<List<Integer>> MONTHS = list("months");
    static final Part<List<Integer>> WEEKS = list("weeks");
    static final Part<List<Integer>> WEEKS_FROM_END = list("weeksFromEnd");
    static final Part<List<Integer>> YEAR_DAYS = list("yearDays");
    static final Part<List<Integer>> YEAR_DAYS_FROM_END = list("yearDaysFromEnd");
    static final Part<List<Integer>> MONTH_DAYS = list("monthDays");
    static final Part<List<Integer>> MONTH_DAYS_FROM_END = list("monthDaysFromEnd");
    /** Weekdays without number. */
    static final Part<List<DayOfWeek>> DAYS = list("days");
    /** That the weekdays are every one of their kind in a longer period. */
    static final Part<Boolean> EACH = single("each");
    /** That the weekdays limit the days that something else gives. */
    static final Part<Boolean> ONLY_IF = single("onlyIf");
    /** Weekdays, of which one at least has a number. */
    static final Part<List<NthWeekday>> NTH_DAYS = list("nthDays");

    static final Part<List<Integer>> HOURS = list("hours");
    static final Part<List<Integer>> MINUTES = list("minutes");
    static final Part<List<Integer>> SECONDS = list("seconds");
    static final Part<List<Integer>> POSITIONS = list("positions");
    /** The period that the positions count in, which is how often the rule repeats. */
    static final Part<Frequency> POSITIONS_OF = single("positionsOf");

    static final Part<DayOfWeek> WEEK_START = single("weekStart");
    static final Part<Skip> SKIP = single("skip");
    static final Part<Long> COUNT = single("count");
    static final Part<LocalDate> UNTIL_DATE = single("untilDate");
    static final Part<LocalDateTime> UNTIL_LOCAL = single("untilLocal");
    static final Part<LocalDateTime> UNTIL_UTC = single("untilUtc");
    static final Part<List<String>> EXTENSIONS = list("extensions");

    /** Idiom: whole times of day, which are hours, minutes and one second. */
    static final Part<List<LocalTime>> TIMES = list("times");
    /** Idiom: minutes at second 0. */
    static final Part<List<Integer>> MINUTES_PAST = list("minutesPast");
    /** Idiom: a day of one month. */
    static final Part<MonthDay> YEAR_DATE = single("yearDate");
    /** Idiom: which Monday to Friday of the period. */
    static final Part<List<Integer>> WORKDAY_POSITIONS = list("workdayPositions");
    /** Idiom when read: the period that days are counted in. */
    static final Part<Period> PERIOD = single("period");
    /** When read: "every second Monday", which may be every other week or the second one of the month. */
    static final Part<Integer> AMBIGUOUS = single("ambiguous");

    static final Part<Boolean> NEVER = single("never");
    static final Part<LocalDateTime> ONCE = single("once");
    static final Part<TaskFrequency.Elapsed> ELAPSED = single("elapsed");
    static final Part<List<LocalDateTime>> DATES = list("dates");
    /** Cron: day of month or day of week. */
    static final Part<EitherDays> EITHER = single("either");

    static final Part<List<Integer>> NEAREST = list("nearest");
    static final Part<List<Integer>> NEAREST_FROM_END = list("nearestFromEnd");
    static final Part<List<Integer>> YEARS = list("years");

    private static <T> Part<T> single(String name) {
        return new Part<>(name, Optional.empty());
    }

    private static <E> Part<List<E>> list(String name) {
        return new Part<>(name, Optional.of(Part::joined));
    }

    private static <E> List<E> joined(List<E> left, List<E> right) {
        List<E> all = new ArrayList<>(left);
        right.stream().filter(element -> !left.contains(element)).forEach(all::add);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
