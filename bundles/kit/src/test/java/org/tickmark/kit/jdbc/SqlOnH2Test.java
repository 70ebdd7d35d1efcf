package org.tickmark.kit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.Driver;

class SqlOnH2Test extends SqlSuite {
    @Override
    Connection open() throws SQLException {
        return Driver.load()
                .connect(
                        "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        new java.util.Properties());
    }
}
