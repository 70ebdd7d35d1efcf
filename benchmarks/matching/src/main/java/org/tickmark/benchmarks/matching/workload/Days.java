package org.tickmark.benchmarks.matching.workload;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The calendar of the workloads: no bank books on a Saturday or Sunday. */
final class Days {
    /** A Thursday. */
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Days() {}

    /** The day itself, or the Monday after it. */
    static LocalDate booking(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getValue() < DayOfWeek.SATURDAY.getValue()
                ? day
                : day.plusDays(1L + DayOfWeek.SUNDAY.getValue() - weekday.getValue());
    }
}
