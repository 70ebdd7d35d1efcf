package org.tickmark.recurrence.series;

import java.util.Objects;

/** Whether two series ever conflict: the first conflict, or why there is none. */
public sealed interface ConflictVerdict {
    /** They do; this is the first time. */
    record Found(Conflict first) implements ConflictVerdict {
        public Found {
            Objects.requireNonNull(first, "first");
        }
    }

    /** They never do. */
    record Never(Proof proof) implements ConflictVerdict {
        public Never {
            Objects.requireNonNull(proof, "proof");
        }
    }

    /** Why two series never conflict. */
    enum Proof {
        /** One of them has no occurrence. */
        ONE_IS_EMPTY,
        /** One of them ends, and every occurrence up to there was compared. */
        ALL_COMPARED,
        /** Both repeat themselves after a common time, and every occurrence of one such time was compared. */
        COMMON_CYCLE,
        /** Both are evenly spaced, and no number of steps of the one comes near enough to the other (Chinese remainders). */
        REMAINDERS,
        /** Everything up to the year 9999 was compared: times of day, and dates where the times of day can meet. */
        WHOLE_RANGE
    }
}
