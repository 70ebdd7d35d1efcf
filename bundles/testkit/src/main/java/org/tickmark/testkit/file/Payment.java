package org.tickmark.testkit.file;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A payment on an invented account. Immutable.
 *
 * @param number from 0, unique on its account
 * @param day when it is booked
 * @param cents how much in hundredths of the currency, positive into the account
 * @param reference digits that end in a Luhn digit, at most 12; unique on the account
 * @param party who is on the other side
 * @param text one line
 */
public record Payment(long number, LocalDate day, long cents, String reference, String party, String text) {
    private static final String[] PLACES = {"Fjord", "Fjäll", "Skog", "Strand", "Ö", "Vik", "Berg", "Älv", "Dal", "Sund"
    };
    private static final String[] TRADES = {"Bygg", "Bageri", "Rör", "Måleri", "Frakt", "Konsult", "Städ", "El"};
    private static final int MOST_CENTS = 2_000_000;
    private static final int MONEY_IN_OF_TEN = 7;

    public Payment {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
    }

    /** The payment of this number: the same at each time for the same seed, and to be had without those before it. */
    public static Payment made(long seed, long number, LocalDate day) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        long cents = 1L + random.nextInt(MOST_CENTS);
        String party = PLACES[random.nextInt(PLACES.length)] + ' ' + TRADES[random.nextInt(TRADES.length)] + " AB "
                + random.nextInt(100);
        return new Payment(
                number,
                day,
                random.nextInt(10) < MONEY_IN_OF_TEN ? cents : -cents,
                Numbers.withLuhn(Long.toString(1_000_000 + number)),
                party,
                "Faktura " + (100_000 + number));
    }
}
