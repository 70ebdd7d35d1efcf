package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.AccountBooks.Day;
import org.tickmark.reconciliation.AccountBooks.Statement;

/** Reads accounts, statements and sums of entries through the published views of the books. */
final class BooksReader {
    private static final Comparator<Statement> BY_TIME = Comparator.comparing(
                    (Statement statement) -> statement.from().orElse(LocalDate.MAX))
            .thenComparing(statement -> statement.to().orElse(LocalDate.MAX))
            .thenComparing(Statement::id);

    private final Connection connection;
    private final Known known;

    BooksReader(Connection connection) {
        this(connection, Known.NOW);
    }

    /**
     * Reads entries and statements as they were known; units and accounts as they are.
     */
    BooksReader(Connection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    /**
     * An account as the books know it.
     *
     * @param id its key
     * @param unit code of its unit
     * @param code its code
     * @param name its name
     * @param side its side, in the books or in a group
     * @param currency ISO 4217 code
     */
    record AccountRow(long id, String unit, String code, String name, Side side, String currency) {
        AccountRow on(Side other) {
            return new AccountRow(id, unit, code, name, other, currency);
        }
    }

    /** The accounts of a unit, by code. */
    Map<String, AccountRow> accounts(String unit) throws SQLException {
        Map<String, AccountRow> found = new TreeMap<>();
        Sql.on(connection, """
                        select account_id, unit_code, account_code, name, side, currency
                        from books_account_v1 where unit_code = ?""")
                .with(unit)
                .each(row -> found.put(
                        row.text("account_code"),
                        new AccountRow(
                                row.number("account_id"),
                                row.text("unit_code"),
                                row.text("account_code"),
                                row.text("name"),
                                row.choice("side", Side.class),
                                row.text("currency"))));
        return found;
    }

    /** The numbers that the accounts of a unit have in its files, by code; the code itself where files name an account by nothing. */
    Map<String, String> numbers(String unit) throws SQLException {
        Map<String, String> numbers = new HashMap<>();
        Sql.on(connection, "select account_code, number from books_account_v1 where unit_code = ?")
                .with(unit)
                .each(row -> numbers.put(
                        row.text("account_code"),
                        row.text("number").isEmpty() ? row.text("account_code") : row.text("number")));
        return numbers;
    }

    /** Whether there is a unit of this code. */
    boolean hasUnit(String unit) throws SQLException {
        return Sql.on(connection, "select unit_code from books_unit_v1 where unit_code = ?")
                .with(unit)
                .first(row -> row.text("unit_code"))
                .isPresent();
    }

    /** Name of a unit. */
    String unitName(String unit) throws SQLException {
        return Sql.on(connection, "select name from books_unit_v1 where unit_code = ?")
                .with(unit)
                .first(row -> row.text("name"))
                .orElse(unit);
    }

    /** Codes of the units that entries are of. */
    List<String> units(List<Long> entries) throws SQLException {
        return Sql.on(connection, "select distinct e.unit_code from " + known.entriesBy("entry_id"))
                .with(Sql.longs(entries))
                .list(row -> row.text("unit_code"));
    }

    /** The keys of the accounts of a group. */
    List<Long> accountIds(Group group) throws SQLException {
        return accountsOf(group).stream().map(AccountRow::id).toList();
    }

    /** The currency of a group, which all its accounts have. */
    String currency(Group group) throws SQLException {
        return accountsOf(group).get(0).currency();
    }

    /** The accounts of a group, each on the side that the group has it on; those of the bank side first, in the group's order. */
    List<AccountRow> accountsOf(Group group) throws SQLException {
        Map<String, AccountRow> known = accounts(group.unit());
        List<AccountRow> accounts = new ArrayList<>();
        for (String code : group.bank()) {
            accounts.add(require(known, group, code).on(Side.BANK));
        }
        for (String code : group.ledger()) {
            accounts.add(require(known, group, code).on(Side.LEDGER));
        }
        return accounts;
    }

    private static AccountRow require(Map<String, AccountRow> known, Group group, String code) {
        AccountRow account = known.get(code);
        if (account == null) {
            throw Texts.invalid(group.name(), "group.unknown-account", code, group.unit())
                    .found(code)
                    .expected(String.join(", ", known.keySet()))
                    .exception();
        }
        return account;
    }

    /**
     * What changes whenever accounts do, a file is booked on them, or taken out again; read before and after, it tells whether what was
     * read between belongs together.
     */
    String marker(List<AccountRow> accounts) throws SQLException {
        return Sql.on(connection, """
            select count(*) as statements, coalesce(max(statement_id), 0) as last_statement, coalesce(max(file_id), 0) as last_file,
              coalesce(sum(file_id), 0) as files, coalesce(sum(more_files), 0) as more_files,
              coalesce(sum(more_files_sum), 0) as more_files_sum
            from books_statement_v1 where account_id = any(?)""")
                .with(ids(accounts))
                .one(row -> accounts + "/" + row.number("statements") + "/" + row.number("last_statement") + "/"
                        + row.number("last_file") + "/" + row.amount("files") + "/" + row.amount("more_files") + "/"
                        + row.amount("more_files_sum"));
    }

    private static Object ids(List<AccountRow> accounts) {
        return Sql.longs(accounts.stream().map(AccountRow::id).toList());
    }

    /** What the books hold of accounts, in their order: each booked entry is summed up. */
    List<AccountBooks> readAnew(List<AccountRow> accounts) throws SQLException {
        return read(
                accounts,
                Sql.on(connection, """
                    select e.account_id, e.booking_date, e.statement_id, count(*) as entries, sum(e.amount) as amount,
                      max(e.entry_id) as last_entry_id
                    from\s""" + known.entriesBy("account_id") + " where " + known.inBooks("e") + """
                     and e.status = 'BOOKED'
                    group by e.account_id, e.booking_date, e.statement_id""")
                        .with(ids(accounts))
                        .with(known.holding()));
    }

    /** The same, by the sums that the books keep. */
    List<AccountBooks> readKept(List<AccountRow> accounts) throws SQLException {
        return read(accounts, Sql.on(connection, """
            select s.account_id, s.booking_date, s.statement_id, s.entries, s.amount, s.last_entry_id
            from unnest(?) as wanted (id) join books_entry_sum_v1 s on s.account_id = wanted.id""").with(ids(accounts)));
    }

    private List<AccountBooks> read(List<AccountRow> accounts, Sql sums) throws SQLException {
        Map<Long, NavigableMap<LocalDate, Day>> days = new HashMap<>();
        Map<Long, BigDecimal> brought = new HashMap<>();
        sums.each(row -> {
            days.computeIfAbsent(row.number("account_id"), id -> new TreeMap<>())
                    .merge(
                            row.date("booking_date"),
                            new Day(row.number("entries"), row.amount("amount"), row.number("last_entry_id")),
                            Day::and);
            brought.merge(row.number("statement_id"), row.amount("amount"), BigDecimal::add);
        });
        Map<Long, List<Statement>> statements = statements(accounts, brought);
        return accounts.stream()
                .map(account -> new AccountBooks(
                        account.id(),
                        account.code(),
                        account.name(),
                        account.side(),
                        account.currency(),
                        days.getOrDefault(account.id(), new TreeMap<>()),
                        statements.getOrDefault(account.id(), List.of())))
                .toList();
    }

    /** The keys of the entries booked on an account that have a higher one than this: all that came after it. */
    List<Long> bookedAfter(long account, long lastEntry) throws SQLException {
        List<Long> files = Sql.on(
                        connection,
                        "select distinct file_id from books_entry_sum_v1 where account_id = ? and last_entry_id > ?")
                .with(account, lastEntry)
                .list(row -> row.number("file_id"));
        return Sql.on(
                        connection,
                        "select e.entry_id from " + known.entriesBy("file_id")
                                + " where e.account_id = ? and e.entry_id > ? and e.status = 'BOOKED'")
                .with(Sql.longs(files), account, lastEntry)
                .list(row -> row.number("entry_id"));
    }

    private Map<Long, List<Statement>> statements(List<AccountRow> accounts, Map<Long, BigDecimal> brought)
            throws SQLException {
        Map<Long, List<Statement>> statements = new HashMap<>();
        Sql.on(connection, """
                        select statement_id, account_id, statement_key, from_date, to_date, opening, opening_date, closing, closing_date,
                          transactions, entry_sum, verdict
                        from\s""" + known.statements() + " s where " + known.inBooks("s") + """
                         and account_id = any(?) and kind in ('STATEMENT', 'LEDGER')""")
                .with(known.holding())
                .with(ids(accounts))
                .each(row -> statements
                        .computeIfAbsent(row.number("account_id"), id -> new ArrayList<>())
                        .add(statement(row, brought)));
        statements.values().forEach(list -> list.sort(BY_TIME));
        return statements;
    }

    private static Statement statement(Row row, Map<Long, BigDecimal> brought) throws SQLException {
        Optional<LocalDate> from = row.optionalDate("from_date");
        Optional<LocalDate> to = row.optionalDate("to_date");
        Optional<LocalDate> opened = row.optionalDate("opening_date");
        Optional<LocalDate> closed = row.optionalDate("closing_date");
        long id = row.number("statement_id");
        return new Statement(
                id,
                row.text("statement_key"),
                from.or(() -> opened).or(() -> to).or(() -> closed),
                closed.or(() -> to).or(() -> from).or(() -> opened),
                row.optionalAmount("opening"),
                row.optionalAmount("closing"),
                row.number("transactions"),
                row.amount("entry_sum"),
                brought.getOrDefault(id, BigDecimal.ZERO),
                row.text("verdict"));
    }
}
