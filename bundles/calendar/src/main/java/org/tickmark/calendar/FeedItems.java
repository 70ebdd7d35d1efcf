package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** The series and appointments that take place in a range. For one transaction. */
final class FeedItems {
    private final Connection connection;
    private final Showing showing;
    private long characters;

    FeedItems(Connection connection, Showing showing) {
        this.connection = connection;
        this.showing = showing;
    }

    /**
     * An item as a feed tells it.
     *
     * @param changedAt when it last changed
     */
    record Told(StoredItem stored, Instant changedAt) {}

    /**
     * The items of a range, series first, by their numbers.
     *
     * @param owner whose; empty for everybody's
     * @throws TickmarkException {@code calendar.feed-large}
     */
    List<Told> between(Instant from, Instant to, Optional<String> owner) throws SQLException {
        Optional<Long> associate = Optional.empty();
        if (owner.isPresent()) {
            associate = AssociateTable.find(connection, owner.get());
            if (associate.isEmpty()) {
                return List.of();
            }
        }
        List<StoredItem> items = new ArrayList<>();
        for (StoredRule rule : RuleTable.withIds(connection, series(from, to, associate))) {
            items.add(counted(rule.stored()));
        }
        for (StoredRow row : AppointmentTable.aloneBetween(connection, from, to, associate, Feeds.MOST_ITEMS + 1)) {
            items.add(counted(row.single()));
        }
        require(items.size());
        return told(items);
    }

    private SortedSet<Long> series(Instant from, Instant to, Optional<Long> associate) throws SQLException {
        SortedSet<Long> ids =
                new TreeSet<>(AppointmentTable.seriesBetween(connection, from, to, associate, Feeds.MOST_ITEMS + 1));
        require(ids.size());
        RuleTable.rowsEndingBefore(connection, to, associate).stream()
                .filter(rule -> !showing.of(rule, from, to, 1).isEmpty())
                .forEach(rule -> ids.add(rule.stored().ref().id()));
        require(ids.size());
        return ids;
    }

    private static void require(int items) {
        if (items > Feeds.MOST_ITEMS) {
            throw large("> " + Feeds.MOST_ITEMS, "0–" + Feeds.MOST_ITEMS);
        }
    }

    private StoredItem counted(StoredItem stored) {
        characters += characters(stored.item());
        if (characters > Feeds.MOST_CHARACTERS) {
            throw large("> " + Feeds.MOST_CHARACTERS, "0–" + Feeds.MOST_CHARACTERS);
        }
        return stored;
    }

    private static TickmarkException large(String found, String expected) {
        return CalendarTexts.problem("calendar.feed-large", "feed.large")
                .found(found)
                .expected(expected)
                .exception();
    }

    private static long characters(Item item) {
        if (item.content() instanceof Series series) {
            long changed = series.deviations().stream()
                    .mapToLong(deviation -> length(series.fields())
                            + length(HandChanges.of(deviation).fields()))
                    .sum();
            return length(series.fields()) + changed;
        }
        return length(((Single) item.content()).occurrence().fields());
    }

    private static long length(Map<String, String> fields) {
        return fields.values().stream().mapToLong(String::length).sum();
    }

    private List<Told> told(List<StoredItem> items) throws SQLException {
        Map<Long, Instant> series = changed(items, ItemRef.Kind.SERIES);
        Map<Long, Instant> singles = changed(items, ItemRef.Kind.SINGLE);
        List<Told> told = new ArrayList<>();
        for (StoredItem item : items) {
            Map<Long, Instant> changed = item.ref().kind() == ItemRef.Kind.SERIES ? series : singles;
            told.add(new Told(item, changed.getOrDefault(item.ref().id(), Instant.EPOCH)));
        }
        return told;
    }

    private Map<Long, Instant> changed(List<StoredItem> items, ItemRef.Kind kind) throws SQLException {
        List<Long> ids = items.stream()
                .map(StoredItem::ref)
                .filter(ref -> ref.kind() == kind)
                .map(ItemRef::id)
                .toList();
        return FeedTable.changed(connection, kind, ids);
    }
}
