package org.tickmark.testkit.file;

import java.io.IOException;
import java.time.LocalDate;

/** Writes MT940, SWIFT Category 9. */
final class Mt940File {
    private Mt940File() {}

    static void write(Told told, Out out) throws IOException {
        out.add(":20:" + told.id() + "\r\n:25:" + FileForm.MT940.account(told.account()));
        out.add("\r\n:28C:").digits(told.sequence(), 5).add("/00001\r\n");
        balance(":60F:", told.opening(), told.first(), out);
        for (long place = 0; place < told.count(); place++) {
            entry(told.payments().apply(place), out);
        }
        balance(":62F:", told.closing(), told.last(), out);
        out.add("-\r\n");
    }

    private static void balance(String tag, long cents, LocalDate day, Out out) throws IOException {
        out.add(tag + (cents < 0 ? "D" : "C")).shortDay(day);
        out.add("SEK").amount(Math.abs(cents), ',').add("\r\n");
    }

    private static void entry(Payment payment, Out out) throws IOException {
        LocalDate day = payment.day();
        out.add(":61:").shortDay(day).digits(day.getMonthValue(), 2).digits(day.getDayOfMonth(), 2);
        out.add(payment.cents() < 0 ? "D" : "C").amount(Math.abs(payment.cents()), ',');
        out.add("NTRF" + payment.reference() + "//B" + payment.reference());
        out.add("\r\n:86:" + payment.text() + "\r\n" + payment.party() + "\r\n");
    }
}
