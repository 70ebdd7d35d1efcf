package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.kit.money.Amounts;

/** What amounts of one currency are in another, by tables and days. Immutable. */
public final class Rates {
    /** No rate of any table. */
    public static final Rates NONE = new Builder().build();

    private final Map<Pair, NavigableMap<LocalDate, Rate>> rates;

    private Rates(Map<Pair, NavigableMap<LocalDate, Rate>> rates) {
        this.rates = rates;
    }

    private record Pair(String table, String base, String quote) {}

    /**
     * A rate of a table.
     *
     * @param table name of the table
     * @param base ISO 4217 code of what is told the worth of
     * @param quote ISO 4217 code in which it is told
     * @param day from which day it holds
     * @param quantity of how much of the base
     * @param rate how much of the quote that is
     */
    public record Rate(String table, String base, String quote, LocalDate day, int quantity, BigDecimal rate) {}

    /**
     * An amount by a rate.
     *
     * @param amount in the other currency, rounded to its minor unit
     * @param by the rate, of whichever of the two currencies it tells the worth
     */
    record Converted(BigDecimal amount, Rate by) {}

    /** Collects rates. For one thread; used once. */
    public static final class Builder {
        private final Map<Pair, NavigableMap<LocalDate, Rate>> rates = new HashMap<>();

        /** Adds a rate; of one table, pair and day there is one. */
        public Builder add(Rate rate) {
            rates.computeIfAbsent(new Pair(rate.table(), rate.base(), rate.quote()), pair -> new TreeMap<>())
                    .put(rate.day(), rate);
            return this;
        }

        /** All that was added. */
        public Rates build() {
            return new Rates(new HashMap<>(rates));
        }
    }

    /**
     * An amount in another currency, by the latest rate on or before a day: that of its own currency if the table has one, else that of the other one.
     *
     * @param mostDays how many days older than the day the rate may be
     */
    Optional<Converted> convert(String table, Entry.Original from, String to, LocalDate day, int mostDays) {
        int decimals = Amounts.minorUnits(to);
        return latest(new Pair(table, from.currency(), to), day, mostDays)
                .map(rate -> new Converted(
                        from.amount()
                                .multiply(rate.rate())
                                .divide(BigDecimal.valueOf(rate.quantity()), decimals, RoundingMode.HALF_UP),
                        rate))
                .or(() -> latest(new Pair(table, to, from.currency()), day, mostDays)
                        .map(rate -> new Converted(
                                from.amount()
                                        .multiply(BigDecimal.valueOf(rate.quantity()))
                                        .divide(rate.rate(), decimals, RoundingMode.HALF_UP),
                                rate)));
    }

    private Optional<Rate> latest(Pair pair, LocalDate day, int mostDays) {
        NavigableMap<LocalDate, Rate> ofPair = rates.get(pair);
        return ofPair == null
                ? Optional.empty()
                : Optional.ofNullable(ofPair.floorEntry(day))
                        .map(Map.Entry::getValue)
                        .filter(rate -> !rate.day().isBefore(day.minusDays(mostDays)));
    }
}
