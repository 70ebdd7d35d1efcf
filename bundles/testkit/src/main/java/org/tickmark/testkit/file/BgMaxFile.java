package org.tickmark.testkit.file;

import java.io.IOException;
import java.time.LocalDate;

/** Writes BgMax of Bankgirot: records of 80 characters, a deposit for the payments of each day. */
final class BgMaxFile {
    private static final String END = "\r\n";

    private BgMaxFile() {}

    static void write(Told told, Out out) throws IOException {
        out.add("01BGMAX               01")
                .day(told.last())
                .add("173035010331P")
                .padded("", 35)
                .add(END);
        long place = 0;
        int deposits = 0;
        while (place < told.count()) {
            place = deposit(told, place, ++deposits, out);
        }
        out.add("70")
                .digits(told.count(), 8)
                .digits(0, 8)
                .digits(0, 8)
                .digits(deposits, 8)
                .padded("", 46)
                .add(END);
    }

    /** The payments of one day from a place on, and their deposit; returns the place after them. */
    private static long deposit(Told told, long from, int number, Out out) throws IOException {
        String bankgiro = FileForm.BGMAX.account(told.account()).number();
        out.add("05")
                .digits(Long.parseLong(bankgiro), 10)
                .padded("", 10)
                .add("SEK")
                .padded("", 55)
                .add(END);
        LocalDate day = told.payments().apply(from).day();
        long sum = 0;
        long place = from;
        while (place < told.count() && told.payments().apply(place).day().equals(day)) {
            Payment payment = told.payments().apply(place++);
            payment(payment, out);
            sum += Math.abs(payment.cents());
        }
        out.add("15").digits(0, 19).add("5841000001009823").day(day).digits(number, 5);
        out.digits(sum, 18).add("SEK").digits(place - from, 8).add("K").add(END);
        return place;
    }

    private static void payment(Payment payment, Out out) throws IOException {
        out.add("200003783511").padded(payment.reference(), 25).digits(Math.abs(payment.cents()), 18);
        out.add("21").digits(1 + payment.number(), 12).add("0").padded("", 10).add(END);
        out.add("26").padded(payment.party(), 78).add(END);
    }
}
