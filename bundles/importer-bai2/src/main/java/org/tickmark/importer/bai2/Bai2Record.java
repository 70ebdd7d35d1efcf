package org.tickmark.importer.bai2;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;

/** A record and what continues it: fields between commas, gone through from the first to the last. Fields that are not there are empty. */
final class Bai2Record {
    private static final int SHORT_DATE = 6;
    private static final int LONG_DATE = 8;
    private static final int YEARS = 10_000;

    private final String code;
    private final StringBuilder content;
    private final String place;
    private final LineProblems problems;
    private int at;
    private int field = 1;

    /**
     * A record before its first field.
     *
     * @param code its two digits
     * @param content what follows the comma behind them, without the slash at its end
     * @param place where it begins
     */
    Bai2Record(String code, String content, String place, LineProblems problems) {
        this.code = code;
        this.content = new StringBuilder(content);
        this.place = place;
        this.problems = problems;
    }

    String code() {
        return code;
    }

    String place() {
        return place;
    }

    /** Adds fields that continue it. */
    void add(String more) {
        content.append(',').append(more);
    }

    /** Adds what is left of a line that was broken. */
    void addBroken(String more) {
        content.append(more);
    }

    int length() {
        return content.length();
    }

    /** Whether there are more fields. */
    boolean hasNext() {
        return at <= content.length() && !content.substring(at).isBlank();
    }

    /** The next field without blanks around it; empty when there is none. */
    String next() {
        field++;
        if (at > content.length()) {
            return "";
        }
        int comma = content.indexOf(",", at);
        int end = comma < 0 ? content.length() : comma;
        String value = content.substring(at, end).strip();
        at = end + 1;
        return value;
    }

    /** All that is left, commas and all. */
    String rest() {
        field++;
        String rest = at > content.length() ? "" : content.substring(at);
        at = content.length() + 1;
        return rest;
    }

    /** How many fields are left, commas in texts among them. */
    int left() {
        int left = at > content.length() ? 0 : 1;
        for (int i = at; i < content.length(); i++) {
            left += content.charAt(i) == ',' ? 1 : 0;
        }
        return left;
    }

    /**
     * The next field as an amount in units of the currency's smallest coin; empty when it is not given, and, with a problem told, when it cannot be
     * read.
     */
    Optional<BigDecimal> nextUnits() {
        String value = next();
        return value.isEmpty() ? Optional.empty() : units(value);
    }

    /** The next field as an amount that must be there; empty, and a problem told, when it is not or cannot be read. */
    Optional<BigDecimal> requireUnits() {
        return units(next());
    }

    private Optional<BigDecimal> units(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        Optional<BigDecimal> units = Ascii.minorUnits(bytes, 0, bytes.length, 0);
        if (units.isEmpty()) {
            refuse(Field.AMOUNT, value, "123456");
        }
        return units;
    }

    /** The next field as a number; empty, and a problem told, when it is none. */
    Optional<Long> nextNumber() {
        String value = next();
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        long number = Ascii.number(bytes, 0, bytes.length);
        if (number < 0) {
            refuse(Field.NUMBER, value, "2");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** The next field as a date YYMMDD or YYYYMMDD; empty when it is not given, and, with a problem told, when it cannot be read. */
    Optional<LocalDate> nextDate() {
        String value = next();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        int number = bytes.length == SHORT_DATE || bytes.length == LONG_DATE
                ? (int) Ascii.number(bytes, 0, bytes.length)
                : -1;
        int whole =
                bytes.length == SHORT_DATE && number >= 0 ? Days.year(number / YEARS) * YEARS + number % YEARS : number;
        Optional<LocalDate> date = new Days().of(whole);
        if (date.isEmpty()) {
            refuse(Field.DATE, value, "261122");
        }
        return date;
    }

    /** Tells that the field taken last cannot be read. */
    void refuse(Field kind, String found, String expected) {
        problems.field(kind, place + ", field " + field, found, expected);
    }
}
