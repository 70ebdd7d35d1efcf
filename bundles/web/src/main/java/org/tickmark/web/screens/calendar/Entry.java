package org.tickmark.web.screens.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/**
 * Something on a day.
 *
 * @param time when it starts by the clock; empty if it takes the whole day, or has begun before
 * @param until when it ends by the clock; empty if that is not said
 * @param says what it is in a word, such as how a run has ended; empty for an appointment
 * @param sign a sign beside it that says the same
 * @param failed whether somebody should look at it
 * @param view the view that shows it
 * @param address what is opened there
 */
record Entry(
        Layer layer,
        LocalDate day,
        String time,
        String until,
        String title,
        String says,
        String sign,
        boolean failed,
        String view,
        Map<String, String> address) {
    /** What takes the whole day first, then by the clock. */
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::day)
            .thenComparing(Entry::time)
            .thenComparing(Entry::layer)
            .thenComparing(Entry::title);

    /** The same without its times, where these stand beside it. */
    Entry timeless() {
        return new Entry(layer, day, "", "", title, says, sign, failed, view, address);
    }

    /** The hour in which it starts; -1 if it has no time. */
    int hour() {
        return time.isEmpty() ? -1 : Integer.parseInt(time.substring(0, 2));
    }
}
