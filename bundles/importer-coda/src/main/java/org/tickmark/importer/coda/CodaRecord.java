package org.tickmark.importer.coda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;

/**
 * A record of 128 characters; blanks that are missing at its end are taken for given. Positions are those of the format description: from 1, both ends included. A
 * field that cannot be read is told as a problem of class E4 and gives nothing.
 */
final class CodaRecord {
    /** How long a record is. */
    static final int LENGTH = 128;

    /** Amounts have three decimals. */
    private static final int SCALE = 3;

    private static final int DATE = 6;
    private static final int YEARS = 100;
    private static final int MONTHS = 100;

    private final String text;
    private final String place;
    private final LineProblems problems;
    private final Days days;

    /**
     * A record.
     *
     * @param text its characters
     * @param place where it is, in words of an error
     */
    CodaRecord(String text, String place, LineProblems problems, Days days) {
        this.text = text;
        this.place = place;
        this.problems = problems;
        this.days = days;
    }

    /** Where it is. */
    String place() {
        return place;
    }

    /** The character at a position. */
    char at(int position) {
        return position <= text.length() ? text.charAt(position - 1) : ' ';
    }

    /** The characters of a field, blanks and all. */
    String raw(int from, int to) {
        int end = Math.min(to, text.length());
        String given = from - 1 < end ? text.substring(from - 1, end) : "";
        return given + " ".repeat(to - from + 1 - given.length());
    }

    /** The text of a field, without blanks around it. */
    String text(int from, int to) {
        return raw(from, to).strip();
    }

    /** A number; empty when the field is blank, not a number, or zero. */
    Optional<Long> number(int from, int to) {
        String field = text(from, to);
        return isDigits(field) ? Optional.of(Long.valueOf(field)).filter(number -> number > 0) : Optional.empty();
    }

    /** An amount without sign. */
    Optional<BigDecimal> amount(int from, int to) {
        String field = raw(from, to);
        if (isDigits(field)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(field), SCALE));
        }
        refuse(Field.AMOUNT, from, to, "000000001234560");
        return Optional.empty();
    }

    /** An amount whose sign stands before it: 0 for credit, 1 for debit. */
    Optional<BigDecimal> signed(int sign, int from, int to) {
        Optional<BigDecimal> amount = amount(from, to);
        if (at(sign) != '0' && at(sign) != '1') {
            refuse(Field.CODE, sign, sign, "0, 1");
            return Optional.empty();
        }
        return at(sign) == '1' ? amount.map(BigDecimal::negate) : amount;
    }

    /** A date DDMMYY; empty when it is not given, which zeros say too. */
    Optional<LocalDate> date(int from, int to) {
        String field = text(from, to);
        if (field.isEmpty() || field.equals("000000")) {
            return Optional.empty();
        }
        Optional<LocalDate> date = isDigits(field) && field.length() == DATE ? day(field) : Optional.empty();
        if (date.isEmpty()) {
            refuse(Field.DATE, from, to, "221126");
        }
        return date;
    }

    /** Tells that a field cannot be read. */
    void refuse(Field field, int from, int to, String expected) {
        problems.field(field, place + ", column " + from, text(from, to), expected);
    }

    /** Whether a text holds digits, and nothing else. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private Optional<LocalDate> day(String field) {
        int number = Integer.parseInt(field);
        int year = Days.year(number % YEARS);
        return days.of((year * MONTHS + number / YEARS % MONTHS) * MONTHS + number / YEARS / MONTHS);
    }
}
