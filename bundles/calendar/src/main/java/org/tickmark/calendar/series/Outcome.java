package org.tickmark.calendar.series;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Preview.EditCase;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Piece;

/**
 * What stands after an edit, and what that amounts to.
 *
 * @param pieces what there is afterwards, in order
 * @param editCase what happens to the series as a whole
 * @param changed how many appointments look different; empty for those of a series without end
 * @param removed how many go; empty for those of a series without end
 * @param kept how many exceptions stay
 * @param lost original moments of exceptions that find no place
 * @param oldRuleEnds last occurrence of a rule that goes on no further
 */
public record Outcome(
        List<Piece> pieces,
        EditCase editCase,
        OptionalLong changed,
        OptionalLong removed,
        int kept,
        List<Moment> lost,
        Optional<Moment> oldRuleEnds) {
    public Outcome {
        pieces = List.copyOf(pieces);
        lost = List.copyOf(lost);
    }

    /** An outcome in which so many appointments look different, and nothing else is to tell. */
    static Outcome changing(long changed, List<Piece> pieces) {
        return new Outcome(
                pieces, EditCase.NONE, OptionalLong.of(changed), OptionalLong.of(0), 0, List.of(), Optional.empty());
    }

    /** An outcome in which an appointment that stood alone is gone. */
    static Outcome removing() {
        return new Outcome(
                List.of(), EditCase.NONE, OptionalLong.of(0), OptionalLong.of(1), 0, List.of(), Optional.empty());
    }

    /** The same for the person who decides, standing on a revision. */
    public Preview preview(int revision) {
        List<LocalDateTime> homeless = lost.stream().map(Moment::wallClock).toList();
        return new Preview(
                revision,
                editCase,
                changed,
                removed,
                kept,
                homeless,
                oldRuleEnds.map(last -> last.wallClock().toLocalDate()),
                Sentence.of(this));
    }
}
