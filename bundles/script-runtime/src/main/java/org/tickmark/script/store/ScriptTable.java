package org.tickmark.script.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The tables {@code script} and {@code script_version}. */
public final class ScriptTable {
    private static final String SELECT = """
        select v.number, v.definition, v.body, v.saved_by, v.saved_at
        from script s join script_version v on v.script_id = s.id
        """;

    private ScriptTable() {}

    /** The newest version of a script. */
    public static Optional<ScriptVersion> newest(Connection connection, String name) throws SQLException {
        return Sql.on(connection, SELECT + "where s.live_name = ? and v.number = s.version")
                .with(name)
                .first(ScriptTable::version);
    }

    /** A version of a script. */
    public static Optional<ScriptVersion> version(Connection connection, String name, int number) throws SQLException {
        return Sql.on(connection, SELECT + "where s.live_name = ? and v.number = ?")
                .with(name, number)
                .first(ScriptTable::version);
    }

    /** All versions of a script, the newest first. */
    public static List<ScriptVersion> versions(Connection connection, String name) throws SQLException {
        return Sql.on(connection, SELECT + "where s.live_name = ? order by v.number desc")
                .with(name)
                .list(ScriptTable::version);
    }

    /** The names of all scripts, in order. */
    public static List<String> names(Connection connection) throws SQLException {
        return Sql.on(connection, "select live_name from script where live_name is not null order by live_name")
                .list(row -> row.text("live_name"));
    }

    /**
     * The names of other scripts whose newest text names a script, in order: in quotes, as what includes or runs it does, or as a macro does that runs it.
     */
    public static List<String> naming(Connection connection, String name) throws SQLException {
        Pattern named = Pattern.compile(
                "(['\"])%1$s\\1|\\bscript:\\s*%1$s\\s*$".formatted(Pattern.quote(name)), Pattern.MULTILINE);
        return Sql.on(
                        connection,
                        SELECT
                                + "where v.number = s.version and s.live_name <> ? and v.body like ? escape '!' order"
                                + " by s.live_name")
                .with(name, Sql.containing(name))
                .list(ScriptTable::version)
                .stream()
                .map(ScriptVersion::definition)
                .filter(script -> named.matcher(script.text()).find())
                .map(ScriptDefinition::name)
                .toList();
    }

    private static ScriptVersion version(Row row) throws SQLException {
        return new ScriptVersion(
                ScriptText.readHead(row.text("definition"), row.text("body")),
                (int) row.number("number"),
                row.text("saved_by"),
                row.instant("saved_at"));
    }

    /** Adds the next version of a script, or its first; returns its number. */
    public static int add(Connection connection, ScriptDefinition definition, String by, Instant at)
            throws SQLException {
        Optional<Long> standing = Sql.on(connection, "select id from script where live_name = ? for update")
                .with(definition.name())
                .first(row -> row.number("id"));
        long id = standing.isPresent()
                ? standing.get()
                : Sql.on(connection, "insert into script (live_name, name, version) values (?, ?, 0)")
                        .with(definition.name(), definition.name())
                        .insert();
        Sql.on(connection, "update script set version = version + 1 where id = ?")
                .with(id)
                .update();
        int number = (int) Sql.on(connection, "select version from script where id = ?")
                .with(id)
                .one(row -> row.number("version"))
                .longValue();
        Sql.on(connection, """
            insert into script_version
              (script_id, number, folder, language, description, owner, definition, body, saved_by, saved_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .with(
                        id,
                        number,
                        definition.folder(),
                        definition.language(),
                        definition.description(),
                        definition.owner(),
                        ScriptText.writeHead(definition),
                        definition.text(),
                        by,
                        at)
                .update();
        return number;
    }

    /** Takes a script from its name; its versions stay. */
    public static void remove(Connection connection, String name) throws SQLException {
        Sql.on(connection, "update script set live_name = null where live_name = ?")
                .with(name)
                .update();
    }
}
