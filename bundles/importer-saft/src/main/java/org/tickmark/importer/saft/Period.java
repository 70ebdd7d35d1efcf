package org.tickmark.importer.saft;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlValues;

/**
 * What time the file covers: days, or numbers of periods that are read as months of the calendar. A period that is no month, such as 13, is the last of
 * its year.
 */
final class Period {
    private static final int MONTHS = 12;

    private final XmlCursor xml;
    private Optional<LocalDate> firstDay = Optional.empty();
    private Optional<LocalDate> lastDay = Optional.empty();
    private String firstPeriod = "";
    private String firstYear = "";
    private String lastPeriod = "";
    private String lastYear = "";

    Period(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "SelectionStartDate" -> firstDay = XmlValues.day(xml.text());
                case "SelectionEndDate" -> lastDay = XmlValues.day(xml.text());
                case "PeriodStart" -> firstPeriod = xml.text();
                case "PeriodStartYear" -> firstYear = xml.text();
                case "PeriodEnd" -> lastPeriod = xml.text();
                case "PeriodEndYear" -> lastYear = xml.text();
                default -> xml.skip();
            }
        }
        firstDay = firstDay.or(() -> month(firstYear, firstPeriod).map(month -> month.atDay(1)));
        lastDay = lastDay.or(() -> month(lastYear, lastPeriod).map(YearMonth::atEndOfMonth));
    }

    /** Whether first and last day are known and make sense. */
    boolean isKnown() {
        return firstDay.isPresent() && lastDay.isPresent() && !lastDay.get().isBefore(firstDay.get());
    }

    /** The first day, included. */
    LocalDate firstDay() {
        return firstDay.orElseThrow();
    }

    /** The last day, included. */
    LocalDate lastDay() {
        return lastDay.orElseThrow();
    }

    private static Optional<YearMonth> month(String year, String period) {
        try {
            int number = Integer.parseInt(period);
            return number < 1
                    ? Optional.empty()
                    : Optional.of(YearMonth.of(Integer.parseInt(year), Math.min(number, MONTHS)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
