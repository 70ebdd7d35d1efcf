package org.tickmark.recurrence.series;

import java.util.List;
import java.util.Objects;

/**
 * What stands after an edit. The series that was edited is a value and still there: keeping it is how an edit is undone.
 *
 * @param editCase what it does to the series as a whole
 * @param pieces what there is afterwards, in order; empty when nothing is left
 * @param effect what it amounts to
 */
public record SeriesChange(EditCase editCase, List<Piece> pieces, Effect effect) implements EditResult {
    public SeriesChange {
        Objects.requireNonNull(editCase, "editCase");
        Objects.requireNonNull(effect, "effect");
        pieces = List.copyOf(pieces);
    }
}
