package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Wording;

/** The table {@code recon_exclusion}: entries that are left out. */
final class ExclusionTable {
    private final Connection connection;

    ExclusionTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Who left an entry out, when and why.
     *
     * @param at when
     * @param by identity of who did
     * @param reason why
     */
    record Exclusion(Instant at, String by, String reason) {
        /** Why the entry is open. */
        Message message() {
            return Texts.message("reason.excluded", by, Wording.date(Moments.day(at)), reason);
        }
    }

    /** The entries of a group that are left out. */
    Map<Long, Exclusion> standing(long groupId, Known known) throws SQLException {
        Map<Long, Exclusion> found = new HashMap<>();
        Sql.on(connection, """
                        select entry_id, reason, excluded_at, excluded_by from recon_exclusion
                        where group_id = ? and\s""" + known.holds("excluded_at", "included_at"))
                .with(groupId)
                .with(known.holding())
                .each(row -> found.put(
                        row.number("entry_id"),
                        new Exclusion(row.instant("excluded_at"), row.text("excluded_by"), row.text("reason"))));
        return found;
    }

    void insert(long groupId, long entry, Exclusion exclusion) throws SQLException {
        GroupTable.change(connection, groupId);
        Sql.on(connection, """
                        insert into recon_exclusion (group_id, entry_id, live_entry_id, reason, excluded_at, excluded_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .with(groupId, entry, entry, exclusion.reason(), exclusion.at(), exclusion.by())
                .update();
    }

    /** Lets an entry in again; returns whether it was left out. */
    boolean end(long groupId, long entry, Exclusion end) throws SQLException {
        GroupTable.change(connection, groupId);
        return Sql.on(connection, """
                        update recon_exclusion set live_entry_id = null, included_at = ?, included_by = ?, include_reason = ?
                        where group_id = ? and live_entry_id = ?""")
                        .with(end.at(), end.by(), end.reason(), groupId, entry)
                        .update()
                == 1;
    }
}
