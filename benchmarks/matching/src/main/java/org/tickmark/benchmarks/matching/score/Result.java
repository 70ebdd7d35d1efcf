package org.tickmark.benchmarks.matching.score;

import java.util.List;

/**
 * What a matcher made of two files.
 *
 * @param openBank bank rows said to be open
 * @param openLedger ledger rows said to be open
 * @param proven whether it says that the balances are proven
 */
public record Result(
        List<Match> matches,
        List<Suggestion> suggestions,
        List<Integer> openBank,
        List<Integer> openLedger,
        boolean proven) {
    public Result {
        matches = List.copyOf(matches);
        suggestions = List.copyOf(suggestions);
        openBank = List.copyOf(openBank);
        openLedger = List.copyOf(openLedger);
    }
}
