package org.tickmark.testkit.file;

import java.io.IOException;

/** Writes BAI2, Cash Management Balance Reporting Specifications version 2. */
final class Bai2File {
    private static final String CREDIT = "142";
    private static final String DEBIT = "475";

    private Bai2File() {}

    static void write(Told told, Out out) throws IOException {
        out.add("01,FJORDBANK,FJELLINC,").shortDay(told.last()).add(",0400,").add(told.sequence() + ",80,1,2/\n");
        out.add("02,FJELLINC,FJORDBANK,1,").shortDay(told.last()).add(",2400,USD,2/\n");
        out.add("03," + FileForm.BAI2.account(told.account()) + ",USD,010," + told.opening() + ",,,015,"
                + told.closing());
        out.add(",,/\n");
        for (long place = 0; place < told.count(); place++) {
            Payment payment = told.payments().apply(place);
            out.add("16," + (payment.cents() < 0 ? DEBIT : CREDIT) + ',' + Math.abs(payment.cents()) + ",V,");
            out.shortDay(payment.day())
                    .add(",,B" + payment.reference() + ',' + payment.reference() + ',' + payment.text());
            out.add("/\n");
        }
        long total = told.opening() + told.closing() + told.sum(Told.Direction.IN) - told.sum(Told.Direction.OUT);
        out.add("49," + total + ',' + (told.count() + 2) + "/\n98," + total + ",1," + (told.count() + 4));
        out.add("/\n99," + total + ",1," + (told.count() + 6) + "/\n");
    }
}
