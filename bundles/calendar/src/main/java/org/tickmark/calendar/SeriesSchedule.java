package org.tickmark.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Series;

/**
 * Lets tasks run when the appointments of a series begin: {@code series:3}. Whole days begin at midnight, and times of any place are read, in the zone of
 * the calendar.
 */
@Component(property = ScheduleKind.KIND + "=" + SeriesSchedule.NAME)
public final class SeriesSchedule implements ScheduleKind {
    static final String NAME = "series";

    private final Transactions transactions;
    private final ZoneId home;

    @Activate
    public SeriesSchedule(@Reference(target = "(tickmark.schema=org.tickmark.calendar)") Transactions transactions) {
        this(transactions, ZoneId.systemDefault());
    }

    SeriesSchedule(Transactions transactions, ZoneId home) {
        this.transactions = transactions;
        this.home = home;
    }

    /** What names a series as a schedule. */
    static String schedule(long series) {
        return NAME + ":" + series;
    }

    @Override
    public Optional<Kept> times(Caller caller, String name) {
        caller.require(Permission.CALENDAR_READ);
        return number(name)
                .flatMap(id -> transactions.reading(tx -> RuleTable.find(tx.connection(), id)))
                .map(StoredRule::series)
                .map(series -> times(series, home));
    }

    private static Optional<Long> number(String name) {
        try {
            return Optional.of(Long.parseLong(name));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Every appointment that was changed by hand is told as one beside the rule, wherever it is. */
    static Kept times(Series series, ZoneId home) {
        Series placed = series.inZone(home);
        Dial dial = Dial.of(placed.start());
        List<LocalDateTime> without = new ArrayList<>();
        List<LocalDateTime> extra = new ArrayList<>();
        for (Deviation deviation : placed.deviations()) {
            if (!(deviation instanceof Deviation.Added)) {
                without.add(deviation.original().wallClock());
            }
            if (!(deviation instanceof Deviation.Excluded)) {
                Moment start = HandChanges.of(deviation).start().orElse(deviation.original());
                extra.add(dial.at(Dial.instant(start, home), home).wallClock());
            }
        }
        return new Kept(placed.start().wallClock(), zone(dial, home), SeriesRules.text(placed), without, extra);
    }

    private static String zone(Dial dial, ZoneId home) {
        return dial.zone().isEmpty() ? home.getId() : dial.zone();
    }
}
