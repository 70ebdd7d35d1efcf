package org.tickmark.recurrence.series;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tickmark.recurrence.Moment;

/** What is left of a series after a change: a series, or an occurrence that stands alone. */
public sealed interface Piece permits Series, Single {
    /** All occurrences in order; without end where the series is. */
    Stream<Occurrence> occurrences();

    /** How many occurrences there are; empty for a series without end. */
    OptionalLong size();

    /** The occurrence that a moment names; empty where there is none. */
    Optional<Occurrence> occurrence(Moment original);
}
