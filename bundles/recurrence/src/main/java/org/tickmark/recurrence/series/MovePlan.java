package org.tickmark.recurrence.series;

import java.util.List;
import java.util.Objects;
import org.tickmark.recurrence.Moment;

/**
 * Moves of single occurrences that clear conflicts, as few as there can be.
 *
 * @param moves what moves, by the start before
 * @param unresolved the conflicts that are left, because neither side may give way or finds a free day near enough
 * @param one the one series with its moves
 * @param other the other series with its moves
 */
public record MovePlan(List<Move> moves, List<Conflict> unresolved, Series one, Series other) {
    public MovePlan {
        moves = List.copyOf(moves);
        unresolved = List.copyOf(unresolved);
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
    }

    /**
     * One occurrence that moves.
     *
     * @param of the series that it belongs to: {@link Movable#ONE} or {@link Movable#OTHER}
     * @param occurrence as it is before
     * @param newStart when it begins then
     */
    public record Move(Movable of, Occurrence occurrence, Moment newStart) {
        public Move {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(newStart, "newStart");
        }
    }
}
