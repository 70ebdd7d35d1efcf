package org.tickmark.recurrence.series;

import java.util.Optional;

/** What a rule gives before anything was changed by hand: its occurrences where they take place. */
interface Candidates {
    /** The first one after the slot. */
    Optional<Slot> after(Slot slot);

    /** The last one before the slot. */
    Optional<Slot> before(Slot slot);

    /** How many begin before the second. */
    long countBefore(long start);

    /** The one that the second names, if the rule gives it and nothing leaves it out. */
    Optional<Slot> named(long original);

    /** Whether they go on as long as the calendar does. */
    boolean isEndless();
}
