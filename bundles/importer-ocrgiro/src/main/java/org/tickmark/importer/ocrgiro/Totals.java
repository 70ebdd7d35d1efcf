package org.tickmark.importer.ocrgiro;

import java.math.BigDecimal;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.lines.FixedRecord;
import org.tickmark.kit.lines.LineProblems;

/** What was read of an assignment or a shipment, to be compared with its end record. */
final class Totals {
    private long payments;
    private long records;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean complete = true;

    /** Counts a record. */
    void countRecord() {
        records++;
    }

    /** Counts a payment. */
    void countPayment(Payment payment) {
        payments++;
        sum = sum.add(payment.amount().orElse(BigDecimal.ZERO));
        complete &= payment.amount().isPresent();
    }

    /**
     * Compares the end record that was just counted; its sum has no sign.
     *
     * @throws org.tickmark.api.TickmarkException of class E3 if it is cut off
     */
    void compare(FixedRecord end, LineProblems problems) {
        long statedPayments = required(end, 9, 16, problems);
        long statedRecords = required(end, 17, 24, problems);
        long statedSum = required(end, 25, 41, problems);
        compare(end, 9, 16, payments, statedPayments, problems);
        compare(end, 17, 24, records, statedRecords, problems);
        BigDecimal stated = BigDecimal.valueOf(statedSum, 2);
        if (complete && sum.abs().compareTo(stated) != 0) {
            disagree(end.place(25, 41), sum.toPlainString(), stated.toPlainString(), problems);
        }
    }

    private static long required(FixedRecord end, int first, int last, LineProblems problems) {
        long number = end.number(first, last);
        if (number < 0) {
            throw problems.cutOff("0-9");
        }
        return number;
    }

    private static void compare(
            FixedRecord end, int first, int last, long counted, long stated, LineProblems problems) {
        if (counted != stated) {
            disagree(end.place(first, last), String.valueOf(counted), String.valueOf(stated), problems);
        }
    }

    private static void disagree(String place, String found, String stated, LineProblems problems) {
        problems.tell(Problem.error(ErrorClass.E5.code("control"), Texts.message("ocrgiro.control"))
                .where(place)
                .found(found)
                .expected(stated)
                .advice(Texts.message("ocrgiro.control.advice"))
                .build());
    }
}
