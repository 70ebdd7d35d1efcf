package org.tickmark.benchmarks.matching.peers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tickmark.benchmarks.matching.score.Match;
import org.tickmark.benchmarks.matching.score.Result;

/** What a matcher has found so far, and which rows that leaves open. */
final class Findings {
    private final Lines lines;
    private final BitSet bankTaken = new BitSet();
    private final BitSet ledgerTaken = new BitSet();
    private final List<Match> matches = new ArrayList<>();

    Findings(Lines lines) {
        this.lines = lines;
    }

    /** Adds a match of rows that are open. */
    void add(String rule, List<Line> bank, List<Line> ledger) {
        bank.forEach(line -> bankTaken.set(line.number()));
        ledger.forEach(line -> ledgerTaken.set(line.number()));
        matches.add(new Match(
                rule, numbers(bank), numbers(ledger), BigDecimal.valueOf(sum(bank) - sum(ledger), 2), () -> rule));
    }

    boolean isBankOpen(Line line) {
        return !bankTaken.get(line.number());
    }

    boolean isLedgerOpen(Line line) {
        return !ledgerTaken.get(line.number());
    }

    Result result() {
        return new Result(
                matches,
                List.of(),
                numbers(lines.bank().stream().filter(this::isBankOpen).toList()),
                numbers(lines.ledger().stream().filter(this::isLedgerOpen).toList()),
                true);
    }

    static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::minor).sum();
    }

    private static List<Integer> numbers(List<Line> lines) {
        return lines.stream().map(Line::number).toList();
    }
}
