package org.tickmark.reconciliation.engine;

import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/**
 * By which of its dates a rule takes an entry, on either side. An entry without a value date is taken by the day it was booked.
 *
 * @param bankByValue whether it takes those of the bank by their value date
 * @param ledgerByValue whether it takes those of the ledger by their value date
 */
record DateFields(boolean bankByValue, boolean ledgerByValue) {
    static final String BANK = "bank-date";
    static final String LEDGER = "ledger-date";
    private static final String BOOKING = "booking";
    private static final String VALUE = "value";

    static RuleParameter parameter(String name) {
        return Parameters.word(name, BOOKING, BOOKING, VALUE);
    }

    /** What settings say; kinds that know no such thing go by booking dates. */
    static DateFields of(Map<String, String> settings) {
        return new DateFields(VALUE.equals(settings.get(BANK)), VALUE.equals(settings.get(LEDGER)));
    }

    /** Whether any entry is taken by another date than that of its booking. */
    boolean choose() {
        return bankByValue || ledgerByValue;
    }

    /** An entry under another name, as if it was booked on the date that counts. */
    Entry dated(Entry entry, long id) {
        boolean byValue = entry.side() == Side.BANK ? bankByValue : ledgerByValue;
        return new Entry(
                id,
                entry.side(),
                byValue ? entry.valueDate().orElse(entry.bookingDate()) : entry.bookingDate(),
                entry.valueDate(),
                entry.amount(),
                entry.references(),
                entry.party(),
                entry.partyAccount(),
                entry.bankReference(),
                entry.text(),
                entry.original());
    }

    /** Which dates were compared. */
    Message message() {
        if (bankByValue && ledgerByValue) {
            return Wording.message("evidence.value-dates");
        }
        return Wording.message(bankByValue ? "evidence.value-date-bank" : "evidence.value-date-ledger");
    }
}
