package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** Runs as people see them: those under way from {@code run}, the others from {@code run_history}. */
final class OverviewTable {
    private static final String LIVE = """
        select r.id, t.name as task, r.revision, r.cause, r.occurrence, r.parent_id, r.attempt, r.nominal_at, r.nominal_end_at,
          r.times, r.state, coalesce(d.due_at, r.nominal_at) as not_before, coalesce(s.caller, '') as started_by,
          n.name as node, r.claimed_at,
          cast(null as timestamp with time zone) as ended_at, r.deadline_at, cast(0 as bigint) as sent,
          cast(0 as bigint) as received, '' as summary, cast(null as text) as data, coalesce(r.progress, '') as progress
        from run r join task t on t.id = r.task_id left join node n on n.id = r.node_id
          left join run_starter s on s.run_id = r.id left join due d on d.id = r.id
        """;

    private static final String ENDED = """
        select r.id, t.name as task, r.revision, r.cause, r.occurrence, r.parent_id, r.attempt, r.nominal_at, r.nominal_end_at,
          r.times, r.state, r.nominal_at as not_before, coalesce(s.caller, '') as started_by,
          n.name as node, r.claimed_at, r.ended_at,
          cast(null as timestamp with time zone) as deadline_at, r.sent, r.received, r.summary, r.data, '' as progress
        from run_history r join task t on t.id = r.task_id left join node n on n.id = r.node_id
          left join run_starter s on s.run_id = r.id
        """;

    private OverviewTable() {}

    static Optional<Run> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, LIVE + "where r.id = ? union all " + ENDED + "where r.id = ?")
                .with(id, id)
                .first(OverviewTable::read);
    }

    /**
     * Which runs to list.
     *
     * @param within values that columns may have: {@code task}, {@code state}, {@code cause}
     * @param holding what name of the task or summary must hold, in capitals or not; empty for any
     * @param before only runs with smaller keys
     * @param most how many at most
     */
    record Wanted(Map<String, List<String>> within, String holding, long before, int most) {}

    /** Runs, the newest first. */
    static List<Run> list(Connection connection, Wanted wanted) throws SQLException {
        StringBuilder conditions = new StringBuilder("where r.id < ?");
        List<Object> values = new ArrayList<>();
        values.add(wanted.before());
        wanted.within().forEach((column, allowed) -> {
            conditions.append(column.equals("task") ? " and t.name = any(?)" : " and r." + column + " = any(?)");
            values.add(Sql.texts(allowed));
        });
        String live = conditions.toString();
        String ended = conditions.toString();
        List<Object> all = new ArrayList<>(values);
        if (!wanted.holding().isEmpty()) {
            String pattern = Sql.holding(wanted.holding());
            live += " and lower(t.name) like ? escape '!'";
            all.add(pattern);
            ended += " and (lower(t.name) like ? escape '!' or lower(r.summary) like ? escape '!')";
            values.addAll(List.of(pattern, pattern));
        }
        String tail = " order by id desc limit " + wanted.most();
        String text =
                "select * from ((" + LIVE + live + tail + ") union all (" + ENDED + ended + tail + ")) as found" + tail;
        all.addAll(values);
        return Sql.on(connection, text).with(all.toArray()).list(OverviewTable::read);
    }

    /** The runs of a condition, the oldest first. */
    static List<Run> where(Connection connection, String condition, int most, Object... values) throws SQLException {
        return Sql.on(
                        connection,
                        "select * from (" + LIVE + "where " + condition + " union all " + ENDED + "where " + condition
                                + ") as found order by id limit " + most)
                .with(values)
                .with(values)
                .list(OverviewTable::read);
    }

    /** How long the latest successful runs of tasks took, at most so many of each; without those that had none. */
    static Map<String, List<Duration>> latest(Connection connection, Collection<String> tasks, int most)
            throws SQLException {
        Map<String, List<Duration>> latest = new TreeMap<>();
        Map<String, Long> ids = new TreeMap<>();
        Sql.on(connection, "select id, name from task where live_name = any(?)")
                .with(Sql.texts(tasks))
                .each(row -> ids.put(row.text("name"), row.number("id")));
        for (Map.Entry<String, Long> task : ids.entrySet()) {
            List<Duration> took = Sql.on(connection, """
                select claimed_at, ended_at from run_history
                where task_id = ? and state = 'SUCCEEDED' and cause <> 'PART' and claimed_at is not null
                order by task_id desc, id desc limit ?\
                """)
                    .with(task.getValue(), most)
                    .list(row -> Duration.between(row.instant("claimed_at"), row.instant("ended_at")));
            if (!took.isEmpty()) {
                latest.put(task.getKey(), took);
            }
        }
        return latest;
    }

    /** The last of the attempts that began with this run. */
    static long lastAttempt(Connection connection, long first) throws SQLException {
        return Sql.on(connection, """
            select greatest(
              coalesce((select max(id) from run where task_id = f.task_id and parent_id = f.first_id and cause = 'RETRY'), 0),
              coalesce((select max(id) from run_history where task_id = f.task_id and id > f.first_id
                and parent_id = f.first_id and cause = 'RETRY'), 0), f.first_id) as last_id
            from (select task_id, case when cause = 'RETRY' then parent_id else id end as first_id from run where id = ?
              union all select task_id, case when cause = 'RETRY' then parent_id else id end from run_history where id = ?) f\
            """)
                .with(first, first)
                .first(row -> row.number("last_id"))
                .orElse(first);
    }

    /**
     * How a run went, in figures.
     *
     * @param state how it ended
     * @param took how long it took
     * @param late how long after its time it started
     */
    record Figures(RunState state, Duration took, Duration late) {}

    /** The newest runs of a task that ended from a moment on, at most so many. */
    static List<Figures> figures(Connection connection, String task, Instant since, int most) throws SQLException {
        return Sql.on(connection, """
            select h.state, h.nominal_at, h.claimed_at, h.ended_at from run_history h join task t on t.id = h.task_id
            where t.live_name = ? and h.ended_at >= ? and h.cause <> 'PART' order by h.id desc limit ?\
            """).with(task, since, most).list(row -> {
            Instant ended = row.instant("ended_at");
            Instant began = row.optionalInstant("claimed_at").orElse(ended);
            return new Figures(
                    row.choice("state", RunState.class),
                    Duration.between(began, ended),
                    Duration.between(row.instant("nominal_at"), began));
        });
    }

    private static Run read(Row row) throws SQLException {
        return new Run(
                row.number("id"),
                row.text("task"),
                (int) row.number("revision"),
                row.choice("cause", Cause.class),
                row.text("occurrence"),
                row.number("parent_id"),
                (int) row.number("attempt"),
                row.instant("nominal_at"),
                row.instant("nominal_end_at"),
                row.number("times"),
                row.choice("state", RunState.class),
                row.instant("not_before"),
                row.text("started_by"),
                row.optionalText("node").orElse(""),
                row.optionalInstant("claimed_at"),
                row.optionalInstant("ended_at"),
                row.optionalInstant("deadline_at"),
                row.number("sent"),
                row.number("received"),
                row.text("summary"),
                row.optionalText("data")
                        .<Map<String, String>>map(JsonTexts::read)
                        .orElseGet(TreeMap::new),
                row.text("progress"));
    }
}
