package org.tickmark.recurrence.form;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.tickmark.recurrence.Moment;

/** When a repeating follow-up ends. */
public sealed interface PatternEnd {
    /** The stored number of the kind of end: 1 by date, 2 by count; the original has none for "never". */
    OptionalInt number();

    /** A series without end. */
    record Never() implements PatternEnd {
        @Override
        public OptionalInt number() {
            return OptionalInt.empty();
        }
    }

    /** The last date on which an occurrence may fall. */
    record ByDate(LocalDate lastInclusive) implements PatternEnd {
        public ByDate {
            Moment.of(lastInclusive);
        }

        @Override
        public OptionalInt number() {
            return OptionalInt.of(1);
        }
    }

    /**
     * A number of occurrences.
     *
     * @param count 1 or more
     */
    record ByCount(int count) implements PatternEnd {
        public ByCount {
            Checks.within("count", count, 1, Integer.MAX_VALUE);
        }

        @Override
        public OptionalInt number() {
            return OptionalInt.of(2);
        }
    }

    /**
     * The end of a stored number. The original keeps date and count in step and stores which of them holds.
     *
     * @param number 1 by date, 2 by count
     * @param lastInclusive what holds for 1
     * @param count what holds for 2
     * @throws StoredNumberException if the number is neither (0 is "unknown"), or the count with 2 is not positive
     */
    static PatternEnd ofNumber(int number, LocalDate lastInclusive, int count) {
        return switch (number) {
            case 1 -> new ByDate(lastInclusive);
            case 2 -> byCount(count);
            default -> throw new StoredNumberException("end type", number, "count", count, "1 (date) or 2 (count)");
        };
    }

    private static PatternEnd byCount(int count) {
        if (count < 1) {
            throw new StoredNumberException("count", count, "end type", 2, "1 or more");
        }
        return new ByCount(count);
    }
}
