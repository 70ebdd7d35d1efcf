package org.tickmark.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Booked entries summed up by their booking dates. For one thread. */
final class DaySums {
    private final TreeMap<LocalDate, Sum> days = new TreeMap<>();

    /** How many entries there are, and what they come to. */
    record Sum(long entries, BigDecimal amount) {
        private static Sum of(BigDecimal amount) {
            return new Sum(1, amount);
        }

        private Sum and(Sum other) {
            return new Sum(entries + other.entries, amount.add(other.amount));
        }
    }

    void add(LocalDate day, BigDecimal amount) {
        days.merge(day, Sum.of(amount), Sum::and);
    }

    /** The earliest of the days; empty if there is none. */
    Optional<LocalDate> earliest() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
    }

    /** The days in their order, each with its sum. */
    Set<Map.Entry<LocalDate, Sum>> days() {
        return Collections.unmodifiableSet(days.entrySet());
    }
}
