package org.tickmark.recurrence.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** The text of a calendar could not be read. Holds everything that is wrong in it, in the order of the lines. */
public final class CalendarTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<CalendarProblem> problems;

    CalendarTextException(List<CalendarProblem> problems) {
        super(problems.stream().map(CalendarProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one entry; empty only in an exception that was serialised. */
    public List<CalendarProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
