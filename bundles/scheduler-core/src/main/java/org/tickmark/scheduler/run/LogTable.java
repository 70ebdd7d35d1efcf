package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Severity;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code run_log}, and how far runs are. */
public final class LogTable {
    private LogTable() {}

    /**
     * A line of a run's log.
     *
     * @param runId the run
     * @param number its number in the log, from 1
     * @param at when it was written
     * @param severity how much it weighs
     * @param text the text
     */
    public record Line(long runId, long number, Instant at, Severity severity, String text) {
        public Line {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Adds lines; those that are there already, since nobody heard that they were written, stay as they are. */
    public static void insert(Connection connection, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(
                connection,
                "insert into run_log (run_id, number, written_at, severity, line) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            for (Line line : lines) {
                batch.add(line.runId(), line.number(), line.at(), line.severity(), line.text());
            }
            batch.finish();
        }
    }

    /** Says how far runs are. */
    public static void progress(Connection connection, Map<Long, String> progress) throws SQLException {
        if (progress.isEmpty()) {
            return;
        }
        try (Batch batch = Sql.batch(connection, "update run set progress = ? where id = ?")) {
            for (Map.Entry<Long, String> run : progress.entrySet()) {
                batch.add(run.getValue(), run.getKey());
            }
            batch.finish();
        }
    }

    /**
     * Lines in the order of their numbers. Those of each severity come from an index in that order, so that no more of them are read
     * than there is room for.
     */
    static List<Runs.LogLine> lines(Connection connection, long run, LogQuery query) throws SQLException {
        String direction = query.end() == LogQuery.End.LAST ? " desc" : "";
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Optional<Severity> severity : severities(query.lightest())) {
            parts.add(part(run, severity, query, direction, values));
        }
        String text = "select number, written_at, severity, line from (" + String.join(" union all ", parts)
                + ") as found order by number" + direction + " limit " + query.most();
        List<Runs.LogLine> lines =
                Sql.on(connection, text).with(values.toArray()).list(LogTable::line);
        if (query.end() == LogQuery.End.LAST) {
            Collections.reverse(lines);
        }
        return lines;
    }
    /** The severities to look for, each by itself; empty for all of them at once. */
    private static List<Optional<Severity>> severities(Severity lightest) {
        return lightest == Severity.INFO
                ? List.of(Optional.empty())
                : EnumSet.range(lightest, Severity.ERROR).stream()
                        .map(Optional::of)
                        .toList();
    }

    private static String part(
            long run, Optional<Severity> severity, LogQuery query, String direction, List<Object> values) {
        StringBuilder text =
                new StringBuilder("(select number, written_at, severity, line from run_log where run_id = ?");
        values.add(run);
        if (query.after() > 0) {
            text.append(" and number > ?");
            values.add(query.after());
        }
        if (query.before() < Long.MAX_VALUE) {
            text.append(" and number < ?");
            values.add(query.before());
        }
        if (severity.isPresent()) {
            text.append(" and severity = ?");
            values.add(severity.get());
        }
        if (!query.holding().isEmpty()) {
            text.append(" and lower(line) like ? escape '!'");
            values.add(Sql.holding(query.holding()));
        }
        // H2 takes the order of an index only if all its columns are named.
        String order = severity.isEmpty() ? "run_id%1$s, number%1$s" : "run_id%1$s, severity%1$s, number%1$s";
        return text.append(" order by ")
                .append(order.formatted(direction))
                .append(" limit ")
                .append(query.most())
                .append(')')
                .toString();
    }

    private static Runs.LogLine line(Row row) throws SQLException {
        return new Runs.LogLine(
                row.number("number"),
                row.instant("written_at"),
                row.choice("severity", Severity.class),
                row.text("line"));
    }
}
