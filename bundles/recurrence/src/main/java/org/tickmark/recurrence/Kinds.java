package org.tickmark.recurrence;

/** Which kinds of moments can be compared. */
final class Kinds {
    private Kinds() {}

    /**
     * The moment itself.
     *
     * @throws IllegalArgumentException if it cannot be compared with the start
     */
    static Moment comparable(Moment start, Moment moment) {
        if (hasInstant(start) ? hasInstant(moment) : start.getClass() == moment.getClass()) {
            return moment;
        }
        throw new IllegalArgumentException("Moment " + moment + " and the start " + start + ": expected "
                + (hasInstant(start) ? "one with a zone or in UTC" : "one of the start's kind"));
    }

    /** Whether it stands for an instant: zoned or in UTC. */
    static boolean hasInstant(Moment moment) {
        return moment instanceof Moment.Zoned || moment instanceof Moment.Utc;
    }
}
