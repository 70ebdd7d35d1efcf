package org.tickmark.api.record;

import java.util.Objects;

/**
 * A column of rows: its name, and what its values are. The heading for people is the message {@code column.<name>} of the
 * catalog it is shown with; programs read the name.
 *
 * @param name lower-case letters, digits and underscores; stable, since scripts and JSON readers depend on it
 * @param type what the values are
 */
public record Column(String name, Type type) {
    /** What the values of a column are; a value may also be absent, shown as empty and as JSON null. */
    public enum Type {
        /** {@link String}. */
        TEXT,
        /** {@link Long}. */
        INTEGER,
        /** {@link java.math.BigDecimal}; shown right-aligned, written to JSON as an exact decimal string. */
        AMOUNT,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.Instant}. */
        INSTANT,
        /** {@link Boolean}. */
        FLAG,
        /** {@link org.tickmark.api.message.Message}, rendered in the reader's language; JSON gets its id. */
        MESSAGE,
        /** {@link java.util.List} of {@link String}. */
        LIST
    }

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Column name '" + name + "': expected [a-z][a-z0-9_]*");
        }
    }

    /** A column of text. */
    public static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    /** A column of whole numbers. */
    public static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    /** A column of exact decimals. */
    public static Column amount(String name) {
        return new Column(name, Type.AMOUNT);
    }

    /** A column of dates. */
    public static Column date(String name) {
        return new Column(name, Type.DATE);
    }

    /** A column of instants. */
    public static Column instant(String name) {
        return new Column(name, Type.INSTANT);
    }

    /** A column of yes and no. */
    public static Column flag(String name) {
        return new Column(name, Type.FLAG);
    }

    /** A column of messages. */
    public static Column message(String name) {
        return new Column(name, Type.MESSAGE);
    }

    /** A column of lists of text. */
    public static Column list(String name) {
        return new Column(name, Type.LIST);
    }
}
