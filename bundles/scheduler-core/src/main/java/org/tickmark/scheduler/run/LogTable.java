package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.api.Severity;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.kit.jdbc.Batch;
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

    static List<Runs.LogLine> lines(Connection connection, long run, long after, int most) throws SQLException {
        return Sql.on(connection, """
            select number, written_at, severity, line from run_log where run_id = ? and number > ?
            order by number limit ?\
            """)
                .with(run, after, most)
                .list(row -> new Runs.LogLine(
                        row.number("number"),
                        row.instant("written_at"),
                        row.choice("severity", Severity.class),
                        row.text("line")));
    }
}
