package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code account}. */
final class AccountTable {
    private static final String COLUMNS =
            "SELECT id, unit_code, code, side, scheme, number, currency, name FROM account ";

    /** Country code and check digits, which stand before the BBAN in an IBAN. */
    private static final int IBAN_PREFIX = 4;

    private AccountTable() {}

    static List<Account> all(Connection connection) throws SQLException {
        return Sql.on(connection, COLUMNS + "ORDER BY unit_code, code").list(AccountTable::read);
    }

    static Optional<Account> find(Connection connection, String unit, String code) throws SQLException {
        return Sql.on(connection, COLUMNS + "WHERE unit_code = ? AND code = ?")
                .with(unit, code)
                .first(AccountTable::read);
    }

    /**
     * The account that files name so. A bank account is found by IBAN and by the BBAN in it alike, whichever the file gives;
     * one of the very number goes before.
     */
    static Optional<Account> find(Connection connection, String unit, AccountId id) throws SQLException {
        String key = key(id);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String bban = id.scheme() == Scheme.IBAN && key.length() > IBAN_PREFIX ? key.substring(IBAN_PREFIX) : key;
        List<Account> found = Sql.on(connection, COLUMNS + """
                                WHERE unit_code = ? AND (scheme = 'LEDGER') = ?
                                    AND (number_key = ? OR number_key = ? OR (scheme = 'IBAN' AND substring(number_key, 5) = ?))
                                ORDER BY CASE WHEN scheme = ? AND number_key = ? THEN 1 ELSE 2 END, code
                                """)
                .with(unit, id.scheme() == Scheme.LEDGER, key, bban, key, id.scheme(), key)
                .list(AccountTable::read);
        return found.stream().findFirst();
    }

    static long insert(Connection connection, Account account) throws SQLException {
        return Sql.on(connection, """
                        INSERT INTO account (unit_code, code, side, scheme, number, number_key, currency, name)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(account.unit(), account.code(), account.side())
                .with(
                        account.identification().scheme(),
                        account.identification().number())
                .with(keyOrNull(account.identification()), account.currency(), account.name())
                .insert();
    }

    static void update(Connection connection, Account account) throws SQLException {
        Sql.on(connection, """
                        UPDATE account SET side = ?, scheme = ?, number = ?, number_key = ?, currency = ?, name = ?
                        WHERE unit_code = ? AND code = ?
                        """)
                .with(
                        account.side(),
                        account.identification().scheme(),
                        account.identification().number())
                .with(keyOrNull(account.identification()), account.currency(), account.name())
                .with(account.unit(), account.code())
                .update();
    }

    static boolean hasStatements(Connection connection, long id) throws SQLException {
        return Sql.on(connection, "SELECT id FROM statement WHERE account_id = ?")
                .with(id)
                .first(row -> row.number("id"))
                .isPresent();
    }

    static void delete(Connection connection, long id) throws SQLException {
        Sql.on(connection, "DELETE FROM account WHERE id = ?").with(id).update();
    }

    /** Locks the accounts until the transaction ends, always in the same order; returns those that are still there. */
    static List<Account> lock(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(connection, COLUMNS + "WHERE id = ANY(?) ORDER BY id FOR UPDATE")
                .with(Sql.longs(ids))
                .list(AccountTable::read);
    }

    /** Points and hyphens are written now and then in a bank's numbers; in a ledger's they may tell accounts apart. */
    private static String key(AccountId id) {
        return id.scheme() == Scheme.LEDGER ? id.number() : id.number().replaceAll("[^0-9A-Z]", "");
    }

    private static Optional<String> keyOrNull(AccountId id) {
        return Optional.of(key(id)).filter(key -> !key.isEmpty());
    }

    private static Account read(Row row) throws SQLException {
        return new Account(
                row.number("id"),
                row.text("unit_code"),
                row.text("code"),
                row.choice("side", Side.class),
                new AccountId(row.choice("scheme", Scheme.class), row.text("number")),
                row.text("currency"),
                row.text("name"));
    }
}
