package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/** Lets runs wait for their time. Safe for use from many threads. */
public final class RunQueue {
    private final Signal signal;

    /** A queue that tells of what it takes. */
    public RunQueue(Signal signal) {
        this.signal = Objects.requireNonNull(signal, "signal");
    }

    /** Takes a run; returns its key. */
    public long enqueue(Tx tx, NewRun run) throws SQLException {
        return enqueue(tx, List.of(run)).get(0);
    }

    /** Takes runs; returns their keys, which grow in this order. */
    public List<Long> enqueue(Tx tx, List<NewRun> runs) throws SQLException {
        Numbers numbers = Numbers.take(tx, runs.size());
        List<ActiveRun> waiting = new ArrayList<>();
        List<DueRow> due = new ArrayList<>();
        for (NewRun run : runs) {
            long id = numbers.next();
            waiting.add(run.waiting(id));
            due.add(run.due(id));
        }
        RunTable.insert(tx.connection(), waiting);
        DueTable.insert(tx.connection(), due);
        tx.afterCommit(() -> signal.due(due));
        return waiting.stream().map(ActiveRun::id).toList();
    }

    /**
     * Takes a run that someone wishes, unless the same wish for the same task was taken before.
     *
     * @param request what to know the wish by; empty: a new wish
     * @param askedAt when it was made
     * @return key of the run that was taken for the wish
     */
    public long enqueue(Tx tx, NewRun run, String request, Instant askedAt) throws SQLException {
        if (request.isEmpty()) {
            return enqueue(tx, run);
        }
        int taken = Sql.on(
                        tx.connection(),
                        "insert into run_request (task_id, request, run_id, asked_at) values (?, ?, 0, ?) on conflict"
                                + " do nothing")
                .with(run.taskId(), request, askedAt)
                .update();
        if (taken == 0) {
            return Sql.on(tx.connection(), "select run_id from run_request where task_id = ? and request = ?")
                    .with(run.taskId(), request)
                    .one(row -> row.number("run_id"));
        }
        long id = enqueue(tx, run);
        Sql.on(tx.connection(), "update run_request set run_id = ? where task_id = ? and request = ?")
                .with(id, run.taskId(), request)
                .update();
        return id;
    }

    /** Lets the runs of tasks go on that were put off because these were paused. */
    public void resume(Tx tx, Collection<Long> tasks, Instant now) throws SQLException {
        Sql.on(tx.connection(), """
            update due set due_at = ?
            where id in (select id from run where put_off and task_id = any(?))\
            """).with(now, Sql.longs(tasks)).update();
        tx.afterCommit(signal::changed);
    }
}
