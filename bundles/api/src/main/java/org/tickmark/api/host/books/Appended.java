package org.tickmark.api.host.books;

import java.util.List;
import org.tickmark.api.Problem;

/**
 * What booking a file changed.
 *
 * @param statements statements that are new
 * @param statementsKnown statements that stood already
 * @param entries entries that are new
 * @param entriesKnown entries that stood already
 * @param problems warnings, such as a gap to the statement before
 */
public record Appended(int statements, int statementsKnown, long entries, long entriesKnown, List<Problem> problems) {
    public Appended {
        problems = List.copyOf(problems);
    }
}
