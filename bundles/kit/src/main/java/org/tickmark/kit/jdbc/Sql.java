package org.tickmark.kit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One SQL statement with its values, run on a connection that stays the caller's: {@code Sql.on(connection, "select name
 * from unit where id = ?").with(7).first(row -> row.text("name"))}. The same on H2 and PostgreSQL. For one thread.
 *
 * <p>Values may be {@link String}, {@link Integer}, {@link Long}, {@link java.math.BigDecimal}, {@link Boolean},
 * {@link java.time.LocalDate}, {@link java.time.LocalDateTime}, {@link java.time.Instant} (stored in UTC, cut to microseconds, which is what both databases
 * keep), {@code byte[]}, an enum constant (its name), an {@link Optional} of these (its value or null), null, and
 * {@link #texts} or {@link #longs} for {@code = any(?)}. Any other type is an {@link IllegalArgumentException}.
 *
 * <p>Each terminal method throws {@link SQLException} if the database refuses the statement or a column cannot be read.
 */
public final class Sql {
    /** The column that {@link #insert()} takes the generated key from. */
    private static final String KEY = "id";

    private static final int FETCH_SIZE = 1000;

    private final Connection connection;
    private final String text;
    private final List<Object> values = new ArrayList<>();

    private Sql(Connection connection, String text) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.text = Objects.requireNonNull(text, "text");
    }

    /** A statement to run on this connection. */
    public static Sql on(Connection connection, String text) {
        return new Sql(connection, text);
    }

    /** One statement for many rows; see {@link Batch}. */
    public static Batch batch(Connection connection, String text) throws SQLException {
        return new Batch(new Rows(connection, text, Optional.empty()));
    }

    /**
     * One insert for many rows, telling the generated keys as rows are sent.
     *
     * @param keyColumn the column with the generated key, in lower case
     * @param keys gets the keys of the rows sent, in the order in which they were added
     */
    public static Batch batch(Connection connection, String text, String keyColumn, Batch.Keys keys)
            throws SQLException {
        return new Batch(new Rows(connection, text, Optional.of(new Rows.Generated(keyColumn, keys))));
    }

    /** Texts as one value, for {@code = any(?)}; may be none, which nothing equals. */
    public static Object texts(Collection<String> texts) {
        return new ArrayValue("varchar", List.copyOf(texts));
    }

    /** Whole numbers as one value, for {@code = any(?)}; may be none, which nothing equals. */
    public static Object longs(Collection<Long> numbers) {
        return new ArrayValue("bigint", List.copyOf(numbers));
    }

    /** What lower case that holds a text is like, for {@code like ? escape '!'}. */
    public static String holding(String text) {
        return containing(text.toLowerCase(Locale.ROOT));
    }

    /** What holds a text as it is written is like, for {@code like ? escape '!'}. */
    public static String containing(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    /** Adds values for the next placeholders; may be called more than once. A value may be null. */
    public Sql with(Object... next) {
        if (next == null) {
            values.add(null);
        } else {
            for (Object value : next) {
                values.add(value);
            }
        }
        return this;
    }

    /** All rows. */
    public <T> List<T> list(Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        each(row -> found.add(reader.read(row)));
        return found;
    }

    /** The first row, if there is any; the reader's result is not null. */
    public <T> Optional<T> first(Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepared()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
            }
        }
    }

    /**
     * The one row.
     *
     * @throws SQLException if there is none (state 02000) or more than one (state 21000)
     */
    public <T> T one(Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepared()) {
            statement.setMaxRows(2);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("Expected one row, found none: " + text, "02000");
                }
                T found = reader.read(new Row(rows));
                if (rows.next()) {
                    throw new SQLException("Expected one row, found more: " + text, "21000");
                }
                return found;
            }
        }
    }

    /**
     * Hands over the rows one by one without holding them all: the driver fetches {@value #FETCH_SIZE} at a time, on
     * PostgreSQL only if the connection does not commit automatically.
     */
    public void each(Consumer consumer) throws SQLException {
        try (PreparedStatement statement = prepared()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    consumer.accept(row);
                }
            }
        }
    }

    /** Runs an insert, update, delete or a definition; returns how many rows it changed. */
    public int update() throws SQLException {
        try (PreparedStatement statement = prepared()) {
            return statement.executeUpdate();
        }
    }

    /** Runs an insert of one row; returns the key generated in its column {@code id}. */
    public long insert() throws SQLException {
        return insert(KEY);
    }

    /**
     * Runs an insert of one row; returns the key generated in the column named, in lower case.
     *
     * @throws SQLException if no row was inserted, state 02000
     */
    public long insert(String keyColumn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text, new String[] {keyColumn})) {
            Values.bind(statement, 0, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("Expected a row to be inserted, none was: " + text, "02000");
                }
                return keys.getLong(1);
            }
        }
    }

    private PreparedStatement prepared() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            Values.bind(statement, 0, values);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the row; it must not be kept. */
        T read(Row row) throws SQLException;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Consumer {
        /** Takes the row; it must not be kept. */
        void accept(Row row) throws SQLException;
    }
}
