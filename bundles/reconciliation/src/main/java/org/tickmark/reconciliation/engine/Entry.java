package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.importer.Reference;

/**
 * An open row as it is given to the engine.
 *
 * @param id what its owner knows it by; unique within its side. Among rows that are alike in everything else the lower id comes first
 * @param side which side it is on
 * @param bookingDate when it was booked
 * @param valueDate from when it bears interest
 * @param amount signed; positive is into the account (bank) or debit (ledger)
 * @param references references given in fields of their own
 * @param party name of the other side; empty if unknown
 * @param partyAccount account of the other side; empty if unknown
 * @param bankReference the bank's own reference of the row; empty if none
 * @param text free text, its lines separated by line feeds
 * @param original what it was instructed in, if that is another currency
 */
public record Entry(
        long id,
        Account.Side side,
        LocalDate bookingDate,
        Optional<LocalDate> valueDate,
        BigDecimal amount,
        List<Reference> references,
        String party,
        String partyAccount,
        String bankReference,
        String text,
        Optional<Original> original) {
    public Entry {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(bookingDate, "bookingDate");
        Objects.requireNonNull(valueDate, "valueDate");
        Objects.requireNonNull(amount, "amount");
        references = List.copyOf(references);
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(partyAccount, "partyAccount");
        Objects.requireNonNull(bankReference, "bankReference");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(original, "original");
    }

    /** An entry of which no other currency is known. */
    public Entry(
            long id,
            Account.Side side,
            LocalDate bookingDate,
            Optional<LocalDate> valueDate,
            BigDecimal amount,
            List<Reference> references,
            String party,
            String partyAccount,
            String bankReference,
            String text) {
        this(
                id,
                side,
                bookingDate,
                valueDate,
                amount,
                references,
                party,
                partyAccount,
                bankReference,
                text,
                Optional.empty());
    }

    /**
     * An amount in the currency in which it was instructed.
     *
     * @param amount of any sign: which way the money went is said by the amount of the entry
     * @param currency ISO 4217 code
     */
    public record Original(BigDecimal amount, String currency) {
        public Original {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(currency, "currency");
        }

        /** The same for the same amount without its sign: its currency, and its digits with nothing that could be left out. */
        String text() {
            return currency + " " + amount.abs().stripTrailingZeros().toPlainString();
        }

        /** What {@link #text} was made of, without its sign. */
        static Original ofText(String text) {
            int blank = text.indexOf(' ');
            return new Original(new BigDecimal(text.substring(blank + 1)), text.substring(0, blank));
        }

        /** What is given, if both amount and currency are. */
        public static Optional<Original> of(Optional<BigDecimal> amount, String currency) {
            return amount.filter(given -> given.signum() != 0 && !currency.isEmpty())
                    .map(given -> new Original(given, currency));
        }
    }
}
