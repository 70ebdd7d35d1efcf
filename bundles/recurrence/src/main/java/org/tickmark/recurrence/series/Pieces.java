package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tickmark.recurrence.Sequence;

/** Lists of pieces: how many occurrences they hold, and what they are when one of them has too few to repeat. */
final class Pieces {
    private Pieces() {}

    /** Without series that hold nothing, and with those that hold one occurrence as that occurrence alone. */
    static List<Piece> settled(List<Piece> pieces) {
        List<Piece> settled = new ArrayList<>();
        for (Piece piece : pieces) {
            OptionalLong size = piece.size();
            if (size.isPresent() && size.getAsLong() <= 1) {
                settled.addAll(alone(piece));
            } else {
                settled.add(piece);
            }
        }
        return settled;
    }

    /** A series as it is, or its occurrences alone where its rule gives none. */
    static List<Piece> standing(Series series) {
        return series.definition().line().first() == Sequence.NONE ? alone(series) : List.of(series);
    }

    private static List<Piece> alone(Piece piece) {
        List<Piece> alone = new ArrayList<>();
        piece.occurrences().forEach(occurrence -> alone.add(new Single(occurrence)));
        return alone;
    }

    static List<Piece> settled(Series series) {
        return settled(standing(series));
    }

    static List<Piece> both(List<Piece> one, List<Piece> other) {
        List<Piece> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** How many occurrences they hold together, or {@link Effect#ENDLESS}. */
    static long size(List<Piece> pieces) {
        long size = 0;
        for (Piece piece : pieces) {
            OptionalLong own = piece.size();
            if (own.isEmpty()) {
                return Effect.ENDLESS;
            }
            size += own.getAsLong();
        }
        return size;
    }
}
