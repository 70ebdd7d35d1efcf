package org.tickmark.importer.sie;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/** Reads the fields of the line at hand by their types. A field that cannot be read is told as a problem of class E4 and gives nothing. */
final class Fields {
    /** What a decoder puts in the place of bytes that are no letter. */
    private static final char UNDECODABLE = '\uFFFD';

    private static final int FOUND_LENGTH = 40;
    private static final int LONG_DIGITS = 18;
    private static final int AMOUNT_LENGTH = 40;
    private static final int DATE_LENGTH = 8;

    private final LineReader lines;
    private final Line line;
    private final Problems problems;
    private LocalDate lastDate = LocalDate.EPOCH;
    private int lastDateNumber = 19_700_101;

    Fields(LineReader lines, Line line, Problems problems) {
        this.lines = lines;
        this.line = line;
        this.problems = problems;
    }

    /** A text in the file's encoding; empty when there is none. */
    String text(int field) {
        Charset charset = lines.encoding().map(Encoding::charset).orElse(StandardCharsets.US_ASCII);
        String text = line.text(field, charset);
        if (text.indexOf(UNDECODABLE) >= 0) {
            problems.tell(Problem.warning(ErrorClass.W.code("undecodable"), Texts.message("sie.undecodable"))
                    .where(place())
                    .found(charset.name())
                    .advice(Texts.message("sie.encoding.advice"))
                    .build());
        }
        return text;
    }

    /** An amount, its scale as written. */
    Optional<BigDecimal> amount(int field) {
        if (field < line.count() && isAmount(line.start(field), line.end(field))) {
            return Optional.of(exact(line.start(field), line.end(field)));
        }
        refuse("amount", line.ascii(field), "1234.56");
        return Optional.empty();
    }

    /** Whether the field holds more than blanks. */
    boolean isGiven(int field) {
        return !line.ascii(field).isEmpty();
    }

    /** A date of eight digits. */
    Optional<LocalDate> date(int field) {
        Optional<LocalDate> date = dateOrNothing(field);
        if (date.isEmpty()) {
            refuse("date", line.ascii(field), "20261122");
        }
        return date;
    }

    /** A date of eight digits; nothing, and no problem, when it is none. */
    Optional<LocalDate> dateOrNothing(int field) {
        if (field >= line.count() || line.end(field) - line.start(field) != DATE_LENGTH) {
            return Optional.empty();
        }
        int number = 0;
        for (int i = line.start(field); i < line.end(field); i++) {
            byte digit = line.bytes()[i];
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            number = 10 * number + digit - '0';
        }
        return day(number);
    }

    /** Tells that the line lacks a field that it cannot do without. */
    void missing(String field) {
        refuse("missing", "-", field);
    }

    /** Tells that a field cannot be read. */
    void refuse(String kind, String found, String expected) {
        String shown = found.length() <= FOUND_LENGTH ? found : found.substring(0, FOUND_LENGTH) + "…";
        problems.tell(Problem.error(ErrorClass.E4.code(kind), Texts.message("sie.field." + kind))
                .where(place())
                .found(shown.isEmpty() ? "-" : shown)
                .expected(expected)
                .advice(Texts.message("sie.field.advice"))
                .build());
    }

    /** The line at hand. */
    String place() {
        return "line " + lines.number();
    }

    private Optional<LocalDate> day(int number) {
        if (number != lastDateNumber) {
            try {
                lastDate = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
                lastDateNumber = number;
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(lastDate);
    }

    private boolean isAmount(int from, int to) {
        int start = from < to && isSign(line.bytes()[from]) ? from + 1 : from;
        int digits = 0;
        int points = 0;
        for (int i = start; i < to; i++) {
            byte value = line.bytes()[i];
            if (value >= '0' && value <= '9') {
                digits++;
            } else if (value == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1 && to - from <= AMOUNT_LENGTH;
    }

    private BigDecimal exact(int from, int to) {
        if (to - from > LONG_DIGITS) {
            return new BigDecimal(new String(line.bytes(), from, to - from, StandardCharsets.US_ASCII));
        }
        long unscaled = 0;
        int scale = 0;
        boolean fraction = false;
        for (int i = isSign(line.bytes()[from]) ? from + 1 : from; i < to; i++) {
            byte value = line.bytes()[i];
            if (value == '.') {
                fraction = true;
            } else {
                unscaled = 10 * unscaled + value - '0';
                scale += fraction ? 1 : 0;
            }
        }
        return BigDecimal.valueOf(line.bytes()[from] == '-' ? -unscaled : unscaled, scale);
    }

    private static boolean isSign(byte value) {
        return value == '-' || value == '+';
    }
}
