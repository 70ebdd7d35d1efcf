package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.plan.Due;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.run.NewRun;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.StarterTable;

/** Starts tasks by wish. Safe for use from many threads. */
final class Starting {
    private final Transactions transactions;
    private final RunQueue queue;
    private final TaskJournal journal;
    private final TaskRules rules;
    private final Clock clock;

    Starting(Transactions transactions, RunQueue queue, TaskJournal journal, TaskRules rules, Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /** Starts a task now; the same wish starts it once. */
    long start(Caller caller, String name, Map<String, String> parameters, String request) {
        return transactions.inTransaction(tx -> {
            StandingTask task = standing(tx.connection(), name);
            rules.checkParameters(task.definition().executor(), parameters, false);
            Optional<Long> started = started(tx.connection(), task.id(), request);
            if (started.isPresent()) {
                return started.get();
            }
            NewRun run = newRun(task, Cause.NOW, clock.instant()).with(parameters);
            long id = queue.enqueue(tx, run, request, clock.instant());
            StarterTable.insert(tx.connection(), List.of(id), caller);
            journal.done(tx, caller, "started", List.of(name), Map.of("run", String.valueOf(id), "request", request));
            return id;
        });
    }

    /** The run that was taken for a wish; nothing is told of it a second time. */
    private static Optional<Long> started(Connection connection, long task, String request) throws SQLException {
        return Sql.on(connection, "select run_id from run_request where task_id = ? and request = ?")
                .with(task, request)
                .first(row -> row.number("run_id"));
    }

    /** Lets a task run for times of the past. */
    List<Long> backfill(Caller caller, String name, Instant fromInclusive, Instant toExclusive, int most) {
        Instant now = clock.instant();
        if (toExclusive.isAfter(now)) {
            throw TaskProblems.refused("backfill-future")
                    .found(toExclusive.toString())
                    .exception();
        }
        return transactions.inTransaction(tx -> {
            StandingTask task = standing(tx.connection(), name);
            List<Instant> times = missing(tx.connection(), task, fromInclusive, toExclusive, most);
            List<Long> ids = queue.enqueue(
                    tx,
                    times.stream()
                            .map(time -> newRun(task, Cause.BACKFILL, time))
                            .toList());
            StarterTable.insert(tx.connection(), ids, caller);
            journal.done(
                    tx,
                    caller,
                    "backfilled",
                    List.of(name),
                    Map.of(
                            "from", fromInclusive.toString(),
                            "to", toExclusive.toString(),
                            "runs", String.valueOf(ids.size())));
            return ids;
        });
    }

    private static StandingTask standing(Connection connection, String name) throws SQLException {
        return TaskTable.named(connection, name).orElseThrow(() -> TaskProblems.unknown(name));
    }

    private static NewRun newRun(StandingTask task, Cause cause, Instant nominal) {
        TaskDefinition definition = task.definition();
        return NewRun.of(
                task.id(), task.revision(), cause, nominal, definition.running().priority(), task.placementId());
    }

    /** The times of the schedule for which no run began or waits, the oldest first. */
    private static List<Instant> missing(Connection connection, StandingTask task, Instant from, Instant end, int most)
            throws SQLException {
        if (task.definition().timing().schedule().isEmpty()) {
            throw TaskProblems.refused("backfill-no-schedule")
                    .found(task.name())
                    .exception();
        }
        Covered covered = new Covered(known(connection, task.id(), from, end));
        List<Instant> times = new ArrayList<>();
        Plan plan = task.plan();
        Optional<Due> due = plan.firstRun(from);
        while (due.isPresent() && due.get().nominal().isBefore(end)) {
            Instant time = due.get().nominal();
            if (!covered.contains(time)) {
                times.add(time);
            }
            if (times.size() > most) {
                throw TaskProblems.refused("backfill-too-much")
                        .found("> " + most)
                        .expected("<= " + most)
                        .exception();
            }
            due = plan.firstRun(time.plusSeconds(1));
        }
        return times;
    }

    private static List<Span> known(Connection connection, long task, Instant from, Instant end) throws SQLException {
        List<Span> known =
                new ArrayList<>(Sql.on(connection, """
                    select nominal_at, nominal_end_at from run_history
                    where task_id = ? and cause in ('SCHEDULE', 'BACKFILL') and claimed_at is not null
                      and nominal_end_at >= ? and nominal_at < ?\
                    """).with(task, from, end).list(Starting::span));
        known.addAll(Sql.on(connection, """
            select nominal_at, nominal_end_at from run
            where task_id = ? and cause in ('SCHEDULE', 'BACKFILL') and nominal_end_at >= ? and nominal_at < ?\
            """).with(task, from, end).list(Starting::span));
        return known;
    }

    private static Span span(Row row) throws SQLException {
        return new Span(row.instant("nominal_at"), row.instant("nominal_end_at"));
    }

    /** The moments that a run stands for. */
    private record Span(Instant first, Instant last) {}

    /** Tells of times in order whether a run stands for them. */
    private static final class Covered {
        private final PriorityQueue<Span> ahead = new PriorityQueue<>(Comparator.comparing(Span::first));
        private Instant coveredUntil = Instant.MIN;

        Covered(List<Span> spans) {
            ahead.addAll(spans);
        }

        boolean contains(Instant time) {
            while (!ahead.isEmpty() && !ahead.peek().first().isAfter(time)) {
                Instant last = ahead.remove().last();
                coveredUntil = last.isAfter(coveredUntil) ? last : coveredUntil;
            }
            return !time.isAfter(coveredUntil);
        }
    }
}
