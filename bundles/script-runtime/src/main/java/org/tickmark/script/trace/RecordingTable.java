package org.tickmark.script.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.kit.jdbc.Sql;

/** Recordings that are kept. */
public final class RecordingTable {
    private static final int LONGEST = 1_000;

    private RecordingTable() {}

    /**
     * A recording to be kept.
     *
     * @param owner who else may not read it; empty if whoever may debug may
     */
    record Kept(
            String target,
            ScriptResult result,
            String owner,
            String caller,
            Instant startedAt,
            Instant expiresAt,
            String told,
            long statements) {}

    /** Keeps a recording, as {@link TraceFile#toBytes} wrote it. */
    static long add(Connection connection, Kept kept, byte... content) throws SQLException {
        ScriptResult result = kept.result();
        return Sql.on(connection, """
            insert into script_recording (target, script, version, run, owner, caller, started_at, took_ms, outcome, told, statements, memory,
              bytes, expires_at, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .with(
                        kept.target(),
                        result.script(),
                        result.version(),
                        result.run(),
                        kept.owner(),
                        kept.caller(),
                        kept.startedAt(),
                        result.usage().time().toMillis(),
                        result.end().outcome().name(),
                        kept.told().length() > LONGEST ? kept.told().substring(0, LONGEST) : kept.told(),
                        kept.statements(),
                        result.usage().memory(),
                        content.length,
                        kept.expiresAt(),
                        content)
                .insert();
    }

    /** A recording, and whose it is. */
    static Optional<Found> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, "select owner, script, content from script_recording where id = ?")
                .with(id)
                .first(row -> new Found(row.text("owner"), row.text("script"), TraceFile.read(row.bytes("content"))));
    }

    static void forget(Connection connection, long id) throws SQLException {
        Sql.on(connection, "delete from script_recording where id = ?").with(id).update();
    }

    /** Forgets those whose time is over; returns how many. */
    public static int forgetExpired(Connection connection, Instant now) throws SQLException {
        return Sql.on(connection, "delete from script_recording where expires_at < ?")
                .with(now)
                .update();
    }

    /** A recording that was found. */
    record Found(String owner, String script, TraceFile file) {}
}
