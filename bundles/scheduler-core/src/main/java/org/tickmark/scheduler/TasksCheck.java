package org.tickmark.scheduler;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;

/** Tasks start, there is a server that starts them, and none of them waits for something, is late, or fails. */
@Component(property = HealthCheck.NAME + "=tasks")
public final class TasksCheck implements HealthCheck {
    private final Tasks tasks;
    private final RecordSource records;
    private final RecordSource nodes;
    private final Clock clock;

    @Activate
    public TasksCheck(
            @Reference Tasks tasks,
            @Reference(target = "(tickmark.record=task)") RecordSource records,
            @Reference(target = "(tickmark.record=node)") RecordSource nodes,
            @Reference Clock clock) {
        this.tasks = tasks;
        this.records = records;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public Health check() {
        Rows rows = Rows.of(records);
        Optional<Instant> next = rows.instants("next").min(Comparator.naturalOrder());
        Health health = next.isPresent()
                ? Health.well(message("check", rows.size(), next.get().toString()))
                : Health.well(message("check.none", rows.size()));
        Optional<String> held = tasks.held(Caller.system());
        if (held.isPresent()) {
            health = health.and(
                    problem(Severity.WARNING, "held").found(held.get()).build());
        }
        if (next.isPresent() && Rows.of(nodes).instants("lease_until").noneMatch(clock.instant()::isBefore)) {
            health = health.and(problem(Severity.WARNING, "no-server").build());
        }
        for (int row = 0; row < rows.size(); row++) {
            health = standing(String.valueOf(rows.value(row, "name")), id(rows.value(row, "state")), health);
        }
        return health;
    }

    private static String id(Object state) {
        return state instanceof Message message ? message.id() : String.valueOf(state);
    }

    private static Health standing(String task, String state, Health health) {
        return switch (state) {
            case "failing", "waiting", "late" ->
                health.and(problem(Severity.WARNING, state, task).where(task).build());
            case "paused" ->
                health.and(problem(Severity.INFO, state, task).where(task).build());
            default -> health;
        };
    }

    private static Problem.Builder problem(Severity severity, String why, Object... about) {
        return Problem.warning("tasks." + why, message("check." + why))
                .severity(severity)
                .advice(message("check." + why + ".advice", about));
    }

    private static Message message(String id, Object... arguments) {
        return SchedulerSettings.MESSAGES.message(id, arguments);
    }

    /** Records by the names of their columns. */
    private record Rows(List<String> names, List<List<Object>> values) {
        static Rows of(RecordSource source) {
            Table table = source.list(Caller.system(), RecordQuery.first(RecordQuery.MAX_LIMIT));
            return new Rows(table.columns().stream().map(Column::name).toList(), table.rows());
        }

        int size() {
            return values.size();
        }

        Object value(int row, String column) {
            return values.get(row).get(names.indexOf(column));
        }

        Stream<Instant> instants(String column) {
            Function<List<Object>, Object> value = row -> row.get(names.indexOf(column));
            return values.stream().map(value).filter(Objects::nonNull).map(Instant.class::cast);
        }
    }
}
