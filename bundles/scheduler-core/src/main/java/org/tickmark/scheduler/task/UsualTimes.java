package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tickmark.kit.jdbc.Sql;

/** How long runs of a task usually take, by those of its last runs that succeeded. */
final class UsualTimes {
    private static final int LOOKED_AT = 100;
    private static final int ENOUGH = 5;

    private UsualTimes() {}

    /** What half of them took at most; empty where none is known. */
    static Optional<Duration> half(Connection connection, long task) throws SQLException {
        List<Duration> took = took(connection, task);
        return took.isEmpty() ? Optional.empty() : Optional.of(took.get((took.size() - 1) / 2));
    }

    /** What 95 of 100 of them took at most, to the second; empty where few are known. */
    static Optional<Duration> most(Connection connection, long task) throws SQLException {
        List<Duration> took = took(connection, task);
        return took.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(
                        took.get((took.size() - 1) * 95 / 100).toSeconds() + 1));
    }

    private static List<Duration> took(Connection connection, long task) throws SQLException {
        return Sql.on(connection, """
            select claimed_at, ended_at from run_history
            where task_id = ? and state = 'SUCCEEDED' and claimed_at is not null order by id desc limit ?\
            """)
                .with(task, LOOKED_AT)
                .list(row -> Duration.between(row.instant("claimed_at"), row.instant("ended_at")))
                .stream()
                .sorted()
                .toList();
    }
}
