package org.tickmark.importer.sie;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The voucher at hand. */
final class Voucher {
    private final String name;
    private final Optional<LocalDate> date;
    private final String text;
    private final long line;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean complete = true;

    /**
     * A voucher without entries.
     *
     * @param name series and number; one or both may be missing
     * @param date its date, when it can be read
     * @param line where it begins
     */
    Voucher(String name, Optional<LocalDate> date, String text, long line) {
        this.name = name;
        this.date = date;
        this.text = text;
        this.line = line;
    }

    /** Series and number; empty when it has neither. */
    String name() {
        return name;
    }

    /** Its date, when it can be read. */
    Optional<LocalDate> date() {
        return date;
    }

    /** Its text; empty when it has none. */
    String text() {
        return text;
    }

    /** Where it begins. */
    long line() {
        return line;
    }

    /** Counts an entry. */
    void add(BigDecimal amount) {
        sum = sum.add(amount);
    }

    /** Counts an entry whose amount cannot be read: the sum says nothing any more. */
    void addUnreadable() {
        complete = false;
    }

    /** What its entries miss to sum to zero; zero when they do, or when that cannot be known. */
    BigDecimal difference() {
        return complete ? sum : BigDecimal.ZERO;
    }
}
