package org.tickmark.calendar;

import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;

/**
 * What names an item.
 *
 * @param kind what it is
 * @param id number of its rule, or of its one row
 */
record ItemRef(Kind kind, long id) {
    /** What an item is. */
    enum Kind {
        SERIES,
        SINGLE;

        static Kind of(Piece content) {
            return content instanceof Series ? SERIES : SINGLE;
        }
    }

    static ItemRef series(long id) {
        return new ItemRef(Kind.SERIES, id);
    }

    static ItemRef single(long id) {
        return new ItemRef(Kind.SINGLE, id);
    }

    /** The name in files of what no file has named. */
    String uid() {
        return subject().replace('/', '-') + "@tickmark";
    }

    /** As audit and events name it: {@code series/3}. */
    String subject() {
        return (kind == Kind.SERIES ? "series/" : "appointment/") + id;
    }
}
