package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** Reads and writes the history: {@code calendar_change} and what belongs to it. */
final class ChangeTable {
    private ChangeTable() {}

    /**
     * An item before and after a change.
     *
     * @param beforeRevision 0 where there was none
     * @param before its texts; empty where there was none
     * @param afterRevision 0 where there is none any more
     */
    record ChangedItem(
            ItemRef ref, int beforeRevision, Optional<SortedMap<String, String>> before, int afterRevision) {}

    static long insert(Connection connection, String action, Stamp stamp) throws SQLException {
        return Sql.on(connection, "INSERT INTO calendar_change (made_at, associate_id, action) VALUES (?, ?, ?)")
                .with(stamp.at(), stamp.associate(), action)
                .insert("change_id");
    }

    static void insertItems(Connection connection, long change, List<ChangedItem> items) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
                INSERT INTO calendar_change_item (change_id, kind, item_id, before_revision, before_state, after_revision)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (ChangedItem item : items) {
                batch.add(
                        change,
                        item.ref().kind(),
                        item.ref().id(),
                        item.beforeRevision(),
                        item.before().map(JsonTexts::write),
                        item.afterRevision());
            }
            batch.finish();
        }
    }

    static void insertRows(Connection connection, long change, List<StoredRow> deleted) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
                INSERT INTO calendar_change_row (change_id, appointment_id, original_start_date) VALUES (?, ?, ?)
                """)) {
            for (StoredRow row : deleted) {
                batch.add(change, row.id(), row.image().original());
            }
            batch.finish();
        }
    }

    static List<ChangedItem> items(Connection connection, long change) throws SQLException {
        return Sql.on(connection, """
                        SELECT kind, item_id, before_revision, before_state, after_revision
                        FROM calendar_change_item WHERE change_id = ? ORDER BY kind, item_id
                        """).with(change).list(ChangeTable::read);
    }

    private static ChangedItem read(Row row) throws SQLException {
        return new ChangedItem(
                new ItemRef(row.choice("kind", ItemRef.Kind.class), row.number("item_id")),
                (int) row.number("before_revision"),
                row.optionalText("before_state").map(JsonTexts::read),
                (int) row.number("after_revision"));
    }

    /** The numbers of the rows that a change deleted, by the start that the rule gave. */
    static Map<LocalDateTime, Deque<Long>> deletedRows(Connection connection, long change) throws SQLException {
        Map<LocalDateTime, Deque<Long>> rows = new HashMap<>();
        Sql.on(connection, """
                        SELECT appointment_id, original_start_date FROM calendar_change_row
                        WHERE change_id = ? ORDER BY appointment_id
                        """).with(change).each(row -> rows.computeIfAbsent(
                        row.wallClock("original_start_date"), any -> new ArrayDeque<>())
                .add(row.number("appointment_id")));
        return rows;
    }

    /** The texts that an item had at a revision, where a later change has kept them. */
    static Optional<SortedMap<String, String>> atRevision(Connection connection, ItemRef ref, int revision)
            throws SQLException {
        return Sql.on(connection, """
                        SELECT before_state FROM calendar_change_item
                        WHERE kind = ? AND item_id = ? AND before_revision = ? AND before_state IS NOT NULL
                        """)
                .with(ref.kind(), ref.id(), revision)
                .first(row -> JsonTexts.read(row.text("before_state")));
    }
}
