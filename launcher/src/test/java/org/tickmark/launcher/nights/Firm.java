package org.tickmark.launcher.nights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Payment;
import org.tickmark.testkit.file.Told;

/**
 * An invented firm and its payments, day by day, of which not all stand at the bank and in the ledger, and some in the ledger only days later.
 *
 * @param number from 1, also of its account
 * @param payments in the order of days
 */
record Firm(int number, List<Payment> payments) {
    /** A Monday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

    static final long OPENING = 100_000_000;
    private static final int EVERY_FEE = 11;
    private static final int EVERY_UNDER_WAY = 13;
    private static final int EVERY_LATE = 5;
    private static final int DAYS_LATE = 3;

    static Firm made(long seed, int number, int days) {
        List<Payment> payments = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < 2 + (day + number) % 3; i++) {
                payments.add(Payment.made(seed * 1_000 + number, payments.size(), FIRST_DAY.plusDays(day)));
            }
        }
        return new Firm(number, List.copyOf(payments));
    }

    String code() {
        return "U%02d".formatted(number);
    }

    String group() {
        return "u%02d-1930".formatted(number);
    }

    FileForm bankForm() {
        return number % 2 == 0 ? FileForm.CAMT : FileForm.MT940;
    }

    /** What its bank tells of a day, from 0. */
    List<Payment> atBank(int day) {
        return payments.stream()
                .filter(payment -> payment.day().equals(FIRST_DAY.plusDays(day))
                        && payment.number() % EVERY_UNDER_WAY != EVERY_UNDER_WAY - 1)
                .toList();
    }

    /** What its ledger holds after a day, from 0. */
    List<Payment> inLedger(int day) {
        return payments.stream().filter(payment -> isInLedger(payment, day)).toList();
    }

    private static boolean isInLedger(Payment payment, int day) {
        int late = payment.number() % EVERY_LATE == 0 ? DAYS_LATE : 0;
        return payment.number() % EVERY_FEE != 3
                && !payment.day().plusDays(late).isAfter(FIRST_DAY.plusDays(day));
    }

    /** The bank's file of a day. */
    byte[] statement(int day) {
        long before = OPENING;
        for (int earlier = 0; earlier < day; earlier++) {
            before += sum(atBank(earlier));
        }
        LocalDate date = FIRST_DAY.plusDays(day);
        return bankForm().bytes(Told.of(number, "S" + (day + 1), day + 1, date, date, before, atBank(day)));
    }

    /** The whole ledger after a day. */
    byte[] ledger(int day) {
        LocalDate last = FIRST_DAY.plusDays(day);
        return FileForm.SIE.bytes(Told.of(number, "L", 0, FIRST_DAY, last, OPENING, inLedger(day)));
    }

    static long sum(List<Payment> payments) {
        return payments.stream().mapToLong(Payment::cents).sum();
    }

    /** Its unit, imports and group, as parts of a text. */
    String unit() {
        return """
                  - code: %1$s
                    name: Påhitt %2$d AB
                    currency: SEK
                    accounts:
                      - {code: bank, side: bank, iban: %3$s}
                      - {code: "1930", side: ledger}
                """.formatted(code(), number, bankForm().account(number).number());
    }

    String imports() {
        return """
                  - name: %2$s-bank
                    unit: %1$s
                    source: in/%1$s/bank
                    archive: archive/%1$s/bank
                    background: true
                  - name: %2$s-ledger
                    unit: %1$s
                    accounts: ["1930"]
                    source: in/%1$s/ledger
                    archive: archive/%1$s/ledger
                    background: true
                """.formatted(code(), code().toLowerCase(Locale.ROOT));
    }

    String groupText() {
        return """
                  - name: %2$s
                    unit: %1$s
                    bank: [bank]
                    ledger: ["1930"]
                    background: true
                """.formatted(code(), group());
    }
}
