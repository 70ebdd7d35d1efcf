package org.tickmark.recurrence.series;

import java.util.List;

/**
 * A series cut in two. Together the parts give exactly the occurrences of the series.
 *
 * @param before the occurrences with an earlier original moment: a series, or occurrences that stand alone where the rule
 *     gives none there
 * @param after the others, likewise
 */
public record Split(List<Piece> before, List<Piece> after) {
    public Split {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
