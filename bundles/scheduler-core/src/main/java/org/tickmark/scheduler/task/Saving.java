package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.scheduler.run.DroppedTimes;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.scheduler.run.Turns;
import org.tickmark.scheduler.task.ChainTable.Edge;
import org.tickmark.scheduler.task.Changes.Change;
import org.tickmark.scheduler.task.TaskTable.Saved;
import org.tickmark.scheduler.task.TaskText.Told;

/**
 * Saves definitions, all or none, in one transaction: the task and its revision, what it follows, and its next time. Safe for use from
 * many threads.
 */
final class Saving {
    private final Transactions transactions;
    private final TaskJournal journal;
    private final TaskRules rules;
    private final Signal signal;
    private final Clock clock;

    Saving(Transactions transactions, TaskJournal journal, TaskRules rules, Signal signal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.rules = rules;
        this.signal = signal;
        this.clock = clock;
    }

    /** What would come of saving these, without doing it. */
    List<Problem> tried(Caller caller, List<Told> told, Map<String, Optional<Kept>> kept) {
        return transactions.reading(tx -> {
            Checking checking = new Checking(tx.connection(), caller, rules, kept, now());
            return checking.warnings(checking.check(told));
        });
    }

    /**
     * Saves these.
     *
     * @param kept what other bundles have told of the times that the schedules name
     */
    List<Problem> save(Caller caller, List<Told> told, Map<String, Optional<Kept>> kept) {
        return transactions.inTransaction(tx -> {
            hold(tx.connection(), told);
            return save(tx, caller, told, kept);
        });
    }

    /** Saves a task as it is, with what another bundle has told of its times. */
    void refresh(Caller caller, String name, Map<String, Optional<Kept>> kept) {
        transactions.inTransaction(tx -> {
            TaskTable.hold(tx.connection(), List.of(name));
            Optional<StandingTask> task = TaskTable.named(tx.connection(), name);
            return task.isEmpty()
                    ? List.of()
                    : save(tx, caller, List.of(new Told(task.get().definition(), "")), kept);
        });
    }

    /**
     * Saves what a change makes of the definition that holds; the times of its schedule stay as they are known.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code task.unknown} if there is no such task
     */
    List<Problem> change(Caller caller, String name, UnaryOperator<TaskDefinition> change) {
        return transactions.inTransaction(tx -> {
            TaskTable.hold(tx.connection(), List.of(name));
            TaskDefinition before = TaskTable.named(tx.connection(), name)
                    .orElseThrow(() -> TaskProblems.unknown(name))
                    .definition();
            return save(tx, caller, List.of(new Told(change.apply(before), "")), Map.of());
        });
    }

    private List<Problem> save(Tx tx, Caller caller, List<Told> told, Map<String, Optional<Kept>> kept)
            throws SQLException {
        Instant now = now();
        Checking checking = new Checking(tx.connection(), caller, rules, kept, now);
        Changes changes = checking.check(told);
        List<Problem> warnings = checking.warnings(changes);
        write(tx, caller, changes, now);
        return warnings;
    }

