package org.tickmark.api.host.calendar;

import java.util.List;
import org.tickmark.api.Problem;

/**
 * What became of a file with appointments.
 *
 * @param added how many series and appointments are new
 * @param changed how many were told before, and otherwise
 * @param unchanged how many were told before in the same way
 * @param problems what was left out, or read in one way of several
 */
public record ImportedCalendar(int added, int changed, int unchanged, List<Problem> problems) {
    public ImportedCalendar {
        problems = List.copyOf(problems);
    }
}
