package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.Writing.Target;
import org.tickmark.calendar.ics.IcsReader.ReadCalendar;
import org.tickmark.calendar.ics.IcsReader.ReadItem;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.calendar.series.Rows;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** What goes into a file, and what becomes of the items of one. For one transaction. */
final class Exchange {
    private final Connection connection;
    private final List<Problem> problems = new ArrayList<>();
    private int added;
    private int changed;
    private int unchanged;

    Exchange(Connection connection) {
        this.connection = connection;
    }

    /** Series of these numbers, or everything of an owner. */
    List<StoredItem> items(List<Long> series, Optional<String> owner) throws SQLException {
        Finding finding = new Finding(connection);
        List<StoredItem> items = new ArrayList<>();
        if (!series.isEmpty()) {
            for (long id : series) {
                items.add(finding.requireSeries(id));
            }
            return items;
        }
        for (long id : RuleTable.ids(connection)) {
            RuleTable.find(connection, id).map(StoredRule::stored).ifPresent(items::add);
        }
        AppointmentTable.alone(connection).forEach(row -> items.add(row.single()));
        items.removeIf(
                stored -> owner.isPresent() && !owner.get().equals(stored.item().owner()));
        return items;
    }

    /** The items of a file that can be kept; the others become problems. */
    List<ReadItem> fitting(ReadCalendar read, Instant horizon, ZoneId home) {
        problems.addAll(read.problems());
        List<ReadItem> fitting = new ArrayList<>();
        for (ReadItem item : read.items()) {
            try {
                check(item.item(), horizon, home);
                fitting.add(item);
            } catch (TickmarkException unfit) {
                problems.add(unfit.problem().within("UID " + item.uid()));
            }
        }
        return fitting;
    }

    private static void check(Item item, Instant horizon, ZoneId home) {
        if (item.content() instanceof Series series) {
            FieldRules.checkKept(series.fields());
            series.deviations()
                    .forEach(deviation ->
                            FieldRules.checkKept(HandChanges.of(deviation).fields()));
            Rows.of(series, horizon, home);
        } else {
            FieldRules.checkKept(((Single) item.content()).occurrence().fields());
        }
    }

    /** What stands under the name of an item, held until the transaction ends. */
    Optional<StoredItem> standing(ReadItem item) throws SQLException {
        if (item.uid().isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> owner = AssociateTable.find(connection, item.item().owner());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredRule> rule = RuleTable.named(connection, item.uid(), owner.get());
        if (rule.isPresent()) {
            RuleTable.lock(connection, rule.get().stored().ref().id());
            return RuleTable.named(connection, item.uid(), owner.get()).map(StoredRule::stored);
        }
        Optional<StoredRow> row = AppointmentTable.named(connection, item.uid(), owner.get());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        AppointmentTable.lock(connection, row.get().id());
        return AppointmentTable.named(connection, item.uid(), owner.get()).map(StoredRow::single);
    }

    /** Whether an item says anything that does not stand; counts it. */
    boolean changes(ReadItem item, Optional<StoredItem> standing) {
        if (standing.isEmpty()) {
            added++;
            return true;
        }
        boolean same = ItemText.write(standing.get().item()).equals(ItemText.write(item.item()));
        unchanged += same ? 1 : 0;
        changed += same ? 0 : 1;
        return !same;
    }

    /** The item under the number of what stands, where that is of the same kind. */
    Target target(ReadItem item, Optional<StoredItem> standing) {
        ItemRef.Kind kind = ItemRef.Kind.of(item.item().content());
        long id = standing.map(StoredItem::ref)
                .filter(ref -> ref.kind() == kind)
                .map(ItemRef::id)
                .orElse(0L);
        return new Target(id, 0, item.item());
    }

    ImportedCalendar result() {
        return new ImportedCalendar(added, changed, unchanged, problems);
    }
}