    /** Keeps others from changing the same tasks meanwhile, and any chain, where one may change. */
    private static void hold(Connection connection, List<Told> told) throws SQLException {
        if (told.stream().anyMatch(one -> one.definition().after().isPresent())) {
            ChainTable.hold(connection);
        }
        TaskTable.hold(
                connection, told.stream().map(one -> one.definition().name()).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void write(Tx tx, Caller caller, Changes changes, Instant now) throws SQLException {
        if (changes.real().isEmpty()) {
            return;
        }
        Connection connection = tx.connection();
        Placements placements = Placements.of(
                connection, changes.real().stream().map(Change::definition).toList());
        Saved by = new Saved(caller.identity(), now);
        Map<String, StandingTask> saved = inserted(connection, changes.added(), placements, by);
        saved.putAll(updated(connection, changes.altered(), placements, by));
        KeptTable.replace(connection, saved.values());
        ChainTable.replace(
                connection,
                changes.real().stream()
                        .filter(Saving::touchesChain)
                        .map(change -> saved.get(change.definition().name()).id())
                        .toList(),
                edges(changes, saved));
        List<DueRow> due = dueRows(tx, changes, saved, now);
        lookAnew(tx, changes.altered(), now);
        journal.saved(tx, caller, changes);
        boolean onlyAdded = changes.altered().isEmpty();
        tx.afterCommit(() -> {
            if (onlyAdded) {
                signal.due(due);
            } else {
                signal.changed();
            }
        });
    }

    private static Map<String, StandingTask> inserted(
            Connection connection, List<Change> added, Placements placements, Saved by) throws SQLException {
        Map<String, Long> ids = TaskTable.insert(connection, added, placements, by);
        Map<String, StandingTask> inserted = new HashMap<>();
        for (Change change : added) {
            TaskDefinition definition = change.definition();
            inserted.put(
                    change.name(),
                    new StandingTask(
                            ids.get(change.name()), 1, definition, change.kept(), by.at(), placements.of(definition)));
        }
        return inserted;
    }

    private static Map<String, StandingTask> updated(
            Connection connection, List<Change> altered, Placements placements, Saved by) throws SQLException {
        TaskTable.update(connection, altered, placements, by);
        return altered.stream()
                .map(change -> {
                    StandingTask before = change.standing().orElseThrow();
                    return new StandingTask(
                            before.id(),
                            before.revision() + 1,
                            change.definition(),
                            change.kept(),
                            by.at(),
                            placements.of(change.definition()));
                })
                .collect(Collectors.toMap(StandingTask::name, task -> task));
    }

    private static void lookAnew(Tx tx, List<Change> altered, Instant now) throws SQLException {
        for (Change change : altered) {
            StandingTask task = change.standing().orElseThrow();
            Running before = task.definition().running();
            Running after = change.definition().running();
            if (before.whenBusy() != after.whenBusy() || !before.key().equals(after.key())) {
                Turns.lookAnew(tx, task.id(), before.key().orElse(""), now);
            }
        }
    }

    private static boolean touchesChain(Change change) {
        return !change.definition().after().equals(change.standing().flatMap(task -> task.definition()
                .after()));
    }

    private static List<Edge> edges(Changes changes, Map<String, StandingTask> saved) {
        Map<String, Long> ids = new HashMap<>();
        changes.all().forEach(change -> change.standing().ifPresent(task -> ids.put(task.name(), task.id())));
        saved.forEach((name, task) -> ids.put(name, task.id()));
        List<Edge> edges = new ArrayList<>();
        for (Change change :
                changes.real().stream().filter(Saving::touchesChain).toList()) {
            long id = ids.get(change.definition().name());
            change.definition().after().ifPresent(after -> after.tasks().forEach(parent -> {
                long parentId = ids.containsKey(parent)
                        ? ids.get(parent)
                        : changes.other(parent).orElseThrow().id();
                edges.add(new Edge(id, parentId));
            }));
        }
        return edges;
    }

    /** A task whose times stay the same goes on where it was; any other begins now, and what was due before is dropped. */
    private static List<DueRow> dueRows(Tx tx, Changes changes, Map<String, StandingTask> saved, Instant now)
            throws SQLException {
        List<Long> altered = changes.altered().stream()
                .map(change -> change.standing().orElseThrow().id())
                .toList();
        Map<Long, Instant> before = ScheduleTable.held(tx.connection(), altered);
        ScheduleTable.remove(tx.connection(), altered);
        List<DroppedTimes.Of> dropped = new ArrayList<>();
        List<DueRow> rows = new ArrayList<>();
        for (Change change : changes.real()) {
            StandingTask task = saved.get(change.definition().name());
            Optional<Instant> accounted = Optional.ofNullable(before.get(task.id()));
            boolean goesOn = change.keepsTimes() && task.definition().active();
            if (accounted.isPresent() && !goesOn) {
                dropped.addAll(dropped(change.standing().orElseThrow(), accounted.get(), now));
            }
            if (task.definition().active()) {
                nextRow(change, task, goesOn ? accounted.orElse(now) : now).ifPresent(rows::add);
            }
        }
        DroppedTimes.record(tx, dropped, now);
        DueTable.insert(tx.connection(), rows);
        return rows;
    }

    private static Optional<DueRow> nextRow(Change change, StandingTask task, Instant from) {
        return change.plan()
                .of(task.id(), task.revision())
                .first(from)
                .map(due -> new DueRow(
                        task.id(),
                        0,
                        due.at(),
                        due.nominal(),
                        task.definition().running().priority(),
                        task.placementId()));
    }

    private static List<DroppedTimes.Of> dropped(StandingTask before, Instant accounted, Instant now) {
        return before.plan().drop(accounted, now).stream()
                .map(stretch -> new DroppedTimes.Of(before.id(), before.revision(), stretch))
                .toList();
    }
}
