package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code app_user}. */
final class UserTable {
    private static final String SELECT =
            "SELECT name, full_name, email, roles, units, language, password, lock_reason, created_at, last_sign_in, version FROM app_user ";

    private UserTable() {}

    /** A user with what is kept of their password. */
    record Kept(UserStatus status, Optional<String> password) {}

    /** Keeps others from changing users until the transaction ends. */
    static void hold(Connection connection) throws SQLException {
        Sql.on(connection, "SELECT id FROM app_user_guard FOR UPDATE").one(row -> row.number("id"));
    }

    static List<UserStatus> all(Connection connection) throws SQLException {
        return Sql.on(connection, SELECT + "ORDER BY name")
                .list(row -> read(row).status());
    }

    static Optional<Kept> find(Connection connection, String name) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE name = ?").with(name).first(UserTable::read);
    }

    static void insert(Connection connection, User user, Instant now) throws SQLException {
        Sql.on(connection, """
                        INSERT INTO app_user (full_name, email, roles, units, language, name, created_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                        """).with(definition(user)).with(now).update();
    }

    /** Changes what is told of a user; {@code closing} ends what was opened before. */
    static void update(Connection connection, User user, boolean closing) throws SQLException {
        Sql.on(
                        connection,
                        "UPDATE app_user SET full_name = ?, email = ?, roles = ?, units = ?, language = ?"
                                + raised(closing) + " WHERE name = ?")
                .with(definition(user))
                .update();
    }

    private static String raised(boolean closing) {
        return closing ? ", version = version + 1" : "";
    }

    private static Object[] definition(User user) {
        return new Object[] {
            user.fullName(),
            user.email(),
            user.roles().stream().map(Role::title).collect(Collectors.joining("\n")),
            String.join("\n", user.units()),
            user.language().map(Locale::toLanguageTag).orElse(""),
            user.name()
        };
    }

    /** Keeps a password; {@code closing} ends what was opened with the one before. */
    static void changePassword(Connection connection, String name, String kept, boolean closing) throws SQLException {
        Sql.on(connection, "UPDATE app_user SET password = ?" + raised(closing) + " WHERE name = ?")
                .with(kept, name)
                .update();
    }

    static void lock(Connection connection, String name, Optional<String> reason) throws SQLException {
        Sql.on(connection, "UPDATE app_user SET lock_reason = ?, version = version + 1 WHERE name = ?")
                .with(reason, name)
                .update();
    }

    static void signedIn(Connection connection, String name, Instant now) throws SQLException {
        Sql.on(connection, "UPDATE app_user SET last_sign_in = ? WHERE name = ?")
                .with(now, name)
                .update();
    }

    static void delete(Connection connection, String name) throws SQLException {
        Sql.on(connection, "DELETE FROM app_user WHERE name = ?").with(name).update();
    }

    private static Kept read(Row row) throws SQLException {
        User user = new User(
                row.text("name"),
                row.text("full_name"),
                row.text("email"),
                roles(row.text("roles")),
                new TreeSet<>(row.text("units").lines().toList()),
                Optional.of(row.text("language")).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag));
        Optional<String> password = row.optionalText("password");
        return new Kept(
                new UserStatus(
                        user,
                        row.optionalText("lock_reason"),
                        password.isPresent(),
                        row.instant("created_at"),
                        row.optionalInstant("last_sign_in"),
                        row.number("version")),
                password);
    }

    private static Set<Role> roles(String lines) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        lines.lines().forEach(title -> Role.titled(title).ifPresent(roles::add));
        return roles;
    }
}
