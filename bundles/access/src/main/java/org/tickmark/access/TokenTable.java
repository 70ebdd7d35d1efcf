package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Permission;
import org.tickmark.api.host.access.Token;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code token}. */
final class TokenTable {
    private static final String SELECT =
            "SELECT id, user_name, label, hash, permissions, created_at, expires_at, last_used FROM token ";

    private TokenTable() {}

    /** A token with the hash of its secret. */
    record Kept(Token token, String hash) {}

    static void insert(Connection connection, Kept kept) throws SQLException {
        Token token = kept.token();
        Sql.on(connection, """
                        INSERT INTO token (id, user_name, label, hash, permissions, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(
                        token.id(),
                        token.user(),
                        token.label(),
                        kept.hash(),
                        token.permissions().stream()
                                .map(Permission::name)
                                .sorted()
                                .collect(Collectors.joining("\n")),
                        token.createdAt(),
                        token.expiresAt())
                .update();
    }

    /** Those that have not ended, the newest first. */
    static List<Token> all(Connection connection, Instant now) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE expires_at > ? ORDER BY created_at DESC, id")
                .with(now)
                .list(row -> read(row).token());
    }

    static Optional<Kept> find(Connection connection, String id) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE id = ?").with(id).first(TokenTable::read);
    }

    static void used(Connection connection, String id, Instant now) throws SQLException {
        Sql.on(connection, "UPDATE token SET last_used = ? WHERE id = ?")
                .with(now, id)
                .update();
    }

    static void delete(Connection connection, String id) throws SQLException {
        Sql.on(connection, "DELETE FROM token WHERE id = ?").with(id).update();
    }

    static void deleteOf(Connection connection, String user) throws SQLException {
        Sql.on(connection, "DELETE FROM token WHERE user_name = ?").with(user).update();
    }

    /** Removes those that ended before a moment. */
    static void deleteEnded(Connection connection, Instant before) throws SQLException {
        Sql.on(connection, "DELETE FROM token WHERE expires_at < ?")
                .with(before)
                .update();
    }

    private static Kept read(Row row) throws SQLException {
        return new Kept(
                new Token(
                        row.text("id"),
                        row.text("user_name"),
                        row.text("label"),
                        row.text("permissions").lines().map(Permission::new).collect(Collectors.toSet()),
                        row.instant("created_at"),
                        row.instant("expires_at"),
                        row.optionalInstant("last_used")),
                row.text("hash"));
    }
}
