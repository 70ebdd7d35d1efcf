package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code calendar_feed}, and what feeds look for. */
final class FeedTable {
    private static final String SELECT = """
            SELECT feed_id, label, owner, days_back, days_ahead, made_by, created_at, expires_at, last_used FROM calendar_feed
            """;

    private FeedTable() {}

    /** Adds a feed; tells its number. */
    static long insert(Connection connection, Feed feed, String hash) throws SQLException {
        return Sql.on(connection, """
                        INSERT INTO calendar_feed (label, hash, owner, days_back, days_ahead, made_by, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(feed.label(), hash, feed.owner(), feed.daysBack(), feed.daysAhead())
                .with(feed.madeBy(), feed.createdAt(), feed.expiresAt())
                .insert("feed_id");
    }

    /** Those that have not ended, the newest first. */
    static List<Feed> all(Connection connection, Instant now) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE expires_at > ? ORDER BY feed_id DESC")
                .with(now)
                .list(FeedTable::read);
    }

    static Optional<Feed> find(Connection connection, long id, Instant now) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE feed_id = ? AND expires_at > ?")
                .with(id, now)
                .first(FeedTable::read);
    }

    /** The one whose secret has this hash. */
    static Optional<Feed> withHash(Connection connection, String hash, Instant now) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE hash = ? AND expires_at > ?")
                .with(hash, now)
                .first(FeedTable::read);
    }

    static void used(Connection connection, long id, Instant now) throws SQLException {
        Sql.on(connection, "UPDATE calendar_feed SET last_used = ? WHERE feed_id = ?")
                .with(now, id)
                .update();
    }

    static void delete(Connection connection, long id) throws SQLException {
        Sql.on(connection, "DELETE FROM calendar_feed WHERE feed_id = ?")
                .with(id)
                .update();
    }

    static void deleteEnded(Connection connection, Instant now) throws SQLException {
        Sql.on(connection, "DELETE FROM calendar_feed WHERE expires_at <= ?")
                .with(now)
                .update();
    }

    private static Feed read(Row row) throws SQLException {
        return new Feed(
                row.number("feed_id"),
                row.text("label"),
                row.optionalText("owner"),
                (int) row.number("days_back"),
                (int) row.number("days_ahead"),
                row.text("made_by"),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.optionalInstant("last_used"));
    }

    /** When each of some items last changed. */
    static Map<Long, Instant> changed(Connection connection, ItemRef.Kind kind, Collection<Long> ids)
            throws SQLException {
        Map<Long, Instant> changed = new HashMap<>();
        Sql.on(connection, """
                        SELECT i.item_id, MAX(c.made_at) AS changed
                        FROM calendar_change_item i JOIN calendar_change c ON c.change_id = i.change_id
                        WHERE i.kind = ? AND i.item_id = ANY(?) GROUP BY i.item_id
                        """)
                .with(kind)
                .with(Sql.longs(ids))
                .each(row -> changed.put(row.number("item_id"), row.instant("changed")));
        return changed;
    }

    /** When anything last changed; empty where nothing ever did. */
    static Optional<Instant> lastChange(Connection connection) throws SQLException {
        return Sql.on(connection, "SELECT MAX(made_at) AS changed FROM calendar_change")
                .one(row -> row.optionalInstant("changed"));
    }
}
