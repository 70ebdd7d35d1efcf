package org.tickmark.benchmarks.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import net.fortuna.ical4j.model.Recur;

/** ical4j: a list of dates, and its next date. */
record Ical4jRule<T extends Temporal>(
        Recur<T> recur, T start, T end, LongFunction<T> ofSecond, ToLongFunction<T> toSecond) implements Compiled {
    private static final int AFTER_ALL_YEARS = 200;

    static Ical4jRule<?> compile(String text, Clock clock) {
        LocalDateTime end = Clock.START.plusYears(AFTER_ALL_YEARS);
        if (clock == Clock.LOCAL) {
            return new Ical4jRule<>(
                    new Recur<>(text),
                    Clock.START,
                    end,
                    second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC),
                    time -> time.toEpochSecond(ZoneOffset.UTC));
        }
        return new Ical4jRule<>(
                new Recur<>(text),
                Clock.START.atZone(clock.zone()),
                end.atZone(clock.zone()),
                second -> Instant.ofEpochSecond(second).atZone(clock.zone()),
                ZonedDateTime::toEpochSecond);
    }

    @Override
    public long expand(int occurrences) {
        return recur.getDates(start, start, end, occurrences).stream()
                .mapToLong(toSecond)
                .sum();
    }

    @Override
    public long next(long after) {
        return toSecond.applyAsLong(recur.getNextDate(start, ofSecond.apply(after)));
    }
}
