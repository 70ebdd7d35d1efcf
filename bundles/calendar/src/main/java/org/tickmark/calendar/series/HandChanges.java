package org.tickmark.calendar.series;

import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;

/** What deviations say. */
public final class HandChanges {
    private HandChanges() {}

    /** What is different about an occurrence; nothing where it does not take place. */
    public static Changes of(Deviation deviation) {
        if (deviation instanceof Deviation.Changed changed) {
            return changed.changes();
        }
        return deviation instanceof Deviation.Added added ? added.changes() : Changes.none();
    }
}
