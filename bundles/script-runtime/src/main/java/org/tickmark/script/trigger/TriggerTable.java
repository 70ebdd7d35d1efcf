package org.tickmark.script.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code script_trigger}. */
public final class TriggerTable {
    private TriggerTable() {}

    static Optional<TriggerDefinition> trigger(Connection connection, String name) throws SQLException {
        return Sql.on(connection, "select definition from script_trigger where name = ?")
                .with(name)
                .first(row -> TriggerText.readOne(row.text("definition")));
    }

    /** All triggers, by name. */
    static List<TriggerDefinition> all(Connection connection) throws SQLException {
        return Sql.on(connection, "select definition from script_trigger order by name")
                .list(row -> TriggerText.readOne(row.text("definition")));
    }

    /** The names of the triggers that run a script, in order. */
    public static List<String> running(Connection connection, String script) throws SQLException {
        return all(connection).stream()
                .filter(trigger -> trigger.scripts().contains(script))
                .map(TriggerDefinition::name)
                .toList();
    }

    /**
     * Saves a trigger in place of what it was.
     *
     * @param suspended why the loop guard switches it off; empty if it does not
     */
    static void save(Connection connection, TriggerDefinition definition, String suspended, String by, Instant at)
            throws SQLException {
        remove(connection, definition.name());
        Sql.on(connection, """
            insert into script_trigger
              (name, topic, phase, priority, enabled, suspended, owner, definition, saved_by, saved_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .with(
                        definition.name(),
                        definition.topic(),
                        definition.phase(),
                        definition.priority(),
                        definition.enabled(),
                        suspended,
                        definition.owner(),
                        TriggerText.writeOne(definition),
                        by,
                        at)
                .update();
    }

    static void remove(Connection connection, String name) throws SQLException {
        Sql.on(connection, "delete from script_trigger where name = ?")
                .with(name)
                .update();
    }
}
