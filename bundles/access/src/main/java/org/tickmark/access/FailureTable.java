package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code sign_in_failure}. */
final class FailureTable {
    private FailureTable() {}

    /** How often attempts failed, and when the last one did. */
    record Failures(String subject, int count, Instant lastAt) {}

    static List<Failures> of(Connection connection, List<String> subjects) throws SQLException {
        return Sql.on(connection, "SELECT subject, failures, last_at FROM sign_in_failure WHERE subject = ANY(?)")
                .with(Sql.texts(subjects))
                .list(row -> new Failures(row.text("subject"), (int) row.number("failures"), row.instant("last_at")));
    }

    /** Counts one more, and forgets those that are older than so long. */
    static void add(Connection connection, List<String> subjects, Instant now, Duration kept) throws SQLException {
        Sql.on(connection, "DELETE FROM sign_in_failure WHERE last_at < ?")
                .with(now.minus(kept))
                .update();
        for (String subject : subjects) {
            int known = Sql.on(
                            connection,
                            "UPDATE sign_in_failure SET failures = failures + 1, last_at = ? WHERE subject = ?")
                    .with(now, subject)
                    .update();
            if (known == 0) {
                Sql.on(
                                connection,
                                "INSERT INTO sign_in_failure (subject, failures, last_at) VALUES (?, 1, ?) ON CONFLICT DO NOTHING")
                        .with(subject, now)
                        .update();
            }
        }
    }

    static void forget(Connection connection, String subject) throws SQLException {
        Sql.on(connection, "DELETE FROM sign_in_failure WHERE subject = ?")
                .with(subject)
                .update();
    }
}
