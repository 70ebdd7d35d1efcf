package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricFamily.Sample;
import org.tickmark.kit.jdbc.Sql;

/** What the database tells of tasks and runs in figures. */
public final class MetricTable {
    /** Of more tasks that need a look than this, the figures of each are left out. */
    private static final int MOST_TASKS = 1000;

    private static final Duration LATE = Duration.ofMinutes(1);

    private MetricTable() {}

    private record Standing(String task, int failures, Optional<Instant> success, Optional<Instant> next) {}

    /** The figures now, ordered by name. */
    public static List<MetricFamily> families(Connection connection, Instant now) throws SQLException {
        Map<String, Standing> tasks = new TreeMap<>();
        for (Standing failing : failing(connection)) {
            tasks.put(failing.task(), failing);
        }
        for (Standing late : late(connection, now.minus(LATE))) {
            tasks.put(late.task(), late);
        }
        List<Sample> failures = new ArrayList<>();
        List<Sample> successes = new ArrayList<>();
        List<Sample> next = new ArrayList<>();
        for (Standing task : tasks.values()) {
            Map<String, String> label = Map.of("task", task.task());
            failures.add(Sample.of(label, task.failures()));
            task.success().ifPresent(at -> successes.add(Sample.of(label, (double) at.getEpochSecond())));
            task.next().ifPresent(at -> next.add(Sample.of(label, (double) at.getEpochSecond())));
        }
        return List.of(
                gauge("tickmark_runs_due", "Times and runs that are due and not taken", due(connection, now)),
                gauge(
                        "tickmark_runs_late",
                        "Those of them that are more than a minute late",
                        due(connection, now.minus(LATE))),
                gauge(
                        "tickmark_runs_under_way",
                        "Runs that nodes have taken",
                        count(connection, "run where state = 'RUNNING'")),
                gauge(
                        "tickmark_task_failures",
                        "Runs in a row that failed for good, of tasks that fail or are late",
                        failures),
                gauge(
                        "tickmark_task_last_success_timestamp_seconds",
                        "When a run last succeeded, of tasks that fail or are late",
                        successes),
                gauge(
                        "tickmark_task_next_run_timestamp_seconds",
                        "When they run next by themselves, of tasks that fail or are late",
                        next),
                gauge(
                        "tickmark_tasks_failing",
                        "Tasks whose last run failed for good",
                        count(connection, "task_state where failures > 0")));
    }

    private static MetricFamily gauge(String name, String help, long value) {
        return gauge(name, help, List.of(Sample.of(Map.of(), (double) value)));
    }

    private static MetricFamily gauge(String name, String help, List<Sample> samples) {
        return new MetricFamily(name, MetricFamily.Type.GAUGE, help, samples);
    }

    private static long count(Connection connection, String what) throws SQLException {
        return Sql.on(connection, "select count(*) as n from " + what).one(row -> row.number("n"));
    }

    private static long due(Connection connection, Instant before) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as n from placement p join due d on d.placement_id = p.id and d.due_at <= ?")
                .with(before)
                .one(row -> row.number("n"));
    }

    private static List<Standing> failing(Connection connection) throws SQLException {
        return standing(connection, "s.failures > 0 order by s.failures desc", List.of());
    }

    private static List<Standing> late(Connection connection, Instant before) throws SQLException {
        return standing(
                connection,
                "d.placement_id in (select id from placement) and d.due_at <= ? order by d.placement_id, d.due_at",
                List.of(before));
    }

    private static List<Standing> standing(Connection connection, String condition, List<Object> values)
            throws SQLException {
        String from = condition.startsWith("s.")
                ? "task_state s join task t on t.id = s.task_id left join due d on d.id = -t.id"
                : "due d join task t on t.id = d.task_id and d.id < 0 left join task_state s on s.task_id = t.id";
        return Sql.on(
                        connection,
                        "select t.name, s.failures, s.last_success_at, d.due_at from " + from
                                + " where t.live_name is not null and " + condition + " limit " + MOST_TASKS)
                .with(values.toArray())
                .list(row -> new Standing(
                        row.text("name"),
                        row.optionalNumber("failures").orElse(0L).intValue(),
                        row.optionalInstant("last_success_at"),
                        row.optionalInstant("due_at")));
    }
}
