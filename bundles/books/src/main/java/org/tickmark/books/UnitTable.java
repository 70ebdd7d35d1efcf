package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.Unit;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code unit}. */
final class UnitTable {
    private static final String COLUMNS = "SELECT code, name, organisation, currency FROM unit ";

    private UnitTable() {}

    static List<Unit> all(Connection connection) throws SQLException {
        return Sql.on(connection, COLUMNS + "ORDER BY code").list(UnitTable::read);
    }

    static Optional<Unit> find(Connection connection, String code) throws SQLException {
        return Sql.on(connection, COLUMNS + "WHERE code = ?").with(code).first(UnitTable::read);
    }

    static void insert(Connection connection, Unit unit) throws SQLException {
        Sql.on(connection, "INSERT INTO unit (code, name, organisation, currency) VALUES (?, ?, ?, ?)")
                .with(unit.code(), unit.name(), unit.organisation(), unit.currency())
                .update();
    }

    static void update(Connection connection, Unit unit) throws SQLException {
        Sql.on(connection, "UPDATE unit SET name = ?, organisation = ?, currency = ? WHERE code = ?")
                .with(unit.name(), unit.organisation(), unit.currency(), unit.code())
                .update();
    }

    static boolean hasAccounts(Connection connection, String code) throws SQLException {
        return Sql.on(connection, "SELECT id FROM account WHERE unit_code = ?")
                .with(code)
                .first(row -> row.number("id"))
                .isPresent();
    }

    static void delete(Connection connection, String code) throws SQLException {
        Sql.on(connection, "DELETE FROM unit WHERE code = ?").with(code).update();
    }

    private static Unit read(Row row) throws SQLException {
        return new Unit(row.text("code"), row.text("name"), row.text("organisation"), row.text("currency"));
    }
}
