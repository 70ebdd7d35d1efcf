package org.tickmark.launcher.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.tickmark.testkit.file.Payment;
import org.tickmark.testkit.file.Told;

/**
 * A quarter of payments, of which one in two hundred is there twice, and what the bank exports of them: three statements of days that overlap. Of the
 * days that two exports tell the first lacks one payment in thirty, which is one in a hundred of all: the bank got round to them late.
 */
final class Exports {
    private static final long OPENING = 1_000_000;
    private static final int DAYS = 90;
    private static final int TWIN_OF = 200;
    private static final int LATE_OF = 30;
    private static final int[] FIRST = {0, 30, 55};
    private static final int[] LAST = {45, 70, DAYS - 1};

    private final List<Payment> payments = new ArrayList<>();
    private final long seed;

    /** The payments of a seed. */
    Exports(long seed, int count) {
        this.seed = seed;
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        for (int number = 0; number < count; number++) {
            LocalDate day = Told.NEW_YEAR.plusDays(random.nextInt(DAYS));
            Payment payment = Payment.made(seed, number, day);
            payments.add(payment);
            if ((number + seed) % TWIN_OF == 0) {
                payments.add(payment);
            }
        }
        payments.sort(Comparator.comparing(Payment::day));
    }

    /** What the books must hold when every export has come. */
    List<Payment> payments() {
        return List.copyOf(payments);
    }

    /** How many payments are there twice. */
    long twins() {
        return payments.size()
                - payments.stream().map(Payment::number).distinct().count();
    }

    /** How many payments are not in the first export that tells of their day. */
    long late() {
        return payments.stream().filter(this::isLate).count();
    }

    /** The exports, the first first. */
    List<Told> told() {
        List<Told> exports = new ArrayList<>();
        for (int export = 0; export < FIRST.length; export++) {
            LocalDate first = Told.NEW_YEAR.plusDays(FIRST[export]);
            LocalDate last = Told.NEW_YEAR.plusDays(LAST[export]);
            int number = export;
            List<Payment> told = some(payment -> !payment.day().isBefore(first)
                    && !payment.day().isAfter(last)
                    && !(isLate(payment) && firstExport(payment) == number));
            long opening = OPENING
                    + some(payment -> payment.day().isBefore(first)).stream()
                            .mapToLong(Payment::cents)
                            .sum();
            exports.add(Told.of(1, "E" + (export + 1), 0, first, last, opening, told));
        }
        return exports;
    }

    /** A payment can be late only where a later export tells of its day once more. */
    private boolean isLate(Payment payment) {
        int first = firstExport(payment);
        return (payment.number() + seed) % LATE_OF == 1
                && first + 1 < FIRST.length
                && !payment.day().isBefore(Told.NEW_YEAR.plusDays(FIRST[first + 1]));
    }

    private static int firstExport(Payment payment) {
        int export = 0;
        while (payment.day().isAfter(Told.NEW_YEAR.plusDays(LAST[export]))) {
            export++;
        }
        return export;
    }

    private List<Payment> some(Predicate<Payment> which) {
        return payments.stream().filter(which).toList();
    }
}
