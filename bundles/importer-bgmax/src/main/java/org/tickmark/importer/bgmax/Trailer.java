package org.tickmark.importer.bgmax;

import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.lines.FixedRecord;
import org.tickmark.kit.lines.LineProblems;

/** The numbers of records that the end of a file (70) states, and those that were read. */
final class Trailer {
    private static final int DIGITS = 8;

    private long payments;
    private long deductions;
    private long references;
    private long deposits;

    /** Begins anew. */
    void clear() {
        payments = 0;
        deductions = 0;
        references = 0;
        deposits = 0;
    }

    /** Counts a record. */
    void count(int code) {
        switch (code) {
            case 20 -> payments++;
            case 21 -> deductions++;
            case 22, 23 -> references++;
            default -> deposits++;
        }
    }

    /** Compares what the record states. */
    void compare(FixedRecord record, LineProblems problems) {
        compare(record, 3, payments, problems);
        compare(record, 11, deductions, problems);
        compare(record, 19, references, problems);
        compare(record, 27, deposits, problems);
    }

    private static void compare(FixedRecord record, int first, long counted, LineProblems problems) {
        int last = first + DIGITS - 1;
        long stated = record.number(first, last);
        if (stated < 0) {
            throw problems.cutOff("70");
        } else if (stated != counted) {
            problems.tell(Problem.error(ErrorClass.E5.code("trailer"), Texts.message("bgmax.trailer"))
                    .where(record.place(first, last))
                    .found(String.valueOf(counted))
                    .expected(String.valueOf(stated))
                    .advice(Texts.message("bgmax.trailer.advice"))
                    .build());
        }
    }
}
