package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an amount of one currency is in another, from a day on until the table has a later rate.
 *
 * @param table name of the table: words of a-z and 0-9 joined by hyphens
 * @param base ISO 4217 code of what is told the worth of
 * @param quote ISO 4217 code in which it is told
 * @param date from which day it holds
 * @param rate how much of the quote the quantity of the base is; above nought
 * @param quantity of how much of the base, as central banks tell it: 1, or 100 for small currencies
 */
public record ExchangeRate(String table, String base, String quote, LocalDate date, BigDecimal rate, int quantity) {
    public ExchangeRate {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(quote, "quote");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(rate, "rate");
    }
}
