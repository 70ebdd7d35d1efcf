package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code entry_sum}: the booked entries summed up by file, statement and day, with a key that none of them exceeds. */
final class SumTable {
    private static final String INSERT = """
            INSERT INTO entry_sum (file_id, statement_id, account_id, booking_date, entries, amount, last_entry_id)
            """;

    private SumTable() {}

    /** What was booked of a statement. */
    record Booked(long statement, long account, DaySums sums) {}

    /** Adds the sums of what was just booked as a file's; each day is said to reach up to the file's last entry. */
    static void add(Connection connection, long file, List<Booked> booked) throws SQLException {
        long last = Sql.on(connection, "SELECT MAX(id) AS last_id FROM entry WHERE file_id = ?")
                .with(file)
                .one(row -> row.number("last_id"));
        try (Batch batch = Sql.batch(connection, INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Booked one : booked) {
                for (Map.Entry<LocalDate, DaySums.Sum> day : one.sums().days()) {
                    batch.add(
                            file,
                            one.statement(),
                            one.account(),
                            day.getKey(),
                            day.getValue().entries(),
                            day.getValue().amount(),
                            last);
                }
            }
            batch.finish();
        }
    }

    /** Sums up anew what is booked as a file's, after anything of it came or went. */
    static void renew(Connection connection, long file) throws SQLException {
        Sql.on(connection, "DELETE FROM entry_sum WHERE file_id = ?").with(file).update();
        Sql.on(connection, INSERT + """
            SELECT file_id, statement_id, account_id, booking_date, COUNT(*), SUM(amount), MAX(id)
            FROM entry
            WHERE file_id = ? AND status = 'BOOKED'
            GROUP BY file_id, statement_id, account_id, booking_date
            """).with(file).update();
    }
}
