package org.tickmark.calendar;

import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Lengths;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Single;

/**
 * A row of {@code appointment}.
 *
 * @param id its number
 * @param revision of one that stands alone, or of its series
 * @param image what it holds
 * @param shown the columns made from its fields, as they are
 */
record StoredRow(long id, int revision, RowImage image, Shown shown) {
    /** Whether the row holds exactly this. */
    boolean holds(RowImage other) {
        return image.equals(other) && shown.equals(Shown.of(other.fields()));
    }

    /** The appointment that stands alone. */
    StoredItem single() {
        Dial dial = image.dial();
        Occurrence occurrence = new Occurrence(
                dial.at(image.original()),
                dial.at(image.start()),
                Lengths.read(image.length()),
                image.fields(),
                Occurrence.Origin.RULE);
        return new StoredItem(ItemRef.single(id), revision, new Item(image.owner(), new Single(occurrence)));
    }
}
