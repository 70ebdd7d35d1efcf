package org.tickmark.calendar.series;

import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * One thing in a calendar: a series, or an appointment that stands alone.
 *
 * @param owner whose it is
 * @param content what it is
 */
public record Item(String owner, Piece content) {
    /** The clock that it goes by. */
    public Dial dial() {
        return Dial.of(start());
    }

    /** Where it begins, or its rule is counted from. */
    public Moment start() {
        return content instanceof Series series
                ? series.start()
                : ((Single) content).occurrence().start();
    }
}
