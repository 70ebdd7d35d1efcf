package org.tickmark.importer.camt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Chooses among the balances that a statement states. Opening is {@code OPBD}, else {@code PRCD}; closing is {@code CLBD}. On the pages of a
 * statement {@code ITBD} stands for the one that the page lacks. All others ({@code OPAV}, {@code CLAV}, {@code FWAV}, {@code INFO} …) are not
 * booked and prove nothing; {@code CLAV} is told as available.
 *
 * <p>Where a kind is stated for several days, the first day opens and the last closes; one in the account's currency goes before one in another, one
 * without a credit line before one with.
 */
final class Balances {
    /**
     * One balance.
     *
     * @param money the amount, signed
     * @param date the day, or null when none is stated
     * @param creditLine whether a credit line is included
     * @param place where it stands
     */
    record Stated(Money money, LocalDate date, boolean creditLine, String place) {
        boolean isIn(String currency) {
            return money.currency().isEmpty() || money.currency().equals(currency);
        }
    }

    private final Comparator<Stated> proper =
            Comparator.comparing((Stated stated) -> !stated.isIn(currency())).thenComparing(Stated::creditLine);
    private final Comparator<Stated> opens =
            proper.thenComparing(Stated::date, Comparator.nullsLast(Comparator.naturalOrder()));
    private final Comparator<Stated> closes =
            proper.thenComparing(Stated::date, Comparator.nullsLast(Comparator.reverseOrder()));

    private String currency = "";
    private Stated openingBooked;
    private Stated previouslyClosed;
    private Stated closingBooked;
    private Stated firstInterim;
    private Stated lastInterim;
    private Stated closingAvailable;

    /** Whether a balance of this type is of use. */
    static boolean isOfUse(String code) {
        return switch (code) {
            case "OPBD", "PRCD", "CLBD", "CLAV", "ITBD" -> true;
            default -> false;
        };
    }

    /** Tells the account's currency; without one, the first balance's holds. */
    void inCurrency(String accountCurrency) {
        currency = accountCurrency.isEmpty() ? currency : accountCurrency;
    }

    /** Takes a balance. */
    void take(String code, Stated stated) {
        if (currency.isEmpty()) {
            currency = stated.money().currency();
        }
        switch (code) {
            case "OPBD" -> openingBooked = first(openingBooked, stated, opens);
            case "PRCD" -> previouslyClosed = first(previouslyClosed, stated, opens);
            case "CLBD" -> closingBooked = first(closingBooked, stated, closes);
            case "CLAV" -> closingAvailable = first(closingAvailable, stated, closes);
            case "ITBD" -> takeInterim(stated);
            default -> {
                // not booked: neither a proof nor of use
            }
        }
    }

    /** The account's currency; empty when neither account nor balances say. */
    String currency() {
        return currency;
    }

    /** Whether the statement is whole by itself, whatever the message says of pages. */
    boolean isWhole() {
        return (openingBooked != null || previouslyClosed != null) && closingBooked != null;
    }

    /** The booked balance before the first entry. */
    Optional<Stated> opening() {
        Stated stated = openingBooked != null ? openingBooked : previouslyClosed;
        boolean interimOpens = closingBooked != null || lastInterim != null;
        return Optional.ofNullable(stated == null && interimOpens ? firstInterim : stated);
    }

    /** The booked balance after the last entry. */
    Optional<Stated> closing() {
        boolean interimOpens = openingBooked == null && previouslyClosed == null;
        Stated interim = lastInterim != null || interimOpens ? lastInterim : firstInterim;
        return Optional.ofNullable(closingBooked != null ? closingBooked : interim);
    }

    /** What was available after the last entry. */
    Optional<Stated> available() {
        return Optional.ofNullable(closingAvailable);
    }

    private void takeInterim(Stated stated) {
        if (firstInterim == null) {
            firstInterim = stated;
        } else {
            lastInterim = stated;
        }
    }

    private static Stated first(Stated one, Stated other, Comparator<Stated> order) {
        return one == null || order.compare(other, one) < 0 ? other : one;
    }
}
