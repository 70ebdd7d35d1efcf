package org.tickmark.recurrence.series;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tickmark.recurrence.Moment;

/**
 * An occurrence that does not repeat any more.
 *
 * @param occurrence what it is
 */
public record Single(Occurrence occurrence) implements Piece {
    public Single {
        Objects.requireNonNull(occurrence, "occurrence");
    }

    @Override
    public Stream<Occurrence> occurrences() {
        return Stream.of(occurrence);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(1);
    }

    @Override
    public Optional<Occurrence> occurrence(Moment original) {
        return Optional.of(occurrence).filter(only -> Moments.sameTime(only.original(), original));
    }
}
