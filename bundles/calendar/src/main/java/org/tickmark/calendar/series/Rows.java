package org.tickmark.calendar.series;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/**
 * Which occurrences of a series are rows: all of one that ends within the {@value #MOST} that a series may have, and those up to a
 * horizon of any other.
 */
public final class Rows {
    /** The most rows of a series. */
    public static final int MOST = 20_000;

    private Rows() {}

    /** Whether only those up to a horizon are rows. */
    public static boolean areRolling(Series series) {
        return series.size().isEmpty() || series.size().getAsLong() > MOST;
    }

    /**
     * The occurrences that are rows.
     *
     * @param horizon the end of the rows of a series that rolls, exclusive
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if there are too many
     */
    public static List<Occurrence> of(Series series, Instant horizon, ZoneId home) {
        Optional<Moment> end =
                areRolling(series) ? Optional.of(Dial.of(series.start()).at(horizon, home)) : Optional.empty();
        List<Occurrence> rows = series.occurrences()
                .takeWhile(occurrence -> end.isEmpty()
                        || occurrence.start().lineSecond() < end.get().lineSecond())
                .limit(MOST + 1L)
                .toList();
        if (rows.size() > MOST) {
            throw CalendarTexts.invalid("rule", "rule.dense")
                    .expected("0–" + MOST)
                    .exception();
        }
        return rows;
    }
}
