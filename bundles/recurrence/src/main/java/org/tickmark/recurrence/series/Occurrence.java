package org.tickmark.recurrence.series;

import java.util.Map;
import java.util.Objects;
import org.tickmark.recurrence.Moment;

/**
 * One occurrence of a series as it takes place.
 *
 * @param original what names it in its series, whatever it is moved to
 * @param start when it begins
 * @param length how long it takes
 * @param fields the values of the series with those of its own on top
 * @param origin where it comes from
 */
public record Occurrence(Moment original, Moment start, Length length, Map<String, String> fields, Origin origin) {
    public Occurrence {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * When it ends; not part of it.
     *
     * @throws IllegalArgumentException when that lies after the year 9999
     */
    public Moment end() {
        return length.end(start);
    }

    /** Where an occurrence comes from. */
    public enum Origin {
        /** The rule gives it as it is; a shift off free days is part of that. */
        RULE,
        /** The rule gives it, and it was changed by hand. */
        CHANGED,
        /** It was added by hand. */
        ADDED
    }
}
