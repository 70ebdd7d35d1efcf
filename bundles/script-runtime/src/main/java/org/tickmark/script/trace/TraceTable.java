package org.tickmark.script.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.script.TraceSettings;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** What is traced. */
final class TraceTable {
    /** How many mails a trace sends at most. */
    private static final int MOST_NOTICES = 10;

    private TraceTable() {}

    static List<TraceSettings> enabled(Connection connection) throws SQLException {
        return Sql.on(connection, "select * from script_trace where enabled order by target")
                .list(TraceTable::settings);
    }

    private static TraceSettings settings(Row row) throws SQLException {
        return new TraceSettings(
                row.text("target"),
                row.text("description"),
                row.text("identity"),
                (int) row.number("resolution"),
                Duration.parse(row.text("keep")),
                row.number("most_bytes"),
                row.flag("only_failures"),
                row.text("notify"));
    }

    static void save(Connection connection, TraceSettings settings, String by, Instant at) throws SQLException {
        Sql.on(connection, "delete from script_trace where target = ?")
                .with(settings.target())
                .update();
        Sql.on(connection, """
            insert into script_trace (target, description, identity, resolution, keep, most_bytes, only_failures, notify, notices,
              enabled, suspended, recordings, bytes, saved_by, saved_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, true, '', 0, 0, ?, ?)\
            """)
                .with(
                        settings.target(),
                        settings.description(),
                        settings.user(),
                        settings.resolution(),
                        settings.keep().toString(),
                        settings.mostBytes(),
                        settings.onlyFailures(),
                        settings.mailTo(),
                        MOST_NOTICES,
                        by,
                        at)
                .update();
    }

    /** Switches a trace off; returns whether there was one. */
    static boolean disable(Connection connection, String target, String why) throws SQLException {
        return Sql.on(connection, "update script_trace set enabled = false, suspended = ? where target = ?")
                        .with(why, target)
                        .update()
                > 0;
    }

    /** Counts a recording; returns how many there are, and how many bytes they take. */
    static Optional<Used> count(Connection connection, String target, long bytes) throws SQLException {
        Sql.on(connection, "update script_trace set recordings = recordings + 1, bytes = bytes + ? where target = ?")
                .with(bytes, target)
                .update();
        return Sql.on(connection, "select recordings, bytes from script_trace where target = ?")
                .with(target)
                .first(row -> new Used(row.number("recordings"), row.number("bytes")));
    }

    /** Takes one of the mails that may be sent; returns whether there was one left. */
    static boolean notice(Connection connection, String target) throws SQLException {
        return Sql.on(connection, "update script_trace set notices = notices - 1 where target = ? and notices > 0")
                        .with(target)
                        .update()
                > 0;
    }

    /** How much a trace has taken since it was switched on. */
    record Used(long recordings, long bytes) {}
}
