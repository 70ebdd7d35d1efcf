package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.message.Message;
import org.tickmark.scheduler.plan.Due;

/** Puts together how a task stands. For one transaction. */
final class Overview {
    private final Connection connection;
    private final Instant now;

    Overview(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** A task with all but its last run. */
    Task of(StandingTask task) throws SQLException {
        Optional<StateRow> state = StateRow.of(connection, task.id());
        return new Task(
                task.id(),
                task.definition(),
                task.revision(),
                next(task),
                Optional.empty(),
                state.flatMap(StateRow::lastSuccess),
                state.map(StateRow::failures).orElse(0),
                StateRow.underWay(connection, task.id()),
                PauseTable.of(connection, task.id(), now),
                waiting(task));
    }

    private Optional<Instant> next(StandingTask task) throws SQLException {
        return ScheduleTable.next(connection, task.id())
                .flatMap(next -> task.plan().firstRun(next.nominal()))
                .map(Due::at);
    }

    private Optional<Message> waiting(StandingTask task) throws SQLException {
        Optional<String> held = HoldTable.held(connection);
        return held.isPresent()
                ? Optional.of(TaskProblems.message("waiting.held", held.get()))
                : ServedPlaces.at(connection, now).missing(task);
    }

    static Task with(Task task, Optional<Run> last) {
        return new Task(
                task.id(),
                task.definition(),
                task.revision(),
                task.next(),
                last,
                task.lastSuccess(),
                task.failures(),
                task.underWay(),
                task.pause(),
                task.waiting());
    }
}
