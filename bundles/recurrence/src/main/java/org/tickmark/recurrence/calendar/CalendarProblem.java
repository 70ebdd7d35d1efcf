package org.tickmark.recurrence.calendar;

import java.util.Objects;

/**
 * One thing that is wrong in the text of a calendar.
 *
 * @param line the line, counted from 1
 * @param found what stands there; empty at the end of a line
 * @param expected what may stand there, with an example
 */
public record CalendarProblem(int line, String found, String expected) {
    public CalendarProblem {
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
    }

    @Override
    public String toString() {
        return "line " + line + ": found " + (found.isEmpty() ? "the end of the line" : "'" + found + "'")
                + ", expected " + expected;
    }
}
