package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.calendar.AppointmentTable.NewRow;
import org.tickmark.calendar.ChangeTable.ChangedItem;
import org.tickmark.calendar.Rewriting.Wanted;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.calendar.series.Rows;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/** Puts items in the place of others: rules, rows and history, in one transaction. For one change. */
final class Writing {
    private static final int YEARS_OF_ROWS = 2;

    private final Connection connection;
    private final ZoneId home;
    private final Stamp stamp;
    private final Map<ItemRef, StoredItem> before = new LinkedHashMap<>();
    private final List<ChangedItem> changed = new ArrayList<>();
    private final List<StoredItem> written = new ArrayList<>();

    /** A change of what stands. */
    Writing(Connection connection, ZoneId home, Stamp stamp, List<StoredItem> before) {
        this.connection = connection;
        this.home = home;
        this.stamp = stamp;
        before.forEach(stored -> this.before.put(stored.ref(), stored));
    }

    /** Where the rows of a series without end shall end. */
    static Instant horizon(Instant now, ZoneId home) {
        return now.atZone(home)
                .toLocalDate()
                .plusYears(YEARS_OF_ROWS)
                .atStartOfDay(home)
                .toInstant();
    }

    /**
     * An item that shall stand.
     *
     * @param id number that it has or had; 0 for a new one
     * @param hadRevision revision that it had when it stood last; 0 for a new one
     */
    record Target(long id, int hadRevision, Item item) {
        boolean isSeries() {
            return item.content() instanceof Series;
        }

        ItemRef ref() {
            return new ItemRef(ItemRef.Kind.of(item.content()), id);
        }
    }

    /**
     * Puts the targets in the place of what stands.
     *
     * @param action what the history calls it
     * @param free numbers for rows that come back, by the start that the rule gives
     */
    Saved replace(String action, List<Target> after, Map<LocalDateTime, Deque<Long>> free) throws SQLException {
        Rewriting rows = new Rewriting(connection, standingRows(), free);
        List<Long> series = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (Target target : after) {
            if (target.isSeries()) {
                long id = writeRule(target);
                series.add(id);
                wanted.addAll(rowsOf(target.item(), id));
            }
        }
        List<Target> alone = after.stream().filter(target -> !target.isSeries()).toList();
        for (Target target : alone) {
            wanted.add(rowOf(target));
        }
        List<Long> ids = rows.write(wanted);
        List<Long> singles = ids.subList(ids.size() - alone.size(), ids.size());
        for (int i = 0; i < singles.size(); i++) {
            tell(alone.get(i), singles.get(i));
        }
        List<StoredRow> deleted = rows.deleteRest();
        removeRest();
        long change = ChangeTable.insert(connection, action, stamp);
        ChangeTable.insertItems(connection, change, changed);
        ChangeTable.insertRows(connection, change, deleted);
        return new Saved(change, series, singles);
    }

    /** What stands now of what was to stand. */
    List<StoredItem> written() {
        return List.copyOf(written);
    }

    /** What was changed, once it is. */
    List<ChangedItem> changed() {
        return List.copyOf(changed);
    }

    private List<StoredRow> standingRows() throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        for (ItemRef ref : before.keySet()) {
            rows.addAll(rows(ref));
        }
        return rows;
    }

    private Collection<StoredRow> rows(ItemRef ref) throws SQLException {
        return ref.kind() == ItemRef.Kind.SERIES
                ? AppointmentTable.ofSeries(connection, ref.id())
                : AppointmentTable.find(connection, ref.id()).stream().toList();
    }

    private int revision(Target target) {
        return Optional.ofNullable(before.get(target.ref()))
                        .map(StoredItem::revision)
                        .orElse(target.hadRevision())
                + 1;
    }

    private long writeRule(Target target) throws SQLException {
        Series series = (Series) target.item().content();
        Optional<Instant> rowsUntil =
                Rows.areRolling(series) ? Optional.of(horizon(stamp.at(), home)) : Optional.empty();
        boolean stands = before.containsKey(target.ref());
        long id = RuleTable.write(connection, target.id(), stands, revision(target), target.item(), rowsUntil, stamp);
        tell(target, id);
        return id;
    }

    /** Tells the history of a target that stands under its number now. */
    private void tell(Target target, long id) throws SQLException {
        int revision = revision(target);
        StoredItem now = new StoredItem(new ItemRef(target.ref().kind(), id), revision, target.item());
        written.add(now);
        Optional<StoredItem> stood = Optional.ofNullable(before.remove(target.ref()));
        if (stood.isPresent()) {
            HourTable.rewrite(connection, now.ref(), now.item(), home);
        } else {
            HourTable.insert(connection, now.ref(), now.item(), home);
        }
        changed.add(new ChangedItem(
                now.ref(),
                stood.map(StoredItem::revision).orElse(0),
                stood.map(stored -> ItemText.write(stored.item())),
                revision));
    }

    private List<Wanted> rowsOf(Item item, long id) throws SQLException {
        return rows(connection, item, id, horizon(stamp.at(), home), home);
    }

    /** The rows that a series shall have. */
    static List<Wanted> rows(Connection connection, Item item, long id, Instant horizon, ZoneId home)
            throws SQLException {
        long associate = AssociateTable.id(connection, item.owner());
        List<Wanted> wanted = new ArrayList<>();
        for (Occurrence occurrence : Rows.of((Series) item.content(), horizon, home)) {
            RowImage image = RowImage.of(id, item.owner(), occurrence, home);
            wanted.add(new Wanted(0, new NewRow(associate, 0, image)));
        }
        return wanted;
    }

    private Wanted rowOf(Target target) throws SQLException {
        Item item = target.item();
        Occurrence occurrence = ((Single) item.content()).occurrence();
        long associate = AssociateTable.id(connection, item.owner());
        RowImage image = RowImage.of(0, item.owner(), occurrence, home);
        return new Wanted(target.id(), new NewRow(associate, revision(target), image));
    }

    /** What stood and stands no more. */
    private void removeRest() throws SQLException {
        for (StoredItem stored : before.values()) {
            changed.add(
                    new ChangedItem(stored.ref(), stored.revision(), Optional.of(ItemText.write(stored.item())), 0));
            HourTable.delete(connection, stored.ref());
            if (stored.ref().kind() == ItemRef.Kind.SERIES) {
                RuleTable.delete(connection, stored.ref().id());
            }
        }
    }
}
