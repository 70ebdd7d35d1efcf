package org.tickmark.script.crmscript.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How values are kept and shown. A number that has no value is {@link #NULL}, which is outside the range of every type; a Float that has none is not
 * a number, which no operation yields. Boxed, both are null; so are a text and a date without value.
 */
public final class Values {
    /** A whole number without value. */
    public static final long NULL = Long.MIN_VALUE;

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Values() {}

    /** A whole number, or 0 for none. */
    public static long orZero(long number) {
        return number == NULL ? 0 : number;
    }

    /** A Float, or 0 for none. */
    public static double orZero(double real) {
        return Double.isNaN(real) ? 0 : real;
    }

    /** A boxed value from how it is kept. */
    public static Object box(Type type, long bits) {
        return switch (type.storage()) {
            case NUMBER -> bits == NULL ? null : (Object) bits;
            case REAL -> {
                double real = Double.longBitsToDouble(bits);
                yield Double.isNaN(real) ? null : (Object) real;
            }
            case FLAG -> bits != 0;
            case OBJECT, NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    /** How a boxed value is kept. */
    public static long bits(Type type, Object value) {
        return switch (type.storage()) {
            case NUMBER -> value == null ? NULL : (Long) value;
            case REAL -> Double.doubleToRawLongBits(value == null ? Double.NaN : (Double) value);
            case FLAG -> Boolean.TRUE.equals(value) ? 1 : 0;
            case OBJECT, NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    /** A boxed simple value as text: what its {@code toString} gives; empty for none. */
    public static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double real) {
            return real(real);
        }
        if (value instanceof LocalDateTime dateTime) {
            return DATE_TIME.format(dateTime);
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof Duration span) {
            return span(span.toSeconds());
        }
        if (value instanceof GenericValue generic) {
            return text(generic.value());
        }
        return value instanceof LocalDate ? value.toString() : String.valueOf(value);
    }

    /** Whether values of a type have an order of their own. */
    public static boolean isOrdered(Type type) {
        return type.isNumeric() || (type instanceof Simple simple && simple.isTemporal());
    }

    /** Compares boxed values of one ordered type; a number without value is 0, a date without value comes first. */
    @SuppressWarnings("unchecked") // The compiler compares values of one type only.
    public static int compare(Object first, Object second) {
        if (first instanceof Double || second instanceof Double) {
            return Double.compare(first == null ? 0 : (Double) first, second == null ? 0 : (Double) second);
        }
        if (first instanceof Long || second instanceof Long) {
            return Long.compare(first == null ? 0 : (Long) first, second == null ? 0 : (Long) second);
        }
        if (first == null || second == null) {
            return Boolean.compare(first != null, second != null);
        }
        return ((Comparable<Object>) first).compareTo(second);
    }

    private static String real(double real) {
        String plain = BigDecimal.valueOf(real).stripTrailingZeros().toPlainString();
        return plain.equals("-0") ? "0" : plain;
    }

    private static String span(long seconds) {
        long length = Math.abs(seconds);
        return String.format(
                Locale.ROOT, "%s%02d:%02d:%02d", seconds < 0 ? "-" : "", length / 3600, length / 60 % 60, length % 60);
    }
}
