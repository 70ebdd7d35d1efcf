package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.calendar.ChangeTable.ChangedItem;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.ItemText;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Single;

/** Finds items by what names them, and holds them for a change. For one transaction. */
final class Finding {
    private final Connection connection;

    Finding(Connection connection) {
        this.connection = connection;
    }

    /**
     * An item, and which of its appointments is meant.
     *
     * @param original the start that the rule gives
     */
    record Found(StoredItem stored, Moment original) {}

    Optional<Found> find(AppointmentKey key) throws SQLException {
        if (key.original().isPresent()) {
            return RuleTable.find(connection, key.number())
                    .map(StoredRule::stored)
                    .map(stored -> new Found(
                            stored, stored.item().dial().at(key.original().get())));
        }
        Optional<StoredRow> row = AppointmentTable.find(connection, key.number());
        return row.isPresent() ? ofRow(row.get()) : Optional.empty();
    }

    private Optional<Found> ofRow(StoredRow row) throws SQLException {
        if (row.image().series() == 0) {
            StoredItem stored = row.single();
            Moment original = ((Single) stored.item().content()).occurrence().original();
            return Optional.of(new Found(stored, original));
        }
        return RuleTable.find(connection, row.image().series())
                .map(StoredRule::stored)
                .map(stored ->
                        new Found(stored, stored.item().dial().at(row.image().original())));
    }

    Found require(AppointmentKey key) throws SQLException {
        return find(key).orElseThrow(() -> unknown("appointment", key.toString()));
    }

    StoredItem requireSeries(long series) throws SQLException {
        return RuleTable.find(connection, series)
                .map(StoredRule::stored)
                .orElseThrow(() -> unknown("series", Long.toString(series)));
    }

    /** As {@link #require}; nobody else changes the item until the transaction ends. */
    Found locked(AppointmentKey key) throws SQLException {
        Found found = require(key);
        while (true) {
            ItemRef locked = found.stored().ref();
            lock(locked);
            found = require(key);
            if (found.stored().ref().equals(locked)) {
                return found;
            }
        }
    }

    /** As {@link #requireSeries}; nobody else changes it until the transaction ends. */
    StoredItem lockedSeries(long series) throws SQLException {
        lock(ItemRef.series(series));
        return requireSeries(series);
    }

    /**
     * An item as a change has left it, held until the transaction ends; empty where the change has left none.
     *
     * @throws TickmarkException {@code calendar.meanwhile} if it was changed since
     */
    Optional<StoredItem> lockedAsLeft(ChangedItem left) throws SQLException {
        lock(left.ref());
        Optional<StoredItem> now = stored(left.ref());
        int revision = now.map(StoredItem::revision).orElse(0);
        if (revision != left.afterRevision()) {
            throw CalendarTexts.problem("calendar.meanwhile", "undo.meanwhile")
                    .where(left.ref().subject())
                    .exception();
        }
        return now;
    }

    private Optional<StoredItem> stored(ItemRef ref) throws SQLException {
        if (ref.kind() == ItemRef.Kind.SERIES) {
            return RuleTable.find(connection, ref.id()).map(StoredRule::stored);
        }
        return AppointmentTable.find(connection, ref.id())
                .filter(row -> row.image().series() == 0)
                .map(StoredRow::single);
    }

    private void lock(ItemRef ref) throws SQLException {
        if (ref.kind() == ItemRef.Kind.SERIES) {
            RuleTable.lock(connection, ref.id());
        } else {
            AppointmentTable.lock(connection, ref.id());
        }
    }

    /**
     * Lets a decision go on that stands on what is there.
     *
     * @throws TickmarkException {@code calendar.meanwhile} with what is different, if it stands on something else
     */
    void requireSeen(StoredItem stored, int revision) throws SQLException {
        if (revision == Edit.ANY || revision == stored.revision()) {
            return;
        }
        List<String> differences = differences(stored, revision);
        throw CalendarTexts.problem("calendar.meanwhile", "meanwhile")
                .where(stored.ref().subject())
                .found(String.join("; ", differences))
                .exception();
    }

    private List<String> differences(StoredItem stored, int revision) throws SQLException {
        Item now = stored.item();
        Optional<SortedMap<String, String>> seen = ChangeTable.atRevision(connection, stored.ref(), revision);
        return seen.map(texts -> ItemText.differences(texts, ItemText.write(now)))
                .orElse(List.of());
    }

    private static TickmarkException unknown(String what, String name) {
        return CalendarTexts.problem("calendar.unknown", what + ".unknown")
                .found(name)
                .exception();
    }
}
