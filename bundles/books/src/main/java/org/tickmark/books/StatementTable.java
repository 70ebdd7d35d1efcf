package org.tickmark.books;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the tables {@code statement} and {@code statement_source}. */
final class StatementTable {
    private StatementTable() {}

    /** A statement that stands. */
    record Standing(long id, String contentHash) {}

    /** A statement beside others of its account. */
    record Neighbour(
            long id,
            Optional<Long> sequence,
            int page,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<LocalDate> closedOn,
            Optional<BigDecimal> opening,
            Optional<BigDecimal> closing) {
        /** The day that it ends with. */
        Optional<LocalDate> lastDay() {
            return to.or(this::closedOn);
        }
    }

    static Optional<Standing> find(Connection connection, long account, String key) throws SQLException {
        return Sql.on(connection, "SELECT id, content_hash FROM statement WHERE account_id = ? AND statement_key = ?")
                .with(account, key)
                .first(row -> new Standing(row.number("id"), row.text("content_hash")));
    }

    static long insert(Connection connection, long file, BookedFile.Statement statement, String key, String contentHash)
            throws SQLException {
        StatementHeader header = statement.header();
        return Sql.on(connection, """
                        INSERT INTO statement (account_id, file_id, kind, statement_key, content_hash, bank_id, sequence_no,
                            page_no, from_date, to_date, created_at, opening, opening_date, closing, closing_date,
                            transactions, entry_sum, verdict)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(statement.account().id(), file, header.kind(), key, contentHash, Texts.storable(header.id()))
                .with(header.sequence(), header.page(), header.from(), header.to(), header.createdAt())
                .with(statement.proof().opening(), date(statement, Balance.Kind.OPENING))
                .with(statement.proof().closing(), date(statement, Balance.Kind.CLOSING))
                .with(statement.proof().transactions(), statement.proof().sum())
                .with(statement.proof().verdict())
                .insert();
    }

    /** Says since when statements are known, and the entries that came with them. */
    static void stamp(Connection connection, List<Long> statements, Instant knownFrom) throws SQLException {
        Sql.on(connection, "UPDATE statement SET known_from = ? WHERE id = ANY(?)")
                .with(knownFrom, Sql.longs(statements))
                .update();
    }

    /** Says since when those entries are known that a file brought to statements which stood already. */
    static void stampEntries(Connection connection, List<Long> statements, long file, Instant knownFrom)
            throws SQLException {
        Sql.on(connection, "UPDATE entry SET known_from = ? WHERE file_id = ? AND statement_id = ANY(?)")
                .with(knownFrom, file, Sql.longs(statements))
                .update();
    }

    static boolean isFrom(Connection connection, long statement, long file) throws SQLException {
        return Sql.on(connection, """
                        SELECT id FROM statement WHERE id = ? AND file_id = ?
                        UNION ALL
                        SELECT statement_id FROM statement_source WHERE statement_id = ? AND file_id = ?
                        """)
                .with(statement, file, statement, file)
                .first(row -> row.number("id"))
                .isPresent();
    }

    static void addSource(Connection connection, long statement, long file) throws SQLException {
        Sql.on(connection, "INSERT INTO statement_source (statement_id, file_id) VALUES (?, ?)")
                .with(statement, file)
                .update();
    }

    /** The bank's statements of this account that add up and lie within these days, in the order of their numbers. */
    static List<Neighbour> numbered(Connection connection, long account, LocalDate from, LocalDate to)
            throws SQLException {
        return neighbours(connection, """
                WHERE account_id = ? AND kind = 'STATEMENT' AND verdict = 'OK' AND sequence_no IS NOT NULL
                    AND COALESCE(to_date, closing_date) BETWEEN ? AND ?
                ORDER BY sequence_no, page_no, id
                """, account, from, to);
    }

    /** The bank's last statements of this account, save this one, that end by a day; the latest first. */
    static List<Neighbour> endingBy(Connection connection, long account, long except, LocalDate day)
            throws SQLException {
        return neighbours(connection, """
                WHERE account_id = ? AND kind = 'STATEMENT' AND closing IS NOT NULL AND id <> ?
                    AND COALESCE(to_date, closing_date) <= ?
                ORDER BY COALESCE(to_date, closing_date) DESC, sequence_no DESC, page_no DESC, id DESC
                FETCH FIRST 10 ROWS ONLY
                """, account, except, day);
    }

    /** Whether a bank's statement of this account, save this one, begins before a day and ends on it or after it. */
    static boolean isCovered(Connection connection, long account, long except, LocalDate day) throws SQLException {
        return Sql.on(connection, """
                        SELECT id FROM statement
                        WHERE account_id = ? AND kind = 'STATEMENT' AND id <> ?
                            AND COALESCE(from_date, opening_date) < ? AND COALESCE(to_date, closing_date) >= ?
                        """)
                .with(account, except, day, day)
                .first(row -> row.number("id"))
                .isPresent();
    }

    private static List<Neighbour> neighbours(Connection connection, String condition, Object... values)
            throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT id, sequence_no, page_no, from_date, to_date, closing_date, opening, closing FROM statement "
                                + condition)
                .with(values)
                .list(StatementTable::neighbour);
    }

    private static Neighbour neighbour(Row row) throws SQLException {
        return new Neighbour(
                row.number("id"),
                row.optionalNumber("sequence_no"),
                row.optionalNumber("page_no").orElse(1L).intValue(),
                row.optionalDate("from_date"),
                row.optionalDate("to_date"),
                row.optionalDate("closing_date"),
                row.optionalAmount("opening"),
                row.optionalAmount("closing"));
    }

    private static Optional<LocalDate> date(BookedFile.Statement statement, Balance.Kind kind) {
        return statement.balances().stream()
                .filter(balance -> balance.kind() == kind)
                .flatMap(balance -> balance.date().stream())
                .findFirst();
    }
}
