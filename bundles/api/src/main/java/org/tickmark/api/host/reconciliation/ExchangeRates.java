package org.tickmark.api.host.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Named tables of exchange rates, by which rules compare amounts of different currencies. Safe for use from many threads.
 *
 * <p>Of a table, a pair of currencies and a day one rate holds. What was set before is kept with who set it, when, and until when. Reading asks for {@link
 * org.tickmark.api.Permission#RECONCILIATION_READ}, changing for {@link org.tickmark.api.Permission#RECONCILIATION_RATES}.
 */
@ProviderType
public interface ExchangeRates {
    /**
     * Which rates of a table.
     *
     * @param table name of the table
     * @param base of this base alone
     * @param quote in this quote alone
     * @param from from this day on
     * @param until up to this day
     */
    record Choice(
            String table,
            Optional<String> base,
            Optional<String> quote,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        public Choice {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(quote, "quote");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        /** All rates of a table. */
        public static Choice all(String table) {
            return new Choice(table, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A rate that holds.
     *
     * @param rate the rate
     * @param setAt since when it is known
     * @param setBy identity of who set it
     */
    record Known(ExchangeRate rate, Instant setAt, String setBy) {}

    /**
     * What setting rates changed, or would.
     *
     * @param added how many are of days that had none
     * @param changed how many are other than those that held
     * @param same how many were there already
     */
    record Change(long added, long changed, long same) {}

    /** The latest rate of each pair of currencies in each table. */
    List<Known> latest(Caller caller);

    /**
     * Rates of a table, by pair and day.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-rates} if there is no such table
     */
    List<Known> rates(Caller caller, Choice choice);

    /**
     * Sets rates; all of them or none.
     *
     * @param dryRun to be told only
     * @throws org.tickmark.api.TickmarkException with code {@code rec.rate} if one of them is none
     */
    Change set(Caller caller, List<ExchangeRate> rates, boolean dryRun);

    /**
     * Takes rates out of a table; they hold no more, and are kept with until when they did. Returns how many.
     *
     * @param dryRun to be told only
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-rates} if there is no such table
     */
    long remove(Caller caller, Choice choice, boolean dryRun);

    /**
     * Sets the rates that a text tells: a row for each, separated by commas or semicolons, under a row with the names {@code date}, {@code base}, {@code quote},
     * {@code rate} and, if it is not 1, {@code quantity}, in any order.
     *
     * @param table name of the table that they are of
     * @param from what the text is from, for errors
     * @param dryRun to be told only
     * @throws org.tickmark.api.TickmarkException with code {@code rec.rate} if a row is no rate, or tells one again
     */
    Change importText(Caller caller, String table, String text, String from, boolean dryRun);

    /**
     * Rates of a table as {@link #importText} reads them.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-rates} if there is no such table
     */
    String exportText(Caller caller, Choice choice);
}
