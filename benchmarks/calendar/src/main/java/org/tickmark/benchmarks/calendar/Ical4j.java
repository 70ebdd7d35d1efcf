package org.tickmark.benchmarks.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Uid;

/** What ical4j makes of the series of a person: read once, expanded for each month. */
final class Ical4j {
    private static final ZoneId ZONE = ZoneId.of(Workload.ZONE);

    private final List<VEvent> series = new ArrayList<>();
    private final Map<String, List<VEvent>> moved = new HashMap<>();

    Ical4j(String file) throws IOException, ParserException {
        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(file)).getComponents("VEVENT");
        for (VEvent event : events) {
            if (event.getRecurrenceId() == null) {
                series.add(event);
            } else {
                moved.computeIfAbsent(uid(event), any -> new ArrayList<>()).add(event);
            }
        }
    }

    private static String uid(VEvent event) {
        return event.getUid().map(Uid::getValue).orElseThrow();
    }

    /** The starts in a month, in order. What was moved is moved by an hour, which leaves it in its month. */
    List<Instant> starts(YearMonth month) {
        Period<ZonedDateTime> span = new Period<>(
                month.atDay(1).atStartOfDay(ZONE), month.plusMonths(1).atDay(1).atStartOfDay(ZONE));
        List<Instant> starts = new ArrayList<>();
        for (VEvent event : series) {
            List<Instant> own = new ArrayList<>(starts(event, span));
            for (VEvent other : moved.getOrDefault(uid(event), List.of())) {
                if (own.remove(Instant.from(other.getRecurrenceId().getDate()))) {
                    own.addAll(starts(other, span));
                }
            }
            starts.addAll(own);
        }
        return starts.stream().sorted().toList();
    }

    private static List<Instant> starts(VEvent event, Period<ZonedDateTime> span) {
        return event.calculateRecurrenceSet(span).stream()
                .map(period -> Instant.from(period.getStart()))
                .toList();
    }
}
