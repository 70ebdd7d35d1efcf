package org.tickmark.batch;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.batch.Report.UnitLine;
import org.tickmark.kit.jdbc.Sql;

/**
 * A run that has ended, as it was kept.
 *
 * @param exitCode how it ended; empty of one that was killed
 */
record EndedRun(long id, Instant startedAt, Instant finishedAt, Optional<Long> exitCode, List<UnitLine> units) {
    /** The run of this key, or the newest one for none. */
    static Optional<EndedRun> find(Transactions transactions, Optional<Long> key) {
        return transactions.reading(tx -> {
            Optional<Long> id = key.isPresent() ? key : newest(tx);
            return id.isPresent() ? find(tx, id.get()) : Optional.empty();
        });
    }

    private static Optional<Long> newest(Tx tx) throws SQLException {
        return Sql.on(tx.connection(), "select max(id) as id from batch_run where state <> ?")
                .with(RunState.RUNNING)
                .one(row -> row.optionalNumber("id"));
    }

    private static Optional<EndedRun> find(Tx tx, long id) throws SQLException {
        List<UnitLine> units = Sql.on(tx.connection(), """
            select unit_code, files, entries, matched, open_items from batch_run_unit
            where run_id = ? order by unit_code\
            """)
                .with(id)
                .list(row -> new UnitLine(
                        row.text("unit_code"),
                        row.number("files"),
                        row.number("entries"),
                        row.number("matched"),
                        row.number("open_items")));
        return Sql.on(
                        tx.connection(),
                        "select started_at, finished_at, exit_code from batch_run where id = ? and state <> ?")
                .with(id, RunState.RUNNING)
                .first(row -> new EndedRun(
                        id,
                        row.instant("started_at"),
                        row.instant("finished_at"),
                        row.optionalNumber("exit_code"),
                        units));
    }
}
