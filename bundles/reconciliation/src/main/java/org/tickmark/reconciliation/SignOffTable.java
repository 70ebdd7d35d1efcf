package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.SignOff.Deed;
import org.tickmark.api.host.reconciliation.SignOff.State;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code recon_sign_off}. */
final class SignOffTable {
    private static final String SELECT = """
            select id, group_id, group_name, unit_code, through, state, statement_hash, contents_hash, locked_before, prepared_by,
              prepared_at, reviewed_by, reviewed_at, closed_by, closed_at, ended_by, ended_at, reason from recon_sign_off""";

    private final Connection connection;

    SignOffTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A sign-off as it is kept.
     *
     * @param groupId key of the group
     * @param contentsHash hash of what counted on the day
     * @param lockedBefore what the group was locked through before it was closed
     * @param signOff what it is
     */
    record Saved(long groupId, String contentsHash, Optional<LocalDate> lockedBefore, SignOff signOff) {}

    /**
     * What a sign-off answers for.
     *
     * @param page the statement
     * @param hash its hash
     * @param contents hash of what counted on the day
     */
    record Statement(String page, String hash, String contents) {}

    long insert(GroupTable.Saved group, LocalDate through, Statement statement, Deed prepared) throws SQLException {
        return Sql.on(connection, """
                        insert into recon_sign_off (group_id, group_name, unit_code, through, state, statement, statement_hash,
                          contents_hash, prepared_by, prepared_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')""")
                .with(group.id(), group.name(), group.unit(), through, State.PREPARED)
                .with(statement.page(), statement.hash(), statement.contents(), prepared.by(), prepared.at())
                .insert();
    }

    Optional<Saved> find(long id) throws SQLException {
        return Sql.on(connection, SELECT + " where id = ?").with(id).first(SignOffTable::saved);
    }

    /** The sign-offs of a group, from the latest. */
    List<SignOff> all(long group) throws SQLException {
        return Sql.on(connection, SELECT + " where group_id = ? order by id desc")
                .with(group)
                .list(row -> saved(row).signOff());
    }

    String statement(long id) throws SQLException {
        return Sql.on(connection, "select statement from recon_sign_off where id = ?")
                .with(id)
                .one(row -> row.text("statement"));
    }

    void review(long id, Deed deed) throws SQLException {
        Sql.on(connection, "update recon_sign_off set state = ?, reviewed_by = ?, reviewed_at = ? where id = ?")
                .with(State.REVIEWED, deed.by(), deed.at(), id)
                .update();
    }

    void close(long id, Deed deed, Optional<LocalDate> lockedBefore) throws SQLException {
        Sql.on(connection, """
                        update recon_sign_off set state = ?, closed_by = ?, closed_at = ?, locked_before = ? where id = ?""")
                .with(State.CLOSED, deed.by(), deed.at(), lockedBefore, id)
                .update();
    }

    void end(long id, State state, Deed deed, String reason) throws SQLException {
        Sql.on(connection, "update recon_sign_off set state = ?, ended_by = ?, ended_at = ?, reason = ? where id = ?")
                .with(state, deed.by(), deed.at(), reason, id)
                .update();
    }

    private static Saved saved(Row row) throws SQLException {
        SignOff signOff = new SignOff(
                row.number("id"),
                row.text("group_name"),
                row.text("unit_code"),
                row.date("through"),
                row.choice("state", State.class),
                row.text("statement_hash"),
                deed(row, "prepared").orElseThrow(),
                deed(row, "reviewed"),
                deed(row, "closed"),
                deed(row, "ended"),
                row.text("reason"));
        return new Saved(row.number("group_id"), row.text("contents_hash"), row.optionalDate("locked_before"), signOff);
    }

    private static Optional<Deed> deed(Row row, String what) throws SQLException {
        Optional<Instant> at = row.optionalInstant(what + "_at");
        return at.isEmpty() ? Optional.empty() : Optional.of(new Deed(row.text(what + "_by"), at.get()));
    }
}
