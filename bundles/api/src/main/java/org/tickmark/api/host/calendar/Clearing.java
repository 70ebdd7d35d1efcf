package org.tickmark.api.host.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The smallest moves that clear the conflicts of an appointment or series.
 *
 * @param moves dates to move, each by the least time that is free for everybody
 * @param left original starts of dates that found no free time near enough
 * @param shift by how much the whole series may be moved instead, so that it meets nothing for ever; told where that is less time than
 *     the moves take together
 */
public record Clearing(List<Move> moves, List<LocalDateTime> left, Optional<Duration> shift) {
    public Clearing {
        moves = List.copyOf(moves);
        left = List.copyOf(left);
    }

    /**
     * A date to move.
     *
     * @param original the start that the rule gives, which names it
     * @param from where it begins now, on its own clock
     * @param to where it is to begin
     */
    public record Move(LocalDateTime original, LocalDateTime from, LocalDateTime to) {}
}
