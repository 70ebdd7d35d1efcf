package org.tickmark.calendar.series;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** What files name items by. */
public final class Uids {
    private Uids() {}

    /** The name that a file has given to an item. */
    public static Optional<String> of(Item item) {
        return Optional.ofNullable(fields(item.content()).get(FieldRules.UID));
    }

    private static Map<String, String> fields(Piece piece) {
        return piece instanceof Series series
                ? series.fields()
                : ((Single) piece).occurrence().fields();
    }

    /** The same without that name, and the state that goes with it: for what comes out of a cut and is not what the file named any more. */
    public static Piece without(Piece piece) {
        Map<String, String> others = new TreeMap<>(fields(piece));
        if (!others.keySet().removeAll(Set.of(FieldRules.UID, Who.SEQUENCE))) {
            return piece;
        }
        if (piece instanceof Series series) {
            return series.withFields(others);
        }
        Occurrence occurrence = ((Single) piece).occurrence();
        return new Single(new Occurrence(
                occurrence.original(), occurrence.start(), occurrence.length(), others, occurrence.origin()));
    }
}
