package org.tickmark.script;

import java.sql.SQLException;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.script.store.ScriptTable;
import org.tickmark.script.trigger.StoredTriggers;

/** What can be traced: scripts and triggers, by {@code script/NAME} and {@code trigger/NAME}. */
final class TraceTargets {
    private TraceTargets() {}

    /** In whose name a target runs: an identity, or nothing for whoever runs it; empty if there is no such target. */
    static Optional<String> owner(Tx tx, String target) throws SQLException {
        String name = target.substring(target.indexOf('/') + 1);
        if (target.startsWith("script/")) {
            return ScriptTable.newest(tx.connection(), name)
                    .map(script -> script.definition().owner());
        }
        return target.startsWith("trigger/") ? StoredTriggers.owner(tx, name) : Optional.empty();
    }
}
