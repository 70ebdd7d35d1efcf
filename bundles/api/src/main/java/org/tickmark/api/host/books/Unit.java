package org.tickmark.api.host.books;

import java.util.Objects;

/**
 * A company or a part of one that keeps its own books.
 *
 * @param code short name, unique; 1 to 20 letters, digits, hyphens and underscores
 * @param name name for people
 * @param organisation organisation number; empty if none
 * @param currency ISO 4217 code of its books
 */
public record Unit(String code, String name, String organisation, String currency) {
    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(currency, "currency");
    }
}
