package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.calendar.people.Crossing;
import org.tickmark.calendar.people.WeekHours;
import org.tickmark.calendar.series.Item;

/** Items that may meet one: of the same people or resources, at the same hours of some week. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Those of an item.
     *
     * @param itself what names it; empty where it does not stand yet
     */
    static List<StoredItem> of(Connection connection, Item item, Optional<ItemRef> itself, ZoneId home)
            throws SQLException {
        Set<ItemRef> facing = HourTable.facing(connection, Crossing.concerned(item), WeekHours.of(item, home));
        itself.ifPresent(facing::remove);
        List<StoredItem> items = new ArrayList<>();
        RuleTable.withIds(connection, ids(facing, ItemRef.Kind.SERIES)).forEach(rule -> items.add(rule.stored()));
        AppointmentTable.alone(connection, ids(facing, ItemRef.Kind.SINGLE)).forEach(row -> items.add(row.single()));
        return items;
    }

    private static List<Long> ids(Set<ItemRef> refs, ItemRef.Kind kind) {
        return refs.stream().filter(ref -> ref.kind() == kind).map(ItemRef::id).toList();
    }
}
