package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.Balance.Kind;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.RepeatedWarnings;

/** One statement while its rows are read: its running balance, the balances that the file states, its days. For one thread. */
final class Statement {
    private final StatementWriter writer;
    private final TableForm form;
    private final Layout.Rows rows;
    private final RepeatedWarnings problems;
    private final BalanceChain chain = new BalanceChain();
    private final Map<Kind, BigDecimal> stated = new EnumMap<>(Kind.class);
    private LocalDate firstRow;
    private LocalDate lastRow;
    private LocalDate earliest;
    private LocalDate latest;

    /** A balance that the file states in so many words. */
    record Stated(Kind kind, BigDecimal amount) {}

    Statement(StatementWriter writer, Layout layout, RepeatedWarnings problems) {
        this.writer = writer;
        this.form = layout.form();
        this.rows = layout.rows();
        this.problems = problems;
    }

    /** Notes a row: its day, its amount and the balance after it. */
    void row(long line, LocalDate day, BigDecimal amount, Optional<BigDecimal> balance, OptionalLong sequence) {
        chain.add(line, amount, balance, sequence);
        firstRow = firstRow == null ? day : firstRow;
        lastRow = day;
        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        latest = latest == null || day.isAfter(latest) ? day : latest;
    }

    void entry(ImportedEntry entry) {
        writer.entry(entry);
    }

    void problem(Problem problem) {
        writer.problem(problem);
    }

    /** Notes a balance; the first of its kind counts. */
    void state(Stated balance) {
        stated.putIfAbsent(balance.kind(), balance.amount());
    }

    void control(ControlTotals totals) {
        writer.control(totals);
    }

    /** Tells balances and what is wrong with them, and closes. */
    void close() {
        Optional<BigDecimal> opening = Optional.ofNullable(stated.get(Kind.OPENING));
        Optional<BigDecimal> closing = Optional.ofNullable(stated.get(Kind.CLOSING));
        if (!chain.isEmpty()) {
            BalanceChain.Walk walk = rows.order().map(chain::in).orElseGet(() -> chain.walk(likelyOrder()));
            if (isTelling(walk)) {
                tellBreaks(walk);
                opening = opening.or(() -> walk.gaps() > 0 ? Optional.empty() : Optional.of(walk.opening()));
                closing = closing.or(() -> Optional.of(walk.closing()));
            }
        }
        opening.ifPresent(amount -> writer.balance(new Balance(Kind.OPENING, amount, Optional.ofNullable(earliest))));
        closing.ifPresent(amount -> writer.balance(new Balance(Kind.CLOSING, amount, Optional.ofNullable(latest))));
        writer.close();
    }

    private RowOrder likelyOrder() {
        if (firstRow.equals(lastRow)) {
            return rows.usual();
        }
        return firstRow.isBefore(lastRow) ? RowOrder.OLDEST : RowOrder.NEWEST;
    }

    /** A column that has balances in some rows only, none of which follows from another, is no running balance. */
    private boolean isTelling(BalanceChain.Walk walk) {
        boolean telling = !chain.isSparse() || walk.holdsAnywhere() || walk.broken() == 0;
        if (!telling) {
            problems.tell(Problems.warning(ErrorClass.W, "balance-column").build(), this::problem);
        }
        return telling;
    }

    private void tellBreaks(BalanceChain.Walk walk) {
        for (BalanceChain.Break one : walk.breaks()) {
            problems.tell(
                    Problems.warning(ErrorClass.E5, "chain")
                            .where(form.place(one.line()))
                            .found(one.found().toPlainString())
                            .expected(one.expected().toPlainString())
                            .advice(Texts.message("csv.chain.advice"))
                            .build(),
                    this::problem);
        }
        if (walk.broken() > walk.breaks().size()) {
            problems.tell(
                    Problems.warning(ErrorClass.E5, "chain.more", walk.broken()).build(), this::problem);
        }
        if (walk.gaps() > 0) {
            problems.tell(
                    Problems.warning(ErrorClass.E6, "gap", walk.gaps())
                            .advice(Texts.message("csv.chain.advice"))
                            .build(),
                    this::problem);
        }
    }
}
