package org.tickmark.api.host.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The dates of a series, to be looked through before it is saved.
 *
 * @param dates the first ones in order, with those that were deleted
 * @param more whether there are more
 * @param count how many the rule gives; empty for a rule without end
 * @param last the last date that the rule gives; empty for a rule without end
 * @param label the rule as a sentence in the language of the caller
 */
public record DateList(List<Date> dates, boolean more, OptionalLong count, Optional<LocalDate> last, String label) {
    public DateList {
        dates = List.copyOf(dates);
    }

    /**
     * One date.
     *
     * @param original the start that the rule gives, which names it; of an added one its start
     * @param start where it is now
     * @param state what was done to it
     * @param conflicts titles of what the owner has at the same time
     * @param holiday the holiday that it falls on, in the language of the caller
     */
    public record Date(
            LocalDateTime original,
            LocalDateTime start,
            State state,
            List<String> conflicts,
            Optional<String> holiday) {
        public Date {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** What was done to a date. */
    public enum State {
        /** Nothing. */
        AS_THE_RULE,
        /** It was moved. */
        MOVED,
        /** It was added. */
        ADDED,
        /** It was deleted. */
        DELETED
    }
}
