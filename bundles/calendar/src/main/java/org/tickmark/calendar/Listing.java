package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.calendar.people.Crossing;
import org.tickmark.calendar.people.Crossing.Met;
import org.tickmark.calendar.series.Dates;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Labels;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/**
 * Lists of dates, with what their owner, people and resources have at the same time.
 *
 * @param caller who looks
 * @param holidays id of a calendar; empty for none
 * @param limit how many dates to list
 * @param home the zone of the calendar
 */
record Listing(Connection connection, Caller caller, String holidays, int limit, ZoneId home) {
    /** What blocks time after one and before the other is no longer than a week each. */
    private static final Duration MOST_BLOCKED = Duration.ofDays(15);

    /**
     * The list of a series.
     *
     * @param plain as its rule has it
     * @param item as it is to be
     * @param itself what names it; empty where it does not stand yet
     */
    DateList list(Series plain, Item item, Optional<ItemRef> itself) throws SQLException {
        Series adjusted = (Series) item.content();
        List<Occurrence> occurrences = adjusted.occurrences().limit(limit + 1L).toList();
        boolean more = occurrences.size() > limit;
        List<Occurrence> shown = more ? occurrences.subList(0, limit) : occurrences;
        Map<LocalDateTime, List<String>> conflicts = conflicts(item, itself, shown);
        Dates dates = new Dates(
                holidays,
                caller.locale(),
                occurrence -> conflicts.getOrDefault(occurrence.original().wallClock(), List.of()));
        return new DateList(
                dates.list(adjusted, shown, !more),
                more,
                plain.size(),
                plain.last().map(last -> last.start().wallClock().toLocalDate()),
                Labels.sentence(plain, caller.locale()));
    }

    /** Titles of what there is at the same time, by the dates of the item. */
    private Map<LocalDateTime, List<String>> conflicts(Item item, Optional<ItemRef> itself, List<Occurrence> shown)
            throws SQLException {
        if (shown.isEmpty()) {
            return Map.of();
        }
        Instant from = Dial.instant(shown.get(0).start(), home);
        Instant to = shown.stream()
                .map(one -> Dial.instant(one.end(), home))
                .max(Instant::compareTo)
                .orElseThrow();
        Crossing crossing = new Crossing(item, home);
        Map<LocalDateTime, List<Titled>> met = new HashMap<>();
        for (StoredItem neighbour : Neighbours.of(connection, item, itself, home)) {
            for (Met one : crossing.between(neighbour.item(), from, to.plus(MOST_BLOCKED))) {
                met.computeIfAbsent(one.original(), any -> new ArrayList<>())
                        .add(new Titled(one.from(), title(neighbour.item(), one.other())));
            }
        }
        Map<LocalDateTime, List<String>> titles = new HashMap<>();
        met.forEach((date, all) -> titles.put(
                date, all.stream().sorted().map(Titled::title).distinct().toList()));
        return titles;
    }

    /** What the occurrence of an item is called. */
    static String title(Item item, LocalDateTime original) {
        return item.content()
                .occurrence(item.dial().at(original))
                .map(one -> one.fields().getOrDefault(Fields.TITLE, ""))
                .orElse("");
    }

    private record Titled(Instant at, String title) implements Comparable<Titled> {
        @Override
        public int compareTo(Titled other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : title.compareTo(other.title);
        }
    }
}
