package org.tickmark.importers.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;

/** Running totals of the booked entries of one statement. */
final class Totals {
    private long count;
    private BigDecimal credits = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;

    void add(ImportedEntry entry) {
        if (entry.status() != ImportedEntry.Status.BOOKED) {
            return;
        }
        count++;
        if (entry.amount().signum() < 0) {
            debits = debits.subtract(entry.amount());
        } else {
            credits = credits.add(entry.amount());
        }
    }

    StatementProof proof(Optional<BigDecimal> opening, Optional<BigDecimal> closing) {
        return new StatementProof(opening, sum(), closing, count);
    }

    /** Where the totals that the file states differ from these. */
    List<Problem> against(ControlTotals stated, StatementHeader header, boolean rejects) {
        List<Problem> problems = new ArrayList<>();
        stated.count()
                .filter(expected -> expected != count)
                .map(expected -> FileProblems.controlTotal(
                        header, "count", String.valueOf(count), String.valueOf(expected), rejects))
                .ifPresent(problems::add);
        compare(header, "sum", stated.sum(), sum(), rejects).ifPresent(problems::add);
        compare(header, "credits", stated.credits(), credits, rejects).ifPresent(problems::add);
        compare(header, "debits", stated.debits(), debits, rejects).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> compare(
            StatementHeader header, String which, Optional<BigDecimal> stated, BigDecimal found, boolean rejects) {
        return stated.filter(expected -> expected.compareTo(found) != 0)
                .map(expected -> FileProblems.controlTotal(
                        header, which, found.toPlainString(), expected.toPlainString(), rejects));
    }

    private BigDecimal sum() {
        return credits.subtract(debits);
    }
}
