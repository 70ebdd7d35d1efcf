package org.tickmark.api.importer;

import java.util.Locale;
import java.util.Objects;

/**
 * How a file names an account.
 *
 * @param scheme what kind of number it is
 * @param number the number, without blanks, letters in upper case; empty when the file names none
 */
public record AccountId(Scheme scheme, String number) {
    /** Kinds of account numbers. */
    public enum Scheme {
        /** International bank account number, ISO 13616. */
        IBAN,
        /** A bank's or country's own account number. */
        BBAN,
        /** A Swedish bankgiro number. */
        BANKGIRO,
        /** A number in the chart of accounts of a ledger. */
        LEDGER,
        /** The file does not name the account; the definition must. */
        NONE
    }

    public AccountId {
        Objects.requireNonNull(scheme, "scheme");
        number = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** An IBAN. */
    public static AccountId iban(String number) {
        return new AccountId(Scheme.IBAN, number);
    }

    /** A bank's or country's own account number. */
    public static AccountId bban(String number) {
        return new AccountId(Scheme.BBAN, number);
    }

    /** A number in a chart of accounts. */
    public static AccountId ledger(String number) {
        return new AccountId(Scheme.LEDGER, number);
    }

    /** No account named. */
    public static AccountId none() {
        return new AccountId(Scheme.NONE, "");
    }

    @Override
    public String toString() {
        return number;
    }
}
