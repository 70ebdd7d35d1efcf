package org.tickmark.calendar;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Repetition.HandChange;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Labels;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Changes;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Series;

/** Series as they are shown. */
final class Repetitions {
    private Repetitions() {}

    static Repetition of(StoredItem stored, Locale locale) {
        Series series = (Series) stored.item().content();
        Dial dial = stored.item().dial();
        List<HandChange> handChanges =
                series.deviations().stream().map(Repetitions::handChange).toList();
        return new Repetition(
                stored.ref().id(),
                stored.revision(),
                stored.item().owner(),
                series.start().wallClock(),
                dial.zone(),
                dial.allDay(),
                series.length().toString(),
                SeriesRules.text(series),
                Labels.sentence(series, locale),
                Labels.brief(series, locale),
                series.size(),
                series.last().map(last -> last.start().wallClock().toLocalDate()),
                series.fields(),
                handChanges);
    }

    private static HandChange handChange(Deviation deviation) {
        Changes changes = HandChanges.of(deviation);
        return new HandChange(
                deviation.original().wallClock(),
                kind(deviation),
                changes.start().map(Moment::wallClock),
                changes.length().map(Object::toString),
                changes.fields());
    }

    private static HandChange.Kind kind(Deviation deviation) {
        if (deviation instanceof Deviation.Excluded) {
            return HandChange.Kind.DELETED;
        }
        return deviation instanceof Deviation.Added ? HandChange.Kind.ADDED : HandChange.Kind.CHANGED;
    }
}
