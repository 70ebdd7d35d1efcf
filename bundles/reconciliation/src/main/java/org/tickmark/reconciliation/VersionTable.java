package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code recon_group_version}: each state that a group was saved in. */
final class VersionTable {
    /** What is told of versions from before they were kept. */
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static final String SELECT = "select version, saved_at, saved_by, reason, text from recon_group_version";

    private VersionTable() {}

    /**
     * A version as it is kept.
     *
     * @param number its number
     * @param savedAt when it was saved
     * @param savedBy identity of who did
     * @param reason why, where that was told
     * @param text the group
     */
    record Kept(int number, Instant savedAt, String savedBy, String reason, String text) {
        Group group() {
            return GroupText.read(text, "version " + number).groups().get(0).group();
        }

        Optional<Instant> knownSince() {
            return savedAt.equals(LONG_AGO) ? Optional.empty() : Optional.of(savedAt);
        }
    }

    static void insert(Connection connection, long groupId, Kept kept) throws SQLException {
        Sql.on(connection, """
                        insert into recon_group_version (group_id, version, saved_at, saved_by, reason, text)
                        values (?, ?, ?, ?, ?, ?)""")
                .with(groupId, kept.number(), kept.savedAt(), kept.savedBy(), kept.reason(), kept.text())
                .update();
    }

    /** Keeps a group as it is if it was saved before versions were kept. */
    static void insertIfAbsent(Connection connection, GroupTable.Saved group) throws SQLException {
        if (find(connection, group.id(), group.version()).isEmpty()) {
            insert(connection, group.id(), longAgo(group));
        }
    }

    private static Kept longAgo(GroupTable.Saved group) {
        return new Kept(group.version(), LONG_AGO, "", "", GroupText.write(List.of(group.group())));
    }

    /** The versions of a group, from the latest. */
    static List<Kept> all(Connection connection, GroupTable.Saved group) throws SQLException {
        List<Kept> kept = Sql.on(connection, SELECT + " where group_id = ? order by version desc")
                .with(group.id())
                .list(VersionTable::read);
        return kept.isEmpty() ? List.of(longAgo(group)) : kept;
    }

    /**
     * A group as it was known at a moment.
     *
     * @throws TickmarkException with code {@code rec.unknown-version} if it was not known at all
     */
    static GroupTable.Saved at(Connection connection, GroupTable.Saved group, Instant moment) throws SQLException {
        return all(connection, group).stream()
                .filter(kept -> kept.savedAt().isBefore(moment))
                .findFirst()
                .map(kept -> new GroupTable.Saved(group.id(), kept.number(), kept.group()))
                .orElseThrow(() -> Problem.error("rec.unknown-version", Texts.message("version.none-yet", group.name()))
                        .where(group.name())
                        .found(moment.toString())
                        .exception());
    }

    static Optional<Kept> find(Connection connection, long groupId, int version) throws SQLException {
        return Sql.on(connection, SELECT + " where group_id = ? and version = ?")
                .with(groupId, version)
                .first(VersionTable::read);
    }

    private static Kept read(Row row) throws SQLException {
        return new Kept(
                Math.toIntExact(row.number("version")),
                row.instant("saved_at"),
                row.text("saved_by"),
                row.text("reason"),
                row.text("text"));
    }
}
