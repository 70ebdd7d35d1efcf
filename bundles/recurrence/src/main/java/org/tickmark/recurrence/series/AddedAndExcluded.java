package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;

/** The added and excluded dates of a recurrence as deviations of a series. */
final class AddedAndExcluded {
    private final Recurrence rule;
    private final List<Deviation> deviations = new ArrayList<>();

    private AddedAndExcluded(Recurrence rule) {
        this.rule = rule;
    }

    /**
     * All single dates.
     *
     * @param rule the recurrence without them
     */
    static List<Deviation> of(Recurrence recurrence, Recurrence rule) {
        AddedAndExcluded dates = new AddedAndExcluded(rule);
        recurrence.added().forEach(moment -> dates.deviations.add(new Deviation.Added(moment, Changes.none())));
        recurrence.excluded().forEach(dates::exclude);
        return dates.deviations;
    }

    /** A date without time excludes all of its day. */
    private void exclude(Moment moment) {
        if (!(moment instanceof Moment.DateOnly) || rule.start() instanceof Moment.DateOnly) {
            deviations.add(new Deviation.Excluded(moment));
            return;
        }
        long day = Moments.day(moment);
        deviations.removeIf(
                deviation -> deviation instanceof Deviation.Added added && Moments.day(added.original()) == day);
        rule.from(Moments.atWallClock(moment.wallClockSecond(), rule.start()))
                .takeWhile(occurrence -> Moments.day(occurrence) == day)
                .forEach(occurrence -> deviations.add(new Deviation.Excluded(occurrence)));
    }
}
