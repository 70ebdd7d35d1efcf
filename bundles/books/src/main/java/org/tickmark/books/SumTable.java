package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code entry_sum}: the booked entries summed up by file, statement and day. */
final class SumTable {
    private SumTable() {}

    /** Sums up anew what is booked as a file's, after anything of it came or went. */
    static void renew(Connection connection, long file) throws SQLException {
        Sql.on(connection, "DELETE FROM entry_sum WHERE file_id = ?").with(file).update();
        Sql.on(connection, """
            INSERT INTO entry_sum (file_id, statement_id, account_id, booking_date, entries, amount, last_entry_id)
            SELECT file_id, statement_id, account_id, booking_date, COUNT(*), SUM(amount), MAX(id)
            FROM entry
            WHERE file_id = ? AND status = 'BOOKED'
            GROUP BY file_id, statement_id, account_id, booking_date
            """).with(file).update();
    }
}
