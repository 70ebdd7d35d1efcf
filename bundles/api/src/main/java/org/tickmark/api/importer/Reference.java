package org.tickmark.api.importer;

import java.util.Objects;

/**
 * A reference that a file gives in a field of its own. The host types it by its check digits.
 *
 * @param type which field it came from
 * @param value the reference as given, without blanks around it
 */
public record Reference(Type type, String value) {
    /** Which field a reference came from. */
    public enum Type {
        /** Structured creditor reference: OCR, KID, RF, FI. */
        CREDITOR,
        /** Number of an invoice or credit note paid. */
        INVOICE,
        /** End-to-end identification given by the payer. */
        END_TO_END,
        /** Reference of whoever holds the account. */
        CUSTOMER,
        /** Reference of the bank. */
        BANK,
        /** Identification of a batch that the bank booked as one. */
        BATCH
    }

    public Reference {
        Objects.requireNonNull(type, "type");
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a reference without a value");
        }
    }
}
