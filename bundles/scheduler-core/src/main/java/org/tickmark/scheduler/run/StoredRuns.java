package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.json.JsonTexts;

/** Runs in the database. Safe for use from many threads. */
public final class StoredRuns implements Runs {
    private static final String STREAM = "tasks";
    private static final int MOST_FIGURES = 100_000;
    private static final int MOST_TOGETHER = 200;
    private static final int MOST_LATEST = 50;
    private static final long FIRST_LOOK_MILLIS = 20;
    private static final long LONGEST_LOOK_MILLIS = 500;

    private final Transactions transactions;
    private final LiveTasks tasks;
    private final RunControl control;
    private final RunQueue queue;
    private final Audit audit;
    private final Clock clock;

    /** Runs that are stopped by {@code control} and run again by {@code queue}. */
    public StoredRuns(
            Transactions transactions, LiveTasks tasks, RunControl control, RunQueue queue, Audit audit, Clock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.tasks = Objects.requireNonNull(tasks, "tasks");
        this.control = Objects.requireNonNull(control, "control");
        this.queue = Objects.requireNonNull(queue, "queue");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Optional<Run> run(Caller caller, long id) {
        caller.require(Permission.TASK_READ);
        return find(id);
    }

    private Optional<Run> find(long id) {
        return transactions.reading(tx -> OverviewTable.find(tx.connection(), id));
    }

    private Run existing(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    private static TickmarkException unknown(long id) {
        return refused("unknown").found(Long.toString(id)).exception();
    }

    private static Problem.Builder refused(String rule) {
        return Problem.error("run." + rule, Texts.message(rule)).advice(Texts.message(rule + ".advice"));
    }

    @Override
    public List<LogLine> log(Caller caller, long id, LogQuery query) {
        caller.require(Permission.TASK_READ);
        existing(id);
        return transactions.reading(tx -> LogTable.lines(tx.connection(), id, query));
    }

    @Override
    public List<Run> together(Caller caller, long id) {
        caller.require(Permission.TASK_READ);
        existing(id);
        return transactions.reading(tx -> FamilyTable.of(tx.connection(), id, MOST_TOGETHER));
    }

    @Override
    public Map<String, Duration> usual(Caller caller, Collection<String> tasks) {
        caller.require(Permission.TASK_READ);
        Map<String, List<Duration>> latest =
                transactions.reading(tx -> OverviewTable.latest(tx.connection(), tasks, MOST_LATEST));
        Map<String, Duration> usual = new TreeMap<>();
        latest.forEach(
                (task, took) -> usual.put(task, part(took.stream().sorted().toList(), 50)));
        return usual;
    }

    @Override
    public Run await(Caller caller, long id, Duration patience, CancelToken cancel) {
        caller.require(Permission.TASK_READ);
        existing(id);
        long end = System.nanoTime() + patience.toNanos();
        long pause = FIRST_LOOK_MILLIS;
        Run last = lastAttempt(id);
        while (!last.state().isFinal() && System.nanoTime() < end && !cancel.isCancelled()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            pause = Math.min(pause * 2, LONGEST_LOOK_MILLIS);
            last = lastAttempt(id);
        }
        return last;
    }

    /** An attempt and the one after it are written together: what is final and the last stays so. */
    private Run lastAttempt(long id) {
        return transactions.reading(
                tx -> OverviewTable.find(tx.connection(), OverviewTable.lastAttempt(tx.connection(), id))
                        .orElseThrow(() -> unknown(id)));
    }

    @Override
    public void cancel(Caller caller, long id, String reason) {
        caller.require(Permission.TASK_RUN);
        Run run = existing(id);
        if (run.state().isFinal() || !control.cancel(id, reason)) {
            throw refused("ended").found(Long.toString(id)).exception();
        }
        transactions.inTransaction(tx -> {
            act(tx, caller, "run.cancel", run, Map.of("reason", reason));
            return id;
        });
    }

    @Override
    public long retry(Caller caller, long id) {
        caller.require(Permission.TASK_RUN);
        Run run = existing(id);
        if (!run.state().isFailure() && !run.state().isDropped()) {
            throw refused("not-failed").found(run.state().name()).exception();
        }
        return transactions.inTransaction(tx -> {
            ActiveRun ended = HistoryTable.find(tx.connection(), id).orElseThrow(() -> unknown(id));
            LiveTask task = Optional.ofNullable(
                            tasks.now(tx, List.of(ended.taskId())).get(ended.taskId()))
                    .orElseThrow(() -> refused("task-removed").found(run.task()).exception());
            long again = queue.enqueue(tx, again(ended, task, run.state()));
            StarterTable.insert(tx.connection(), List.of(again), caller);
            act(tx, caller, "run.retry", run, Map.of("run", Long.toString(again)));
            return again;
        });
    }

    private NewRun again(ActiveRun ended, LiveTask task, RunState state) {
        return new NewRun(
                ended.taskId(),
                task.plan().revision(),
                state.isDropped() ? Cause.BACKFILL : Cause.RETRY,
                ended.occurrence(),
                state.isDropped() ? 0 : ended.firstAttempt(),
                state.isDropped() ? 1 : ended.attempt() + 1,
                ended.nominal(),
                ended.nominalEnd(),
                ended.times(),
                clock.instant(),
                task.definition().running().priority(),
                task.placementId(),
                ended.parameters().map(JsonTexts::read),
                ended.input().map(JsonTexts::read));
    }

    private void act(Tx tx, Caller caller, String action, Run run, Map<String, String> details) throws SQLException {
        audit.append(tx, caller, new Audit.Act(STREAM, action, "run/" + run.id(), details));
    }

    @Override
    public Statistics statistics(Caller caller, String task, Instant since) {
        caller.require(Permission.TASK_READ);
        List<OverviewTable.Figures> runs =
                transactions.reading(tx -> OverviewTable.figures(tx.connection(), task, since, MOST_FIGURES));
        List<Duration> took = runs.stream()
                .filter(run -> run.state() == RunState.SUCCEEDED)
                .map(OverviewTable.Figures::took)
                .sorted()
                .toList();
        List<Duration> late = runs.stream()
                .filter(run -> !run.state().isDropped())
                .map(OverviewTable.Figures::late)
                .sorted()
                .toList();
        return new Statistics(
                took.size(),
                runs.stream().filter(run -> run.state().isFailure()).count(),
                runs.stream().filter(run -> run.state().isDropped()).count(),
                part(took, 50),
                part(took, 95),
                part(late, 95));
    }

    /** What so many of 100 do not exceed. */
    private static Duration part(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    @Override
    public void verify(Tx tx, long id, long fence) throws SQLException {
        if (!RunTable.holds(tx.connection(), id, fence)) {
            throw refused("fenced").found(Long.toString(id)).exception();
        }
    }
}
