package org.tickmark.launcher.it;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a ledger as SIE 4E (SIE format 4B): the account of the bank against one other, each payment a voucher. */
final class SieText {
    private static final String CHEQUE_ACCOUNT = "1930";
    private static final String OTHER_ACCOUNT = "1510";

    private SieText() {}

    /** The ledger of 2026 up to a day, with all payments of the year until then. */
    static String of(String company, BigDecimal opening, List<Payment> payments, LocalDate until) {
        BigDecimal sum = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        StringBuilder text = new StringBuilder("""
                #FLAGGA 0
                #PROGRAM "Invented ledger" 1.0
                #FORMAT PC8
                #GEN %1$s
                #SIETYP 4
                #FNAMN "%2$s"
                #RAR 0 20260101 20261231
                #OMFATTN %1$s
                #VALUTA SEK
                #KONTO 1510 "Kundfordringar"
                #KONTO 1930 "Bankkonto"
                #IB 0 1510 %3$s
                #UB 0 1510 %4$s
                #IB 0 1930 %5$s
                #UB 0 1930 %6$s
                """.formatted(
                        date(until),
                        company,
                        opening.negate().toPlainString(),
                        opening.add(sum).negate().toPlainString(),
                        opening.toPlainString(),
                        opening.add(sum).toPlainString()));
        payments.forEach(payment -> text.append(voucher(payment)));
        return text.toString();
    }

    private static String voucher(Payment payment) {
        String words = (payment.text() + " " + payment.reference()).strip();
        return """
                #VER A %d %s "%s"
                {
                #TRANS %s {} %s
                #TRANS %s {} %s
                }
                """.formatted(
                        payment.number(),
                        date(payment.day()),
                        words,
                        CHEQUE_ACCOUNT,
                        payment.amount().toPlainString(),
                        OTHER_ACCOUNT,
                        payment.amount().negate().toPlainString());
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
