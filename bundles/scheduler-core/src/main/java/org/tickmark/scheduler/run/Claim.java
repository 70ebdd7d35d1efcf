package org.tickmark.scheduler.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.host.Transactions;

/**
 * Hands what is due to a node, many rows in one transaction. What the schedule of a task drops gets its row in the history, what
 * starts gets its locks and the right to work, and the schedule its next time, all or nothing. Safe for use from many threads.
 */
public final class Claim {
    private final Transactions transactions;
    private final LiveTasks tasks;
    private final Signal signal;
    private final Clock clock;

    /** A way to claim; {@code signal} hears of runs that are to make way for others. */
    public Claim(Transactions transactions, LiveTasks tasks, Signal signal, Clock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.tasks = Objects.requireNonNull(tasks, "tasks");
        this.signal = Objects.requireNonNull(signal, "signal");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Claims what is due of these rows; rows that another node holds, or that have changed, are passed over.
     *
     * @param rows none twice, the most urgent first
     * @throws NodeGoneException if the node has lost its lease
     */
    public Claimed claim(long nodeId, List<DueRow> rows) {
        return transactions.inTransaction(tx -> {
            if (SchedulerTable.held(tx.connection()).isPresent()) {
                return Claimed.HELD;
            }
            Instant now = clock.instant();
            ClaimBatch batch = new ClaimBatch(tx, tasks, nodeId, now, clock);
            List<DueRow> due =
                    rows.stream().filter(row -> !row.dueAt().isAfter(now)).toList();
            Claimed claimed = batch.claim(due);
            NodeTable.verify(tx, nodeId);
            tx.afterCommit(() -> batch.replaced().forEach(id -> signal.cancelled(id, ClaimBatch.REPLACED)));
            return claimed;
        });
    }

    /** Runs that the node has, and does not know of because it never heard that a claim of its was committed. */
    public List<ActiveRun> unheard(long nodeId, Set<Long> known) {
        return transactions.reading(tx -> {
            List<ActiveRun> runs = RunTable.ofNodes(tx.connection(), List.of(nodeId), Integer.MAX_VALUE).stream()
                    .filter(run -> !known.contains(run.id()))
                    .toList();
            return withTasks(
                    runs, tasks.now(tx, runs.stream().map(ActiveRun::taskId).collect(Collectors.toSet())));
        });
    }

    private static List<ActiveRun> withTasks(List<ActiveRun> runs, Map<Long, LiveTask> live) {
        return runs.stream()
                .filter(run -> live.containsKey(run.taskId()))
                .map(run -> run.of(live.get(run.taskId())))
                .toList();
    }
}
