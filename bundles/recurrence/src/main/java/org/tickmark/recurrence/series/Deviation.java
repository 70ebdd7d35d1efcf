package org.tickmark.recurrence.series;

import java.util.Objects;
import org.tickmark.recurrence.Moment;

/**
 * Where a series departs from its rule, keyed by the original moment: the one that the rule gives (RECURRENCE-ID), or the one
 * at which an occurrence was added.
 *
 * <p>Source: RFC 5545 sections 3.8.4.4, 3.8.5.1 and 3.8.5.2.
 */
public sealed interface Deviation {
    /** The moment it belongs to, before any move. */
    Moment original();

    /** An occurrence of the rule that does not take place. */
    record Excluded(Moment original) implements Deviation {
        public Excluded {
            Objects.requireNonNull(original, "original");
        }
    }

    /**
     * An occurrence of the rule that is different.
     *
     * @param changes what is different, at least one thing
     */
    record Changed(Moment original, Changes changes) implements Deviation {
        public Changed {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(changes, "changes");
        }
    }

    /**
     * An occurrence that the rule does not give.
     *
     * @param changes what is different from the series, perhaps nothing
     */
    record Added(Moment original, Changes changes) implements Deviation {
        public Added {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(changes, "changes");
        }
    }
}
