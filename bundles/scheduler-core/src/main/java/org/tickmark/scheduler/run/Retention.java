package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/** Forgets runs that ended long ago, with their logs, and nodes and wishes of that time. The last run of a task is never forgotten. */
public final class Retention {
    private static final int AT_ONCE = 5000;

    private final Transactions transactions;
    private final Duration keepRuns;
    private final Duration keepFailures;

    /**
     * A retention.
     *
     * @param keepRuns how long runs that succeeded, and times that were dropped, are kept
     * @param keepFailures how long runs that failed are kept
     */
    public Retention(Transactions transactions, Duration keepRuns, Duration keepFailures) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.keepRuns = Objects.requireNonNull(keepRuns, "keepRuns");
        this.keepFailures = Objects.requireNonNull(keepFailures, "keepFailures");
    }

    /** Forgets what is older, in small transactions. */
    public void forgetOld(Instant now) {
        forgetRuns(now.minus(keepRuns), "state not in ('FAILED', 'TIMED_OUT', 'CANCELLED', 'LOST')");
        forgetRuns(now.minus(keepFailures), "state in ('FAILED', 'TIMED_OUT', 'CANCELLED', 'LOST')");
        Instant oldest = now.minus(keepRuns.compareTo(keepFailures) > 0 ? keepRuns : keepFailures);
        transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "delete from run_request where asked_at < ?")
                    .with(oldest)
                    .update();
            return Sql.on(tx.connection(), "delete from node where gone and lease_until < ?")
                    .with(oldest)
                    .update();
        });
    }

    private void forgetRuns(Instant endedBefore, String condition) {
        // Keys grow with time: the oldest come first, and the search ends where the first one is kept.
        long after = 0;
        List<Old> old = oldest(after);
        while (!old.isEmpty() && old.get(0).endedAt().isBefore(endedBefore)) {
            after = old.get(old.size() - 1).id();
            forget(old, endedBefore, condition);
            old = oldest(after);
        }
    }

    private record Old(long id, Instant endedAt) {}

    private List<Old> oldest(long after) {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), "select id, ended_at from run_history where id > ? order by id limit ?")
                        .with(after, AT_ONCE)
                        .list(row -> new Old(row.number("id"), row.instant("ended_at"))));
    }

    private void forget(List<Old> old, Instant endedBefore, String condition) {
        List<Long> ids = old.stream()
                .filter(run -> run.endedAt().isBefore(endedBefore))
                .map(Old::id)
                .toList();
        transactions.inTransaction(tx -> forget(tx, ids, condition));
    }

    private static int forget(Tx tx, List<Long> ids, String condition) throws SQLException {
        List<Long> going = Sql.on(
                        tx.connection(),
                        "select id from run_history where id = any(?) and " + condition
                                + " and id not in (select last_run_id from task_state where last_run_id = any(?))")
                .with(Sql.longs(ids), Sql.longs(ids))
                .list(row -> row.number("id"));
        Sql.on(tx.connection(), "delete from run_log where run_id = any(?)")
                .with(Sql.longs(going))
                .update();
        Sql.on(tx.connection(), "delete from run_starter where run_id = any(?)")
                .with(Sql.longs(going))
                .update();
        return Sql.on(tx.connection(), "delete from run_history where id = any(?)")
                .with(Sql.longs(going))
                .update();
    }
}
