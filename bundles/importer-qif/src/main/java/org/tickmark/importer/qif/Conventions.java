package org.tickmark.importer.qif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.kit.lines.LineReader;

/**
 * How the dates and amounts of a file are written, as its definition says or as its transactions show. What the first part of a file does not show, nothing
 * later may decide otherwise: such a file is refused, and the definition must say. For one thread.
 */
final class Conventions {
    /** With fewer different days, records may be in the order of time by accident. */
    private static final int FEWEST_DAYS = 5;

    private final Map<DateOrder, Reading> readings = new EnumMap<>(DateOrder.class);
    private final DateField date = new DateField();
    private long dates;
    private long points;
    private long commas;
    private boolean either;
    private boolean differ;
    private String datePlace = "";
    private String dateExample = "";
    private String amountPlace = "";
    private String amountExample = "";

    /** The dates read in one order. */
    private static final class Reading {
        private long possible;
        private long changes;
        private boolean ascends = true;
        private boolean descends = true;
        private LocalDate last;

        void add(LocalDate day) {
            possible++;
            if (last != null && !day.equals(last)) {
                ascends &= day.isAfter(last);
                descends &= day.isBefore(last);
                changes++;
            }
            last = day;
        }
    }

    /**
     * What was decided.
     *
     * @param order of the numbers in dates
     * @param decimalMark a point or a comma
     */
    record Decided(DateOrder order, char decimalMark) {}

    private Conventions() {
        for (DateOrder order : DateOrder.values()) {
            readings.put(order, new Reading());
        }
    }

    /**
     * Decides.
     *
     * @param sample the beginning of the file
     * @param whole whether that is all of it
     * @throws org.tickmark.api.TickmarkException of class E4 if neither definition nor file decide
     */
    static Decided decide(byte[] sample, boolean whole, ReadContext context) throws IOException {
        Conventions conventions = new Conventions();
        conventions.look(sample, whole, context);
        char mark = context.option(QifImporter.DECIMAL)
                .filter(word -> !word.equals(QifImporter.AUTO))
                .map(word -> word.equals("comma") ? ',' : '.')
                .orElseGet(conventions::decimalMark);
        DateOrder order = context.option(QifImporter.DATE)
                .filter(word -> !word.equals(QifImporter.AUTO))
                .map(word -> DateOrder.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> conventions.order(mark));
        return new Decided(order, mark);
    }

    private void look(byte[] sample, boolean whole, ReadContext context) throws IOException {
        LineReader lines = new LineReader(
                new ByteArrayInputStream(sample),
                Math.max(context.limits().line(), sample.length + 1),
                QifImporter.ENCODING);
        Heading heading = Heading.OTHER;
        boolean inSplit = false;
        while (lines.nextFilled() && (whole || lines.isTerminated())) {
            switch (lines.at(0)) {
                case '!' -> heading = Heading.of(lines);
                case '^' -> inSplit = false;
                case 'S' -> inSplit = true;
                default -> {
                    if (heading == Heading.TRANSACTIONS) {
                        field(lines, inSplit);
                    }
                }
            }
        }
    }

    private void field(LineReader lines, boolean inSplit) {
        int start = lines.start() + 1;
        if (lines.at(0) == 'T' || lines.at(0) == 'U' || lines.at(0) == '$') {
            amount(lines, start);
        } else if (lines.at(0) == 'D' && !inSplit && date.read(lines.buffer(), start, lines.end())) {
            date(lines, start);
        }
    }

    private void amount(LineReader lines, int start) {
        switch (AmountField.shows(lines.buffer(), start, lines.end())) {
            case POINT -> points++;
            case COMMA -> commas++;
            case EITHER -> {
                if (!either) {
                    amountPlace = lines.place();
                    amountExample = lines.latin(start, lines.end());
                }
                either = true;
            }
            default -> {
                // shows nothing
            }
        }
    }

    private void date(LineReader lines, int start) {
        dates++;
        LocalDate one = null;
        for (DateOrder order : DateOrder.values()) {
            Optional<LocalDate> day = date.day(order);
            day.ifPresent(readings.get(order)::add);
            if (day.isPresent() && one != null && !one.equals(day.get())) {
                if (!differ) {
                    datePlace = lines.place();
                    dateExample = lines.latin(start, lines.end());
                }
                differ = true;
            }
            one = day.orElse(one);
        }
    }

    private char decimalMark() {
        if (points == 0 && commas == 0 && either) {
            throw Problem.error(ErrorClass.E4.code("decimal"), Texts.message("qif.decimal"))
                    .where(amountPlace)
                    .found(amountExample)
                    .expected("1234.56, 1234,56")
                    .advice(Texts.message("qif.decimal.advice"))
                    .exception();
        }
        return commas > points ? ',' : '.';
    }

    private DateOrder order(char decimalMark) {
        List<DateOrder> possible = possible(decimalMark);
        if (possible.size() == 1 || !differ) {
            return possible.isEmpty() ? DateOrder.YMD : possible.get(0);
        }
        return inOrderOfTime(possible)
                .orElseThrow(() -> Problem.error(ErrorClass.E4.code("date-order"), Texts.message("qif.date-order"))
                        .where(datePlace)
                        .found(dateExample)
                        .expected(String.join(
                                ", ", possible.stream().map(DateOrder::example).toList()))
                        .advice(Texts.message("qif.date-order.advice"))
                        .exception());
    }

    /** The orders in which most dates are days; where amounts have a decimal comma nobody puts the month first. */
    private List<DateOrder> possible(char decimalMark) {
        long most = readings.values().stream()
                .mapToLong(reading -> reading.possible)
                .max()
                .orElse(0);
        List<DateOrder> possible = new ArrayList<>();
        readings.forEach((order, reading) -> {
            if (dates > 0 && reading.possible == most) {
                possible.add(order);
            }
        });
        if (possible.size() > 1 && decimalMark == ',') {
            possible.remove(DateOrder.MDY);
        }
        return possible;
    }

    /** The only order in which the records are in the order of time. */
    private Optional<DateOrder> inOrderOfTime(List<DateOrder> possible) {
        boolean enough = possible.stream().allMatch(order -> readings.get(order).changes + 1 >= FEWEST_DAYS);
        List<DateOrder> ordered = possible.stream()
                .filter(order -> readings.get(order).ascends || readings.get(order).descends)
                .toList();
        return enough && ordered.size() == 1 ? Optional.of(ordered.get(0)) : Optional.empty();
    }
}
