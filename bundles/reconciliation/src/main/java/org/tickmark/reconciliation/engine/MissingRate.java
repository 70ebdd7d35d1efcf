package org.tickmark.reconciliation.engine;

import java.time.LocalDate;
import java.util.Comparator;
import org.tickmark.api.message.Message;

/**
 * A rate without which two rows could not be compared.
 *
 * @param day for which day
 * @param from ISO 4217 code of the amount
 * @param to ISO 4217 code into which it was to be converted
 * @param rule name of the rule that compares
 * @param table the table that has none
 * @param mostDays how many days before the day it was looked for
 */
record MissingRate(LocalDate day, String from, String to, String rule, String table, int mostDays) {
    /** The earliest first, so that what is told does not depend on which pair was looked at first. */
    static final Comparator<MissingRate> ORDER = Comparator.comparing(MissingRate::day)
            .thenComparing(MissingRate::from)
            .thenComparing(MissingRate::table);

    Message message() {
        return Wording.message("reason.no-rate", rule, table, from, to, Wording.date(day), mostDays);
    }
}
