package org.tickmark.testkit.file;

import java.io.IOException;
import java.time.LocalDate;

/** Writes OCR giro of Nets: records of 80 characters. */
final class OcrGiroFile {
    private static final String END = "\r\n";

    private OcrGiroFile() {}

    static void write(Told told, Out out) throws IOException {
        String account = FileForm.OCRGIRO.account(told.account()).number();
        out.add("NY00001000008080")
                .digits(told.sequence(), 7)
                .add("00001234")
                .digits(0, 49)
                .add(END);
        out.add("NY090020001234567")
                .digits(told.sequence(), 7)
                .add(account)
                .digits(0, 45)
                .add(END);
        for (long place = 0; place < told.count(); place++) {
            payment(told.payments().apply(place), place + 1, out);
        }
        totals("NY090088", told, 2, out);
        day(told, 0, out);
        day(told, told.count() - 1, out);
        out.digits(0, 21).add(END);
        totals("NY000089", told, 4, out);
        out.digits(0, 33).add(END);
    }

    private static void payment(Payment payment, long number, Out out) throws IOException {
        out.add("NY091030")
                .digits(number, 7)
                .dayFirst(payment.day())
                .add("010010000")
                .digits(number % 10, 1);
        out.add("0")
                .digits(Math.abs(payment.cents()), 17)
                .padded("", 25 - payment.reference().length());
        out.add(payment.reference()).digits(0, 6).add(END);
        out.add("NY091031")
                .digits(number, 7)
                .digits(0, 10)
                .digits(1_000_000 + payment.number(), 9)
                .digits(0, 7);
        out.dayFirst(payment.day()).add("98765432109").digits(0, 22).add(END);
    }

    /** How many payments and records there are, those around them included, their sum, and the day. */
    private static void totals(String start, Told told, int around, Out out) throws IOException {
        long sum = told.sum(Told.Direction.IN) - told.sum(Told.Direction.OUT);
        out.add(start)
                .digits(told.count(), 8)
                .digits(2 * told.count() + around, 8)
                .digits(sum, 17);
        out.dayFirst(told.last());
    }

    private static void day(Told told, long place, Out out) throws IOException {
        LocalDate day =
                told.count() == 0 ? told.last() : told.payments().apply(place).day();
        out.dayFirst(day);
    }
}
