package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.tickmark.api.Caller;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code run_starter}: who started runs. */
public final class StarterTable {
    private StarterTable() {}

    /** Keeps who started runs, unless that is known already. */
    public static void insert(Connection connection, Collection<Long> runs, Caller caller) throws SQLException {
        try (Batch batch = Sql.batch(
                connection, "insert into run_starter (run_id, caller) values (?, ?) on conflict do nothing")) {
            for (long run : runs) {
                batch.add(run, caller.identity());
            }
            batch.finish();
        }
    }
}
