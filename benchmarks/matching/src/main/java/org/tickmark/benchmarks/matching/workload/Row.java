package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a bank's or a ledger's file.
 *
 * @param booked when it was booked
 * @param value from when it bears interest; empty if the file does not say
 * @param minor amount in hundredths; positive into the account
 * @param reference empty if there is none
 * @param counterparty empty if there is none
 * @param text empty if there is none
 */
public record Row(
        LocalDate booked, Optional<LocalDate> value, long minor, String reference, String counterparty, String text) {
    /** The currency of all rows. */
    public static final String CURRENCY = "SEK";

    public Row {
        Objects.requireNonNull(booked, "booked");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(counterparty, "counterparty");
        Objects.requireNonNull(text, "text");
    }

    /** A row whose value date is not told. */
    static Row of(LocalDate booked, long minor, String reference, String counterparty, String text) {
        return new Row(booked, Optional.empty(), minor, reference, counterparty, text);
    }

    Row valued(LocalDate value) {
        return new Row(booked, Optional.of(value), minor, reference, counterparty, text);
    }
}
