package org.tickmark.kit.xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.RepeatedWarnings;

/**
 * Reads texts of elements and attributes by their types. One that cannot be read is told as a problem of class E4 with its place, and gives nothing. For
 * one thread.
 */
public final class XmlFields {
    private static final int FOUND_LENGTH = 40;

    private final RepeatedWarnings told;

    /** The fields of one document. */
    public XmlFields(StatementSink sink) {
        this.told = new RepeatedWarnings(sink);
    }

    /** An amount, its scale as written. */
    public Optional<BigDecimal> amount(String text, String place) {
        Optional<BigDecimal> amount = XmlValues.decimal(text);
        if (amount.isEmpty()) {
            refuseAmount(text, "1234.56", place);
        }
        return amount;
    }

    /** Tells that a text is no amount. */
    public void refuseAmount(String text, String expected, String place) {
        refuse("amount", text, expected, place);
    }

    /** The day of a date or of a date and time. */
    public Optional<LocalDate> day(String text, String place) {
        Optional<LocalDate> day = XmlValues.day(text);
        if (day.isEmpty()) {
            refuseDate(text, "2026-11-22", place);
        }
        return day;
    }

    /** Tells that a text is no date. */
    public void refuseDate(String text, String expected, String place) {
        refuse("date", text, expected, place);
    }

    /** Tells that an element lacks a field that it cannot do without. */
    public void missing(String field, String place) {
        refuse("missing", "-", field, place);
    }

    /** Tells a problem; a warning only the first times. */
    public void tell(Problem problem) {
        told.tell(problem);
    }

    /** Tells how many warnings were not told. */
    public void finish() {
        told.finish();
    }

    private void refuse(String kind, String found, String expected, String place) {
        String shown = found.length() <= FOUND_LENGTH ? found : found.substring(0, FOUND_LENGTH) + "…";
        told.tell(Problem.error(ErrorClass.E4.code(kind), Texts.message("xml.field." + kind))
                .where(place)
                .found(shown.isEmpty() ? "-" : shown)
                .expected(expected)
                .advice(Texts.message("xml.field.advice"))
                .build());
    }
}
