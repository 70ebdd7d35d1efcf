package org.tickmark.testkit.file;

import java.io.IOException;

/** Writes files that are lists of payments and name no account. */
final class TableFiles {
    private TableFiles() {}

    /** QIF, with years of four digits. */
    static void qif(Told told, Out out) throws IOException {
        out.add("!Type:Bank\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("D").digits(payment.day().getDayOfMonth(), 2).add("/");
            out.digits(payment.day().getMonthValue(), 2)
                    .add("/")
                    .digits(payment.day().getYear(), 4);
            out.add("\nT").amount(payment.cents(), '.').add("\nN" + payment.reference());
            out.add("\nP" + payment.party() + "\nM" + payment.text() + "\n^\n");
        }
    }

    /** Tickmark's own table. */
    static void csv(Told told, Out out) throws IOException {
        out.add("id;booking_date;value_date;amount;currency;reference;counterparty;text\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("B" + payment.number() + ';' + payment.day() + ';' + payment.day() + ';')
                    .amount(payment.cents(), '.');
            out.add(";SEK;" + payment.reference() + ';' + payment.party() + ';' + payment.text() + '\n');
        }
    }
}
