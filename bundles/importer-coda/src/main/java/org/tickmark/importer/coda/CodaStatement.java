package org.tickmark.importer.coda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.LineProblems;

/** The statement at hand, and in it the entry at hand with its details. */
final class CodaStatement {
    private final StatementAccount account;
    private final StatementWriter writer;
    private final LineProblems problems;
    private final List<Movement> details = new ArrayList<>();
    private Movement entry;
    private BigDecimal credits = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;
    private boolean closingSeen;

    CodaStatement(StatementAccount account, StatementWriter writer, LineProblems problems) {
        this.account = account;
        this.writer = writer;
        this.problems = problems;
    }

    StatementAccount account() {
        return account;
    }

    StatementWriter writer() {
        return writer;
    }

    boolean isClosingSeen() {
        return closingSeen;
    }

    void closingSeen() {
        closingSeen = true;
    }

    boolean hasEntry() {
        return entry != null;
    }

    int details() {
        return details.size();
    }

    /** Begins with an entry. */
    void start(Movement movement) {
        tellEntry();
        entry = movement;
    }

    /** Adds a detail to the entry at hand. */
    void add(Movement detail) {
        details.add(detail);
    }

    /** Tells the entry at hand, if there is one whose amount can be read. */
    void tellEntry() {
        if (entry != null && entry.amount().isPresent()) {
            tell(entry.amount().get());
        }
        entry = null;
        details.clear();
    }

    /** What the entries of this statement come to, and those of the statements before. */
    ControlTotals totals(Optional<ControlTotals> before) {
        return new ControlTotals(
                Optional.empty(),
                Optional.empty(),
                Optional.of(before.flatMap(ControlTotals::credits)
                        .orElse(BigDecimal.ZERO)
                        .add(credits)),
                Optional.of(before.flatMap(ControlTotals::debits)
                        .orElse(BigDecimal.ZERO)
                        .add(debits)));
    }

    private void tell(BigDecimal amount) {
        if (amount.signum() < 0) {
            debits = debits.subtract(amount);
        } else {
            credits = credits.add(amount);
        }
        entry.end(account.currency());
        ImportedEntry.Builder told = entry.entry();
        BigDecimal sum = BigDecimal.ZERO;
        for (Movement movement : leaves()) {
            movement.end(account.currency());
            EntryDetail detail = movement.detail();
            sum = sum.add(detail.amount());
            told.detail(detail);
        }
        if (!details.isEmpty() && sum.compareTo(amount) != 0) {
            problems.tell(
                    Problem.warning(ErrorClass.W.code("details"), Texts.message("coda.details"))
                            .where(entry.place())
                            .found(sum.toPlainString())
                            .expected(amount.toPlainString())
                            .build(),
                    writer::problem);
        }
        writer.entry(told.build());
    }

    /** The details, each that has details of its own replaced by them when they add up to it. */
    private List<Movement> leaves() {
        List<Movement> leaves = new ArrayList<>();
        int from = 0;
        while (from < details.size()) {
            int to = from + 1;
            while (to < details.size() && details.get(to).isDetailOfDetail()) {
                to++;
            }
            List<Movement> finer = details.subList(from + 1, to);
            boolean whole =
                    !finer.isEmpty() && sum(finer).equals(details.get(from).amount());
            leaves.addAll(whole ? finer : details.subList(from, from + 1));
            from = to;
        }
        leaves.removeIf(detail -> detail.amount().isEmpty());
        return leaves;
    }

    private static Optional<BigDecimal> sum(List<Movement> movements) {
        return movements.stream()
                .map(Movement::amount)
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add);
    }
}
