package org.tickmark.api.importer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One payment inside an entry that the bank booked as a whole. Details explain an entry, they never replace it.
 *
 * @param amount signed as the entry's; in the entry's currency
 * @param references references given
 * @param party the other side
 * @param text lines of free text
 */
public record EntryDetail(BigDecimal amount, List<Reference> references, Party party, List<String> text) {
    public EntryDetail {
        Objects.requireNonNull(amount, "amount");
        references = List.copyOf(references);
        Objects.requireNonNull(party, "party");
        text = List.copyOf(text);
    }
}
