package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.calendar.people.Crossing;
import org.tickmark.calendar.people.WeekHours;
import org.tickmark.calendar.series.Item;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code busy_hour}: what may meet what. */
final class HourTable {
    private static final String FACING =
            "SELECT kind, item_id FROM busy_hour WHERE associate_id = ? AND ends_at > ? AND begins_at < ?";
    private static final String FACING_HOUR = FACING + " AND week_hour = ?";

    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private HourTable() {}

    /** Keeps the hours of an item in the place of those that are kept of it. */
    static void rewrite(Connection connection, ItemRef ref, Item item, ZoneId home) throws SQLException {
        delete(connection, ref);
        insert(connection, ref, item, home);
    }

    /** Keeps the hours of an item of which none are kept. */
    static void insert(Connection connection, ItemRef ref, Item item, ZoneId home) throws SQLException {
        WeekHours hours = WeekHours.of(item, home);
        try (Batch batch = Sql.batch(connection, """
            INSERT INTO busy_hour (associate_id, week_hour, ends_at, begins_at, kind, item_id) VALUES (?, ?, ?, ?, ?, ?)
            """)) {
            for (String who : Crossing.concerned(item)) {
                long associate = AssociateTable.id(connection, who);
                for (int hour : hours.hours()) {
                    batch.add(associate, hour, hours.to().orElse(FOR_EVER), hours.from(), ref.kind(), ref.id());
                }
            }
            batch.finish();
        }
    }

    static void delete(Connection connection, ItemRef ref) throws SQLException {
        Sql.on(connection, "DELETE FROM busy_hour WHERE kind = ? AND item_id = ?")
                .with(ref.kind(), ref.id())
                .update();
    }

    /** Whether the hours of an item are kept as they are. */
    static boolean holds(Connection connection, ItemRef ref, Item item, ZoneId home) throws SQLException {
        WeekHours hours = WeekHours.of(item, home);
        Set<String> wanted = new TreeSet<>();
        for (String who : Crossing.concerned(item)) {
            hours.hours()
                    .forEach(hour -> wanted.add(who + " " + hour + " " + hours.from() + " "
                            + hours.to().orElse(FOR_EVER)));
        }
        Set<String> standing = new TreeSet<>(Sql.on(connection, """
            SELECT a.name, h.week_hour, h.begins_at, h.ends_at
            FROM busy_hour h JOIN associate a ON a.associate_id = h.associate_id WHERE h.kind = ? AND h.item_id = ?
            """)
                .with(ref.kind(), ref.id())
                .list(row -> row.text("name") + " " + row.number("week_hour") + " " + row.instant("begins_at") + " "
                        + row.instant("ends_at")));
        return wanted.equals(standing);
    }

    /** Everything that may meet an item of these hours, of the same people and resources. */
    static Set<ItemRef> facing(Connection connection, SortedSet<String> concerned, WeekHours hours)
            throws SQLException {
        Set<ItemRef> facing = new LinkedHashSet<>();
        for (String who : concerned) {
            Optional<Long> associate = AssociateTable.find(connection, who);
            if (associate.isPresent()) {
                facing.addAll(facing(connection, associate.get(), hours));
            }
        }
        return facing;
    }

    private static List<ItemRef> facing(Connection connection, long associate, WeekHours hours) throws SQLException {
        Instant to = hours.to().orElse(FOR_EVER);
        if (hours.facing().isEmpty()) {
            return Sql.on(connection, FACING).with(associate, hours.from(), to).list(HourTable::ref);
        }
        List<ItemRef> facing = new ArrayList<>();
        // An hour at a time, so that each is one range of the index.
        for (int hour : hours.facing().get()) {
            facing.addAll(Sql.on(connection, FACING_HOUR)
                    .with(associate, hours.from(), to, hour)
                    .list(HourTable::ref));
        }
        return facing;
    }

    private static ItemRef ref(Row row) throws SQLException {
        return new ItemRef(row.choice("kind", ItemRef.Kind.class), row.number("item_id"));
    }
}
