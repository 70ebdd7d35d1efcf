package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.reconciliation.report.Grid.Cell;
import org.tickmark.reconciliation.report.Grid.Mood;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;

/** The lines of the proof, each with its number. */
final class ProofLines {
    private ProofLines() {}

    /**
     * A line.
     *
     * @param label what the number is
     * @param side whose it is; empty if of both
     * @param amount the number
     * @param mood what it says beside it
     */
    record Line(String label, String side, Cell amount, Mood mood) {}

    /** Opening, entries, balance and what is stated, for each side. */
    static List<Line> balances(ReportModel model, Format format) {
        List<Line> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            lines.addAll(balances(model, side, format));
        }
        return lines;
    }

    /** Opening, entries, balance and what is stated, for one side. */
    static List<Line> balances(ReportModel model, Side side, Format format) {
        Proof proof = model.proof().orElseThrow();
        BigDecimal opening = BigDecimal.ZERO;
        BigDecimal entries = BigDecimal.ZERO;
        for (AccountLine account : model.accounts()) {
            if (account.side() == side) {
                opening = opening.add(account.opening());
                entries = entries.add(account.entrySum());
            }
        }
        BigDecimal balance = side == Side.BANK ? proof.bankBalance() : proof.ledgerBalance();
        Optional<BigDecimal> stated = side == Side.BANK ? proof.bankStated() : proof.ledgerStated();
        String name = format.side(side);
        return List.of(
                new Line(format.text("proof.opening"), name, format.cell(opening), Mood.PLAIN),
                new Line(format.text("proof.entries", model.entries(side)), name, format.cell(entries), Mood.PLAIN),
                new Line(format.text("proof.balance"), name, format.cell(balance), Mood.SUM),
                new Line(format.text("proof.stated"), name, format.statedCell(stated), mood(balance, stated)));
    }

    private static Mood mood(BigDecimal balance, Optional<BigDecimal> stated) {
        return stated.map(amount -> amount.compareTo(balance) == 0 ? Mood.GOOD : Mood.BAD)
                .orElse(Mood.PLAIN);
    }

    /** What the difference of the balances is, and what it is made of. */
    static List<Line> identity(Proof proof, Format format) {
        BigDecimal difference = proof.bankBalance().subtract(proof.ledgerBalance());
        BigDecimal explained = proof.openingDifference()
                .add(proof.bankOpen())
                .subtract(proof.ledgerOpen())
                .add(proof.matchedDifference());
        BigDecimal unexplained = difference.subtract(explained);
        return List.of(
                new Line(format.text("proof.difference"), "", format.cell(difference), Mood.SUM),
                new Line(
                        format.text("proof.opening-difference"),
                        "",
                        format.cell(proof.openingDifference()),
                        Mood.PLAIN),
                new Line(format.text("proof.bank-open"), "", format.cell(proof.bankOpen()), Mood.PLAIN),
                new Line(
                        format.text("proof.ledger-open"),
                        "",
                        format.cell(proof.ledgerOpen().negate()),
                        Mood.PLAIN),
                new Line(
                        format.text("proof.matched-difference"),
                        "",
                        format.cell(proof.matchedDifference()),
                        Mood.PLAIN),
                new Line(format.text("proof.explained"), "", format.cell(explained), Mood.SUM),
                new Line(
                        format.text("proof.unexplained"),
                        "",
                        format.cell(unexplained),
                        unexplained.signum() == 0 ? Mood.GOOD : Mood.BAD));
    }
}
