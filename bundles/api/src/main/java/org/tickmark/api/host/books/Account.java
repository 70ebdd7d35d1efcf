package org.tickmark.api.host.books;

import java.util.Objects;
import org.tickmark.api.importer.AccountId;

/**
 * An account of a unit: at a bank, or in the unit's ledger.
 *
 * @param id key in the database; 0 for an account not yet saved
 * @param unit code of the unit
 * @param code what people call it, unique within the unit, such as {@code 1930} or {@code bank}
 * @param side which side of a reconciliation it is on
 * @param identification how files name it
 * @param currency ISO 4217 code
 * @param name name for people
 */
public record Account(
        long id, String unit, String code, Side side, AccountId identification, String currency, String name) {
    /** The sides of a reconciliation. */
    public enum Side {
        /** What the bank, or another outside party, says. */
        BANK,
        /** What the unit's ledger says. */
        LEDGER
    }

    public Account {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(identification, "identification");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(name, "name");
    }
}
