package org.tickmark.importer.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the dates of a table show about their order: that a number is too large for a month, that the rows are in the order of time only when read
 * so, and that nobody writes a month before a day with a point between them. For one thread.
 */
final class DateEvidence {
    /** With fewer different days, rows may be in the order of time by accident. */
    private static final int FEWEST_DAYS = 5;

    private final DateCell cell = new DateCell();
    private final Map<DateOrder, Reading> readings = new EnumMap<>(DateOrder.class);
    private long cells;
    private String example = "";

    /** The dates read in one order. */
    private static final class Reading {
        private long possible;
        private long days;
        private boolean ascends = true;
        private boolean descends = true;
        private LocalDate last;

        void add(LocalDate day) {
            possible++;
            if (last != null && !day.equals(last)) {
                ascends &= day.isAfter(last);
                descends &= day.isBefore(last);
                days++;
            }
            last = day;
        }

        boolean isInOrderOfTime() {
            return ascends || descends;
        }
    }

    DateEvidence() {
        for (DateOrder order : DateOrder.values()) {
            readings.put(order, new Reading());
        }
    }

    /** Adds a cell of a row; one that is no date, or whose order is known, shows nothing. */
    void add(Row row, int column) {
        if (!row.isEmpty(column)
                && !row.isTyped(column)
                && cell.read(row.chars(), row.start(column), row.end(column))) {
            cells++;
            example = example.isEmpty() ? row.text(column) : example;
            if (!cell.isMonthNamed()) {
                addNumbers();
            }
        }
    }

    private void addNumbers() {
        for (DateOrder order : DateOrder.values()) {
            if (!isImplausible(order)) {
                cell.date(order).ifPresent(day -> readings.get(order).add(day));
            }
        }
    }

    private boolean isImplausible(DateOrder order) {
        char mark = cell.separator();
        return switch (order) {
            case YMD -> cell.isYearShort() && (mark == '.' || mark == '/');
            case MDY -> mark == '.';
            case DMY -> false;
        };
    }

    /**
     * The orders that nothing speaks against; one alone decides. None if no cell was a date.
     *
     * @param decimalComma whether amounts have a decimal comma, as nowhere where the month goes first
     */
    List<DateOrder> possible(boolean decimalComma) {
        if (cells == 0) {
            return List.of();
        }
        long most = readings.values().stream()
                .mapToLong(reading -> reading.possible)
                .max()
                .orElse(0);
        if (most == 0) {
            // months are named: no order to tell
            return List.of(DateOrder.YMD);
        }
        List<DateOrder> possible = new ArrayList<>();
        readings.forEach((order, reading) -> {
            if (reading.possible == most) {
                possible.add(order);
            }
        });
        if (possible.size() > 1 && decimalComma) {
            possible.remove(DateOrder.MDY);
        }
        return possible.size() > 1 ? inOrderOfTime(possible).map(List::of).orElse(possible) : possible;
    }

    /** The first date that was seen, as written. */
    String example() {
        return example;
    }

    /** The only one of these in which the rows are in the order of time. */
    private Optional<DateOrder> inOrderOfTime(List<DateOrder> possible) {
        List<DateOrder> ordered = possible.stream()
                .filter(order -> readings.get(order).isInOrderOfTime())
                .toList();
        boolean shows = possible.stream().allMatch(order -> readings.get(order).days + 1 >= FEWEST_DAYS);
        return ordered.size() == 1 && shows ? Optional.of(ordered.get(0)) : Optional.empty();
    }
}
