package org.tickmark.script.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code script_run}. */
public final class RunTable {
    /** The longest text kept of what a run told, in characters. */
    private static final int LONGEST = 2_000;

    private RunTable() {}

    /** Adds a run that begins; returns its key. */
    public static long begin(Connection connection, String script, int version, String cause, String caller, Instant at)
            throws SQLException {
        return Sql.on(
                        connection,
                        "insert into script_run (script, version, cause, caller, started_at) values (?, ?, ?, ?, ?)")
                .with(script, version, cause, caller, at)
                .insert();
    }

    /** Writes down how a run ended. */
    public static void end(Connection connection, long id, String outcome, String told, ScriptUsage usage, Instant at)
            throws SQLException {
        Sql.on(connection, """
                        update script_run
                        set outcome = ?, told = ?, steps = ?, took_ms = ?, memory = ?, output = ?, ended_at = ?
                        where id = ?""")
                .with(
                        outcome,
                        told.length() > LONGEST ? told.substring(0, LONGEST) : told,
                        usage.steps(),
                        usage.time().toMillis(),
                        usage.memory(),
                        usage.output(),
                        at,
                        id)
                .update();
    }

    /** Forgets runs that began before this moment; returns how many. */
    public static int forgetBefore(Connection connection, Instant moment) throws SQLException {
        return Sql.on(connection, "delete from script_run where started_at < ?")
                .with(moment)
                .update();
    }
}
