package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The tables {@code recon_left} and {@code recon_left_entry}: what the last run of a group left open. */
final class LeftTable {
    private LeftTable() {}

    /** One row of {@code recon_left}. */
    private record Mark(long account, long lastEntry, long changes, LocalDate until) {}

    static Optional<Left> find(Connection connection, long group) throws SQLException {
        Map<Long, Long> last = new HashMap<>();
        Optional<Mark> mark = Sql.on(connection, """
            select account_id, last_entry_id, changes, until from recon_left where group_id = ?""")
                .with(group)
                .list(row -> new Mark(
                        row.number("account_id"),
                        row.number("last_entry_id"),
                        row.number("changes"),
                        row.date("until")))
                .stream()
                .peek(of -> last.put(of.account(), of.lastEntry()))
                .reduce((one, other) -> other);
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> entries = new HashSet<>();
        Sql.on(connection, "select entry_id from recon_left_entry where group_id = ?")
                .with(group)
                .each(row -> entries.add(row.number("entry_id")));
        return Optional.of(new Left(mark.get().changes(), mark.get().until(), last, entries));
    }

    /** Keeps what a run left, in place of what the one before did. */
    static void replace(Connection connection, long group, Left left) throws SQLException {
        delete(connection, group);
        try (Batch marks = Sql.batch(connection, """
            insert into recon_left (group_id, account_id, last_entry_id, changes, until) values (?, ?, ?, ?, ?)""");
                Batch entries =
                        Sql.batch(connection, "insert into recon_left_entry (group_id, entry_id) values (?, ?)")) {
            for (Map.Entry<Long, Long> last : left.lastEntries().entrySet()) {
                marks.add(group, last.getKey(), last.getValue(), left.changes(), left.until());
            }
            for (long entry : left.entries()) {
                entries.add(group, entry);
            }
            marks.finish();
            entries.finish();
        }
    }

    static void delete(Connection connection, long group) throws SQLException {
        Sql.on(connection, "delete from recon_left where group_id = ?")
                .with(group)
                .update();
        Sql.on(connection, "delete from recon_left_entry where group_id = ?")
                .with(group)
                .update();
    }
}
