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
import java.util.Objects;
import java.util.Set;
import org.tickmark.recurrence.Moment;

/**
 * How often a scheduled task runs. Times are whole seconds of the task's wall clock, except {@link Elapsed}, which is on the time
 * line. That a task runs after another is an edge between tasks, not a rule, and has no form here.
 */
public sealed interface TaskFrequency extends RuleForm {
    /** Only when somebody starts it. */
    record Never() implements TaskFrequency {}

    /**
     * At a fixed rate of elapsed time from an instant on, whatever the wall clock does.
     *
     * @param interval whole seconds, at least one
     * @param start the first run, in whole seconds of the years 1 to 9999
     */
    record Elapsed(Duration interval, Instant start) implements TaskFrequency {
        public Elapsed {
            if (!interval.equals(interval.truncatedTo(ChronoUnit.SECONDS)) || interval.toSeconds() < 1) {
                throw new DateTimeException(interval + ": expected an interval of whole seconds, at least one");
            }
            Moment.of(start);
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
    }

    /** The canonical text, as {@link Rules#parse} describes it. */
    @Override
    default String text() {
        return TaskText.write(this);
    }
}
