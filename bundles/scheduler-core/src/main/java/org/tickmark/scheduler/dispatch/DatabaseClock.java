package org.tickmark.scheduler.dispatch;

import java.sql.SQLException;
import java.time.Instant;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/** The clock that all nodes go by to tell whether one of them is still there. */
@FunctionalInterface
public interface DatabaseClock {
    /** The clock of the database itself; on H2 it stands still within a transaction. */
    DatabaseClock OWN = tx -> {
        String now = tx.dialect() == Tx.Dialect.H2 ? "current_timestamp" : "clock_timestamp()";
        return Sql.on(tx.connection(), "select " + now + " as now").one(row -> row.instant("now"));
    };

    /** The time now. */
    Instant now(Tx tx) throws SQLException;
}
