package org.tickmark.recurrence;

/**
 * A rule by which something recurs, in whatever way it was said.
 *
 * <p>A rule is a value: it knows neither its start nor its zone. {@link #sequence} puts it to a start; {@link Recurrence} adds
 * its end, the zone's gaps and overlaps, and single dates. Rules of one's own may implement it: they must be immutable.
 */
public interface Rule {
    /** The line that {@link #sequence} counts on. */
    Timeline timeline();

    /** When the rule ends. */
    End end();

    /**
     * The rule from the given start on, as if it had no end. The start is an element only where the rule makes it one.
     *
     * @throws IllegalArgumentException if the rule cannot have such a start: a rule with times of day and a start that is a date
     */
    Sequence sequence(Moment start);
}
