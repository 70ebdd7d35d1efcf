package org.tickmark.benchmarks.matching.files;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.benchmarks.matching.workload.Row;

/**
 * In which form a workload is given: what is left of its rows, in which order they come, and what they are called.
 *
 * @param omitted columns left out; never the booking date or the amount
 * @param shuffle seed of a random order; empty for the order of the workload
 * @param rename seed of random names; empty for names that count up
 */
public record Form(Set<Column> omitted, OptionalLong shuffle, OptionalLong rename) {
    private static final Set<Column> NEEDED = EnumSet.of(Column.BOOKING_DATE, Column.AMOUNT);

    /** Everything, in order. */
    public static final Form PLAIN = new Form(Set.of(), OptionalLong.empty(), OptionalLong.empty());

    /** Checks that nothing needed is left out. */
    public Form {
        omitted = Set.copyOf(omitted);
        if (omitted.stream().anyMatch(NEEDED::contains)) {
            throw new IllegalArgumentException(
                    "Omitted " + omitted + ", but booking_date and amount cannot be left out; omit other columns");
        }
    }

    /** The same, in a random order under random names. */
    public Form disguised(long seed) {
        return new Form(omitted, OptionalLong.of(seed), OptionalLong.of(seed));
    }

    /** The columns written. */
    List<Column> columns() {
        return Arrays.stream(Column.values())
                .filter(column -> !omitted.contains(column))
                .toList();
    }

    /** What can be seen of a row, its name aside. */
    public String visible(Row row) {
        return columns().stream()
                .filter(column -> column != Column.ID)
                .map(column -> column.cell("", row))
                .collect(Collectors.joining("\u001f"));
    }

    /** A row without what is left out. */
    public Row visibleRow(Row row) {
        return new Row(
                row.booked(),
                omitted.contains(Column.VALUE_DATE) ? java.util.Optional.empty() : row.value(),
                row.minor(),
                omitted.contains(Column.REFERENCE) ? "" : row.reference(),
                omitted.contains(Column.COUNTERPARTY) ? "" : row.counterparty(),
                omitted.contains(Column.TEXT) ? "" : row.text());
    }
}
