package org.tickmark.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskResult;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingEvents;

/** Tasks and their runs on an emptied database, with a node that takes what is due when a test says so. */
final class RunsFixture {
    static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    final Transactions transactions;
    final ManualClock clock = ManualClock.at(START);
    final FakeTasks tasks;
    final RecordingEvents events = new RecordingEvents(clock);
    final List<DueRow> signalled = new ArrayList<>();
    final List<Long> cancelled = new ArrayList<>();
    final Signal signal = new RecordingSignal();
    final RunQueue queue = new RunQueue(signal);
    final Claim claim;
    final Finish finish;
    final RunControl control;
    final long node;

    RunsFixture(Transactions transactions) {
        this.transactions = transactions;
        this.tasks = new FakeTasks(transactions);
        for (String table : List.of(
                "task_follows",
                "task_arrival",
                "task_pause",
                "task_state",
                "placement",
                "task",
                "due",
                "run",
                "run_lock",
                "run_turn",
                "run_starter",
                "run_request",
                "run_history",
                "run_log",
                "node",
                "scheduler")) {
            update("delete from " + table);
        }
        this.claim = new Claim(transactions, tasks, signal, clock);
        this.finish = new Finish(transactions, tasks, events, signal, clock);
        this.control = new RunControl(transactions, tasks, finish, signal, clock);
        this.node = newNode();
    }

    private final class RecordingSignal implements Signal {
        @Override
        public void due(List<DueRow> rows) {
            signalled.addAll(rows);
        }

        @Override
        public void changed() {}

        @Override
        public void cancelled(long runId, String reason) {
            cancelled.add(runId);
        }
    }

    long newNode() {
        return transactions.inTransaction(tx -> NodeTable.insert(
                tx.connection(),
                new NodeTable.NewNode("node", "1", List.of()),
                clock.instant(),
                clock.instant().plusSeconds(15)));
    }

    int update(String sql, Object... values) {
        return transactions.inTransaction(
                tx -> Sql.on(tx.connection(), sql).with(values).update());
    }

    long count(String sql, Object... values) {
        return transactions.reading(tx -> Sql.on(tx.connection(), "select count(*) as n from " + sql)
                .with(values)
                .one(row -> row.number("n")));
    }

    /** Takes what is due now. */
    List<ActiveRun> claim() {
        return claim(node).runs();
    }

    Claimed claim(long forNode) {
        return claim.claim(forNode, firstDue());
    }

    /** Takes what is due now, and for that so long. */
    List<ActiveRun> claimFor(Duration span) {
        LiveTasks slow = (tx, ids) -> {
            clock.advance(span);
            return tasks.now(tx, ids);
        };
        return new Claim(transactions, slow, signal, clock)
                .claim(node, firstDue())
                .runs();
    }

    private List<DueRow> firstDue() {
        return transactions.reading(tx -> DueTable.first(tx.connection(), FakeTasks.PLACEMENT, 1000));
    }

    ActiveRun claimOne() {
        List<ActiveRun> runs = claim();
        if (runs.size() != 1) {
            throw new AssertionError("Expected one run, found " + runs);
        }
        return runs.get(0);
    }

    void minutesLater(long minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    long startNow(long task) {
        return transactions.inTransaction(
                tx -> queue.enqueue(tx, NewRun.of(task, 1, Cause.NOW, clock.instant(), 0, FakeTasks.PLACEMENT)));
    }

    Set<Long> succeed(ActiveRun run) {
        return succeed(run, Map.of());
    }

    Set<Long> succeed(ActiveRun run, Map<String, String> data) {
        return finish.finish(List.of(Ended.succeeded(
                run, clock.instant(), TaskResult.of(Message.verbatim("done")).passing(data))));
    }

    Set<Long> end(ActiveRun run, RunState state) {
        return finish.finish(List.of(Ended.without(run, state, clock.instant(), "for a test", Map.of())));
    }

    Set<Long> fail(ActiveRun run) {
        return end(run, RunState.FAILED);
    }

    Set<Long> split(ActiveRun run, String... parts) {
        List<TaskResult.Part> list = new ArrayList<>();
        for (String part : parts) {
            list.add(new TaskResult.Part(part, Map.of("part", part)));
        }
        return finish.finish(List.of(Ended.succeeded(
                run,
                clock.instant(),
                TaskResult.of(Message.verbatim("split"))
                        .passing(Map.of("from", "parent"))
                        .splitInto(list))));
    }

    /** The history of a task as words: state, nominal time of day, times when several. */
    List<String> history(long task) {
        return transactions.reading(tx -> Sql.on(
                        tx.connection(),
                        "select state, cause, attempt, nominal_at, times from run_history where task_id = ? order by"
                                + " nominal_at, id")
                .with(task)
                .list(row -> row.text("state") + " "
                        + row.instant("nominal_at").toString().substring(11, 16)
                        + (row.number("times") > 1 ? " x" + row.number("times") : "")
                        + (row.text("cause").equals("SCHEDULE") ? "" : " " + row.text("cause"))
                        + (row.number("attempt") > 1 ? " #" + row.number("attempt") : "")));
    }
}
