package org.tickmark.importer.camt;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlValues;

/**
 * Reads the fields of an element by their types and leaves it. A field that cannot be read is told as a problem of class E4 with its place and
 * gives nothing.
 */
final class Fields {
    private static final int FOUND_LENGTH = 40;
    private static final Set<String> DATES = Set.of("Dt", "DtTm");
    private static final Set<String> CODE = Set.of("Cd");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

    private final XmlCursor xml;
    private final Consumer<Problem> problems;
    private String lastDate = "";
    private Optional<LocalDate> lastDay = Optional.empty();

    Fields(XmlCursor xml, Consumer<Problem> problems) {
        this.xml = xml;
        this.problems = problems;
    }

    /** An amount with its attribute {@code Ccy}. */
    Optional<Money> money() throws IOException {
        String currency = xml.attribute("Ccy").toUpperCase(Locale.ROOT);
        return amount().map(amount -> new Money(amount, currency));
    }

    /** An amount, its scale as written. */
    Optional<BigDecimal> amount() throws IOException {
        String text = xml.text();
        Optional<BigDecimal> amount = XmlValues.decimal(text);
        return amount.isPresent() ? amount : unreadable("amount", text, "1234.56");
    }

    /** {@code CRDT} or {@code DBIT}. */
    Optional<Direction> direction() throws IOException {
        String text = xml.text();
        return switch (text) {
            case "CRDT" -> Optional.of(Direction.CREDIT);
            case "DBIT" -> Optional.of(Direction.DEBIT);
            default -> unreadable("direction", text, "CRDT, DBIT");
        };
    }

    /** The status of an entry: a text up to version 6, a code inside from version 7. */
    Optional<Status> status() throws IOException {
        String text = xml.textOrChild(CODE);
        return switch (text) {
            case "BOOK" -> Optional.of(Status.BOOKED);
            case "PDNG", "FUTR" -> Optional.of(Status.PENDING);
            case "INFO" -> Optional.of(Status.INFO);
            default -> unreadable("status", text, "BOOK, PDNG, INFO, FUTR");
        };
    }

    /** An indicator. */
    boolean flag() throws IOException {
        String text = xml.text();
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> {
                unreadable("indicator", text, "true, false");
                yield false;
            }
        };
    }

    /** A whole number. */
    Optional<Long> number() throws IOException {
        String text = xml.text();
        return WHOLE_NUMBER.matcher(text).matches()
                ? Optional.of(Long.valueOf(text))
                : unreadable("number", text, "1, 2, 3 …");
    }

    /** The day of a date or a time, in the element itself or one level down: the day is that of the bank's clock. */
    Optional<LocalDate> date() throws IOException {
        String text = xml.textOrChild(DATES);
        // Entries mostly bear the day of the entry before.
        if (!text.equals(lastDate)) {
            lastDay = XmlValues.day(text);
            lastDate = text;
        }
        return lastDay.isPresent() ? lastDay : unreadable("date", text, "2026-11-22");
    }

    /** A time with its offset from UTC. One without is local to the bank, so no instant, and gives nothing; it proves nothing either. */
    Optional<Instant> instant() throws IOException {
        try {
            return Optional.of(OffsetDateTime.parse(xml.text()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Tells that an element lacks a field that it cannot do without. */
    void missing(String place, String field) {
        problems.accept(Problem.error(ErrorClass.E4.code("missing"), Texts.message("camt.missing", field))
                .where(place)
                .found("-")
                .expected(field)
                .advice(Texts.message("camt.field.advice"))
                .build());
    }

    /** Tells that a field makes no sense. */
    void refuse(String kind, String place, String found, String expected) {
        problems.accept(Problem.error(ErrorClass.E4.code(kind), Texts.message("camt.field." + kind))
                .where(place)
                .found(found.length() <= FOUND_LENGTH ? found : found.substring(0, FOUND_LENGTH) + "…")
                .expected(expected)
                .advice(Texts.message("camt.field.advice"))
                .build());
    }

    private <T> Optional<T> unreadable(String kind, String found, String expected) {
        refuse(kind, xml.placeLeft(), found, expected);
        return Optional.empty();
    }
}
