package org.tickmark.script.crmscript.library;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Weighed;

/** When time counts: a part of each day, or none of it. */
abstract class OpenHours implements Weighed {
    private static final int DAY = 86_400;
    /** More than eight years, between two years that have a 29 February. */
    private static final int MOST_CLOSED_DAYS = 3_000;

    private static final int LAST_YEAR = 9_999;

    /**
     * The part of a day that counts, in its seconds.
     *
     * @param from the first second
     * @param to the first behind them
     */
    record Part(int from, int to) {
        /** How much of it lies between two seconds. */
        long between(long first, long behind) {
            return Math.max(0, Math.min(to, behind) - Math.max(from, first));
        }
    }

    /** What counts of a day; empty if nothing does. */
    abstract Optional<Part> on(LocalDate day);

    private long between(LocalDate day, long first, long behind) {
        return on(day).map(part -> part.between(first, behind)).orElse(0L);
    }

    private static int second(LocalDateTime moment) {
        return moment.toLocalTime().toSecondOfDay();
    }

    /** When a span is over that begins at a moment, or as soon after that as time counts. */
    LocalDateTime end(LocalDateTime start, Duration span, Meter meter) {
        long left = span.toSeconds();
        if (left < 0) {
            throw new Fault(Fault.MATH, Texts.text("run.schedule-back"));
        }
        if (left == 0) {
            return start;
        }
        LocalDate day = start.toLocalDate();
        int first = second(start);
        int closed = 0;
        while (true) {
            meter.work(1);
            long open = between(day, first, DAY);
            if (open >= left) {
                return day.atStartOfDay()
                        .plusSeconds(Math.max(on(day).orElseThrow().from(), first) + left);
            }
            left -= open;
            closed = open == 0 ? closed + 1 : 0;
            if (closed > MOST_CLOSED_DAYS) {
                throw new Fault(Fault.MATH, Texts.text("run.schedule-closed"));
            }
            first = 0;
            day = next(day);
        }
    }

    private static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        if (next.getYear() > LAST_YEAR) {
            throw new Fault(Fault.MATH, Texts.text("run.date-range"));
        }
        return next;
    }

    /** How much time counts between two moments; below zero if the first is the later one. */
    Duration between(LocalDateTime first, LocalDateTime last, Meter meter) {
        if (first.isAfter(last)) {
            return between(last, first, meter).negated();
        }
        long seconds = 0;
        LocalDate end = last.toLocalDate();
        for (LocalDate day = first.toLocalDate(); !day.isAfter(end); day = day.plusDays(1)) {
            meter.work(1);
            seconds += between(
                    day, day.equals(first.toLocalDate()) ? second(first) : 0, day.equals(end) ? second(last) : DAY);
        }
        return Duration.ofSeconds(seconds);
    }
}
