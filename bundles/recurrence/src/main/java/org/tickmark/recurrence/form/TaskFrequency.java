package org.tickmark.recurrence.form;

import static org.tickmark.recurrence.form.Checks.days;
import static org.tickmark.recurrence.form.Checks.wholeSeconds;
import static org.tickmark.recurrence.form.Checks.within;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.internal.Window;

/**
 * How often a scheduled task runs. Times are whole seconds of the task's wall clock, except {@link Elapsed}, which is on the time
 * line. That a task runs after another is an edge between tasks, not a rule, and has no form here.
 */
public sealed interface TaskFrequency extends RuleForm {
    /** Only when somebody starts it. */
    record Never() implements TaskFrequency {
        @Override
        public Sequence sequence(Moment start) {
            return SingleDates.of(List.of(), start);
        }
    }

    /**
     * At a fixed rate of elapsed time from an instant on, whatever the wall clock does.
     *
     * @param interval whole seconds, at least one and at most 9,999 times 366 days
     * @param start the first run, in whole seconds of the years 1 to 9999
     */
    record Elapsed(Duration interval, Instant start) implements TaskFrequency {
        private static final Duration LONGEST = Duration.ofDays(9999 * 366L);

        public Elapsed {
            if (!interval.equals(interval.truncatedTo(ChronoUnit.SECONDS)) || interval.toSeconds() < 1) {
                throw new DateTimeException(interval + ": expected an interval of whole seconds, at least one");
            }
            if (interval.compareTo(LONGEST) > 0) {
                throw new DateTimeException(interval + ": expected at most " + LONGEST);
            }
            Moment.of(start);
        }

        @Override
        public Timeline timeline() {
            return Timeline.ELAPSED;
        }

        /**
         * {@inheritDoc}
         *
         * @throws IllegalArgumentException if the other start is a date or a floating time, which no instant can be compared with
         */
        @Override
        public Sequence sequence(Moment from) {
            if (!(from instanceof Moment.Zoned) && !(from instanceof Moment.Utc)) {
                throw new IllegalArgumentException("Every " + interval + " from " + start + ", asked about from " + from
                        + ": give a start in UTC or in a zone");
            }
            Sequence whole = ElapsedRule.every(interval).sequence(Moment.of(start));
            return Window.from(from.lineSecond(), whole);
        }
    }

    /**
     * Every hour at a minute.
     *
     * @param minute 0 to 59
     */
    record Hourly(int minute) implements TaskFrequency {
        public Hourly {
            within("minute", minute, 0, 59);
        }
    }

    /** On weekdays, at least one, which iterate from Monday. */
    record Weekly(Set<DayOfWeek> weekdays, LocalTime time) implements TaskFrequency {
        public Weekly {
            weekdays = days(weekdays);
            wholeSeconds(time);
        }
    }

    /**
     * On a day of some months.
     *
     * @param day 1 to 31
     * @param months at least one, iterating from January, of which one at least can have that day; else it would never run
     * @param shortMonth what a month without that day does; {@code OMIT} where each of the months has it
     */
    record Monthly(int day, Set<Month> months, LocalTime time, ShortMonth shortMonth) implements TaskFrequency {
        public Monthly {
            within("day", day, 1, 31);
            months = Checks.months(months);
            wholeSeconds(time);
            int last = day;
            boolean always = months.stream().allMatch(month -> last <= month.minLength());
            shortMonth = always ? ShortMonth.OMIT : Objects.requireNonNull(shortMonth, "shortMonth");
            if (shortMonth == ShortMonth.OMIT && months.stream().noneMatch(month -> last <= month.maxLength())) {
                throw new DateTimeException("day " + day + " with months " + months + ": none of them has that day");
            }
        }
    }

    /**
     * On a date every year.
     *
     * @param day a day that the month has, at least in leap years
     * @param shortMonth what other years do on 29 February; {@code OMIT} for any other date
     */
    record Yearly(Month month, int day, LocalTime time, ShortMonth shortMonth) implements TaskFrequency {
        public Yearly {
            DatePattern.YearlyOnDate date = new DatePattern.YearlyOnDate(month, day, shortMonth);
            shortMonth = date.shortMonth();
            wholeSeconds(time);
        }
    }

    /** Once, at a whole second of the years 1 to 9999. */
    record Once(LocalDateTime at) implements TaskFrequency {
        public Once {
            Moment.of(at);
        }

        @Override
        public Sequence sequence(Moment start) {
            return SingleDates.of(List.of(at), start);
        }
    }

    @Override
    default Sequence sequence(Moment start) {
        return toRecurrenceRule().value().orElseThrow().sequence(start);
    }

    @Override
    default Conversion<RecurrenceRule> toRecurrenceRule() {
        return TaskRules.of(this);
    }

    /** The canonical text, as {@link Rules#parse} describes it. */
    @Override
    default String text() {
        return TaskText.write(this);
    }
}
