package org.tickmark.kit.jdbc;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Binds Java values to placeholders in the way that both databases understand alike. */
final class Values {
    private Values() {}

    /** Binds all values, the first to the first placeholder behind those bound already. */
    static void bind(PreparedStatement statement, int bound, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bindOne(statement, bound + i + 1, values.get(i));
        }
    }

    private static void bindOne(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof BigDecimal amount) {
            statement.setBigDecimal(index, amount);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (value instanceof LocalDate date) {
            statement.setObject(index, date);
        } else if (value instanceof LocalDateTime wallClock) {
            statement.setObject(index, wallClock);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> choice) {
            statement.setString(index, choice.name());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Optional<?> optional) {
            bindOne(statement, index, optional.orElse(null));
        } else if (value instanceof ArrayValue array) {
            bindArray(statement, index, array);
        } else {
            throw new IllegalArgumentException("Value " + index + " is a "
                    + value.getClass().getName() + ", which Sql does not bind; see its Javadoc for the types");
        }
    }

    private static void bindArray(PreparedStatement statement, int index, ArrayValue array) throws SQLException {
        Array sqlArray = statement
                .getConnection()
                .createArrayOf(array.type(), array.elements().toArray());
        statement.setArray(index, sqlArray);
    }
}
