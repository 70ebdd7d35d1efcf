package org.tickmark.testkit.file;

import java.io.IOException;
import java.time.LocalDate;

/** Writes CODA, version 2 (Febelfin): records of 128 characters. */
final class CodaFile {
    private static final int ACCOUNT_WIDTH = 34;
    private static final int MOST_NUMBER = 9999;

    private CodaFile() {}

    static void write(Told told, Out out) throws IOException {
        String account = FileForm.CODA.account(told.account()).number();
        out.add("00000")
                .dayFirst(told.last())
                .add("72505        ")
                .padded("FJORD00001", 10)
                .padded("FJORD NV", 26);
        out.add("FJORBEBB   00123456749 00000").padded("", 39).add("2\n");
        balance("12", told.opening(), told.first(), account, told, out);
        out.padded("FJORD NV", 26)
                .padded("ZICHTREKENING", 35)
                .digits(told.sequence(), 3)
                .add("\n");
        for (long place = 0; place < told.count(); place++) {
            movement(told.payments().apply(place), place, told, out);
        }
        balance("8", told.closing(), told.last(), account, told, out);
        out.padded("", 64).add("0\n9").padded("", 15).digits(told.count() + 2, 6);
        out.digits(-10 * told.sum(Told.Direction.OUT), 15).digits(10 * told.sum(Told.Direction.IN), 15);
        out.padded("", 75).add("2\n");
    }

    private static void balance(String start, long cents, LocalDate day, String account, Told told, Out out)
            throws IOException {
        out.add(start)
                .digits(told.sequence() % 1000, 3)
                .padded(account, ACCOUNT_WIDTH)
                .add("EUR");
        amount(cents, out);
        out.dayFirst(day);
    }

    private static void movement(Payment payment, long place, Told told, Out out) throws IOException {
        out.add("21").digits(1 + place % MOST_NUMBER, 4).add("0000").padded("B" + payment.reference(), 21);
        amount(payment.cents(), out);
        out.dayFirst(payment.day())
                .add("00150000")
                .padded("0" + payment.text(), 54)
                .dayFirst(payment.day());
        out.digits(told.sequence() % 1000, 3).add("0  0\n");
    }

    /** A sign and fifteen digits, three of them decimals. */
    private static void amount(long cents, Out out) throws IOException {
        out.add(cents < 0 ? "1" : "0").digits(10 * Math.abs(cents), 15);
    }
}
