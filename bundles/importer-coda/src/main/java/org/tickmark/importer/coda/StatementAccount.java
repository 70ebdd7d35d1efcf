package org.tickmark.importer.coda;

import java.util.Optional;
import org.tickmark.api.importer.AccountId;

/**
 * The account of a statement, as record 1 structures it.
 *
 * @param currency ISO 4217 code
 */
record StatementAccount(AccountId id, String currency) {
    private static final char BELGIAN_NUMBER = '0';
    private static final char FOREIGN_NUMBER = '1';
    private static final char BELGIAN_IBAN = '2';
    private static final char FOREIGN_IBAN = '3';

    /** The account; nothing when the structure is none of those known. */
    static Optional<StatementAccount> of(CodaRecord record) {
        return switch (record.at(2)) {
            case BELGIAN_NUMBER ->
                Optional.of(new StatementAccount(AccountId.bban(record.text(6, 17)), record.text(19, 21)));
            case FOREIGN_NUMBER ->
                Optional.of(new StatementAccount(AccountId.bban(record.text(6, 39)), record.text(40, 42)));
            case BELGIAN_IBAN ->
                Optional.of(new StatementAccount(AccountId.iban(record.text(6, 36)), record.text(40, 42)));
            case FOREIGN_IBAN ->
                Optional.of(new StatementAccount(AccountId.iban(record.text(6, 39)), record.text(40, 42)));
            default -> Optional.empty();
        };
    }

    /** Whether the number that record 8 repeats is this one. */
    boolean isRepeatedIn(CodaRecord closing) {
        String repeated = closing.raw(5, 41).replace(" ", "");
        return repeated.isEmpty() || repeated.startsWith(id.number());
    }
}
