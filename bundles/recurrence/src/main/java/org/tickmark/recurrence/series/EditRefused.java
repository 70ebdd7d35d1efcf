package org.tickmark.recurrence.series;

import java.util.Objects;
import org.tickmark.recurrence.Moment;

/**
 * An edit that cannot be done.
 *
 * @param reason why
 * @param at the moment it is about
 */
public record EditRefused(Reason reason, Moment at) implements EditResult {
    public EditRefused {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /** Why an edit cannot be done, and what can be done instead. */
    public enum Reason {
        /** The series has no occurrence of that name, or it is excluded: choose one that takes place. */
        NO_SUCH_OCCURRENCE,
        /** Another occurrence of the series begins then: choose another time, or delete one of the two. */
        TAKEN,
        /** The occurrence with that original moment was moved away: move it back instead of adding one. */
        MOVED_AWAY,
        /** The date of more than one occurrence would change: say how, with a {@link StartChange}. */
        DATE_OF_SERIES,
        /** The rule gives no occurrence from that start on: choose an earlier start or a later end. */
        NOTHING_LEFT,
        /** The moment is of another kind than the series' own: give a date, a floating or a zoned time as the series has. */
        OTHER_KIND,
        /** A date takes whole days: give a length without seconds. */
        LENGTH_OF_DATE,
        /** A rule belongs to more than one occurrence: choose a wider scope. */
        ONE_OCCURRENCE_HAS_NO_RULE
    }
}
