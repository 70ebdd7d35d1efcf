package org.tickmark.recurrence;

import java.util.Objects;

/**
 * When a rule ends.
 *
 * <p>Source: RFC 5545 section 3.3.10, rule parts COUNT and UNTIL.
 */
public sealed interface End {
    /** The rule goes on for ever. */
    static End never() {
        return Never.INSTANCE;
    }

    /** The rule ends with its n-th occurrence. */
    static End after(long occurrences) {
        return new Count(occurrences);
    }

    /** The rule has no occurrence after this moment. */
    static End until(Moment last) {
        return new Until(last);
    }

    /** No end. */
    enum Never implements End {
        INSTANCE
    }

    /**
     * An end by number.
     *
     * @param occurrences how many the rule makes, at least 1; those that an exclusion removes later count, added ones do not
     */
    record Count(long occurrences) implements End {
        public Count {
            requirePositive(occurrences);
        }
    }

    /**
     * An end by time, inclusive.
     *
     * @param last the last moment at which the rule may fire: a date, a floating or a UTC moment; a date with a start that
     *     has a time of day means the end of that local day
     */
    record Until(Moment last) implements End {
        public Until {
            requireUnzoned(last);
        }
    }

    /**
     * Whichever of the two comes first. RFC 5545 forbids it and no writer makes it; files hold it all the same.
     *
     * @param occurrences as in {@link Count}
     * @param last as in {@link Until}
     */
    record CountOrUntil(long occurrences, Moment last) implements End {
        public CountOrUntil {
            requirePositive(occurrences);
            requireUnzoned(last);
        }
    }

    private static void requirePositive(long occurrences) {
        if (occurrences < 1) {
            throw new IllegalArgumentException("COUNT is " + occurrences + ": a rule makes at least 1 occurrence");
        }
    }

    private static void requireUnzoned(Moment last) {
        Objects.requireNonNull(last, "last");
        if (last instanceof Moment.Zoned) {
            throw new IllegalArgumentException(
                    "UNTIL is " + last + ": RFC 5545 has no zone there; give the same moment in UTC");
        }
    }
}
