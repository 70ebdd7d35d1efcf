package org.tickmark.benchmarks.matching.score;

import java.util.List;

/**
 * A group of rows that a person might match.
 *
 * @param rank from 1 for the best of those for the same row
 */
public record Suggestion(List<Integer> bank, List<Integer> ledger, int rank) {
    public Suggestion {
        bank = List.copyOf(bank);
        ledger = List.copyOf(ledger);
    }
}
