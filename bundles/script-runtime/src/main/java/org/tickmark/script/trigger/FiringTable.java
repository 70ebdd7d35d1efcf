package org.tickmark.script.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.tickmark.api.host.script.Firing;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code script_firing}. */
public final class FiringTable {
    private static final int LONGEST = 2_000;

    private FiringTable() {}

    static void add(Connection connection, String trigger, Occasion on, Firing firing, Instant at) throws SQLException {
        String message = firing.message();
        Sql.on(connection, """
                        insert into script_firing
                          (trigger_name, topic, subject, event_id, caller, fired_at, took_ms, outcome, message)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .with(
                        trigger,
                        on.topic(),
                        on.subject(),
                        on.event(),
                        on.caller(),
                        at,
                        firing.took().toMillis(),
                        firing.outcome(),
                        message.length() > LONGEST ? message.substring(0, LONGEST) : message)
                .update();
    }

    /** Whether a trigger has been fired on this event. */
    static boolean isFired(Connection connection, String trigger, long event) throws SQLException {
        return Sql.on(connection, "select id from script_firing where trigger_name = ? and event_id = ?")
                .with(trigger, event)
                .first(row -> row.number("id"))
                .isPresent();
    }

    /** Forgets firings from before this moment; returns how many. */
    public static int forgetBefore(Connection connection, Instant moment) throws SQLException {
        return Sql.on(connection, "delete from script_firing where fired_at < ?")
                .with(moment)
                .update();
    }
}
