package org.tickmark.kit.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The current row of a result, read by column label. A column that may be null is read with an {@code optional} method;
 * the others throw {@link SQLException} (state 22004) naming the column when it is null. Only valid until the reader that
 * got it returns.
 */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** Text. */
    public String text(String column) throws SQLException {
        return present(rows.getString(column), column);
    }

    /** Text that may be null. */
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /** A whole number. */
    public long number(String column) throws SQLException {
        long number = rows.getLong(column);
        if (rows.wasNull()) {
            throw isNull(column);
        }
        return number;
    }

    /** A whole number that may be null. */
    public Optional<Long> optionalNumber(String column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /**
     * An exact decimal without trailing zeros after the point ({@code 1250.50} reads as {@code 1250.5}, {@code 100} as
     * {@code 100}): H2 does not keep the scale of a {@code NUMERIC} without precision, PostgreSQL does, and equal amounts
     * shall be equal objects on both.
     */
    public BigDecimal amount(String column) throws SQLException {
        return canonical(present(rows.getBigDecimal(column), column));
    }

    /** An exact decimal that may be null; as {@link #amount}. */
    public Optional<BigDecimal> optionalAmount(String column) throws SQLException {
        return Optional.ofNullable(rows.getBigDecimal(column)).map(Row::canonical);
    }

    /** True or false. */
    public boolean flag(String column) throws SQLException {
        boolean flag = rows.getBoolean(column);
        if (rows.wasNull()) {
            throw isNull(column);
        }
        return flag;
    }

    /** A date. */
    public LocalDate date(String column) throws SQLException {
        return present(rows.getObject(column, LocalDate.class), column);
    }

    /** A date that may be null. */
    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, LocalDate.class));
    }

    /** A time on a wall clock, from a {@code TIMESTAMP} without a zone. */
    public LocalDateTime wallClock(String column) throws SQLException {
        return present(rows.getObject(column, LocalDateTime.class), column);
    }

    /** A time on a wall clock that may be null. */
    public Optional<LocalDateTime> optionalWallClock(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, LocalDateTime.class));
    }

    /** An instant, from a {@code TIMESTAMP WITH TIME ZONE}. */
    public Instant instant(String column) throws SQLException {
        return present(rows.getObject(column, OffsetDateTime.class), column).toInstant();
    }

    /** An instant that may be null. */
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * An enum constant by its name.
     *
     * @throws SQLException state 22023, if the text is not one of the names
     */
    public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return constant(type, text(column), column);
    }

    /** An enum constant by its name, or null in the database. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String column, Class<E> type) throws SQLException {
        Optional<String> name = optionalText(column);
        return name.isPresent() ? Optional.of(constant(type, name.get(), column)) : Optional.empty();
    }

    /** Bytes. */
    public byte[] bytes(String column) throws SQLException {
        return present(rows.getBytes(column), column);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String column) throws SQLException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new SQLException(
                    "Column " + column + " holds '" + name + "', which is no " + type.getSimpleName(), "22023", e);
        }
    }

    private static BigDecimal canonical(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <T> T present(T value, String column) throws SQLException {
        if (value == null) {
            throw isNull(column);
        }
        return value;
    }

    private static SQLException isNull(String column) {
        return new SQLException("Column " + column + " is null, a value was expected", "22004");
    }
}
