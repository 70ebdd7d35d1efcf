package org.tickmark.importer.sie5;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The fiscal years of a document, of which one is the current one: the primary, else the latest. */
final class FiscalYears {
    private static final int MONTH_LENGTH = 7;

    /**
     * A fiscal year.
     *
     * @param first its first month
     * @param last its last month
     * @param primary whether the document is about this one
     */
    record Year(YearMonth first, YearMonth last, boolean primary) {
        LocalDate firstDay() {
            return first.atDay(1);
        }

        LocalDate lastDay() {
            return last.atEndOfMonth();
        }

        private boolean goesBefore(Year other) {
            return primary == other.primary ? first.isAfter(other.first) : primary;
        }
    }

    private Year current;

    /** Takes a year; false when its months cannot be read. */
    boolean add(String start, String end, boolean primary) {
        Optional<YearMonth> first = month(start);
        Optional<YearMonth> last = month(end);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return false;
        }
        Year year = new Year(first.get(), last.get(), primary);
        current = current == null || year.goesBefore(current) ? year : current;
        return true;
    }

    /** The year that the document is about, if it names any. */
    Optional<Year> current() {
        return Optional.ofNullable(current);
    }

    /** A month, such as {@code 2026-01}; a day in it will do. */
    static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text.length() > MONTH_LENGTH ? text.substring(0, MONTH_LENGTH) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
