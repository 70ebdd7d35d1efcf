package org.tickmark.importer.bai2;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * What a record 02 says of the accounts in its group.
 *
 * @param id what the file is called, and the day of the group
 * @param status 1 for an update; 2 deletion, 3 correction, 4 test
 * @param asOf the day that is reported
 * @param currency ISO 4217 code of accounts that name none
 * @param kind what its statements are
 */
record Group(String id, String status, Optional<LocalDate> asOf, String currency, Kind kind) {
    private static final String USUAL_CURRENCY = "USD";

    /**
     * Reads a record 02.
     *
     * @param fileId what record 01 calls the file
     * @param usual what statements are when the record does not say
     */
    static Group of(Bai2Record record, String fileId, Kind usual) {
        record.next();
        record.next();
        String status = record.next();
        Optional<LocalDate> asOf = record.nextDate();
        record.next();
        String currency = record.next().toUpperCase(Locale.ROOT);
        String modifier = record.next();
        return new Group(fileId, status, asOf, currency.isEmpty() ? USUAL_CURRENCY : currency, kind(modifier, usual));
    }

    /** Interim data, of the day before or the same day, are not the last word; final ones are. */
    private static Kind kind(String modifier, Kind usual) {
        return switch (modifier) {
            case "1", "3" -> Kind.INTRADAY;
            case "2", "4" -> Kind.STATEMENT;
            default -> usual;
        };
    }
}
