package org.tickmark.importer.sie;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/** Reads the fields of the line at hand by their types. A field that cannot be read is told as a problem of class E4 and gives nothing. */
final class Fields {
    private static final int DATE_LENGTH = 8;

    private final LineReader lines;
    private final Line line;
    private final LineProblems problems;
    private final Days days = new Days();

    Fields(LineReader lines, Line line, LineProblems problems) {
        this.lines = lines;
        this.line = line;
        this.problems = problems;
    }

    /** A text in the file's encoding; empty when there is none. */
    String text(int field) {
        return problems.checked(line.text(field, lines));
    }

    /** An amount, its scale as written. */
    Optional<BigDecimal> amount(int field) {
        Optional<BigDecimal> amount = field < line.count()
                ? Ascii.amount(line.bytes(), line.start(field), line.end(field), '.')
                : Optional.empty();
        if (amount.isEmpty()) {
            refuse("amount", line.ascii(field), "1234.56");
        }
        return amount;
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
        return days.of((int) Ascii.number(line.bytes(), line.start(field), line.end(field)));
    }

    /** Tells that the line lacks a field that it cannot do without. */
    void missing(String field) {
        refuse("missing", "-", field);
    }

    /** Tells that a field cannot be read. */
    void refuse(String kind, String found, String expected) {
        problems.tell(Problem.error(ErrorClass.E4.code(kind), Texts.message("sie.field." + kind))
                .where(lines.place())
                .found(LineProblems.shown(found))
                .expected(expected)
                .advice(Texts.message("sie.field.advice"))
                .build());
    }
}
