package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the matches of other groups tie together, as it was when rows were read. */
@FunctionalInterface
public interface Chains {
    /** No other groups. */
    Chains NONE = (first, second) -> Optional.empty();

    /**
     * What two groups tie together: entries of the bank side of the first, by way of entries that both groups have, to entries of the ledger side
     * of the second.
     *
     * @return empty if one of the groups is not there
     */
    Optional<List<Chain>> between(String first, String second);

    /**
     * Entries tied together.
     *
     * @param bank keys of those of the bank side of the first group
     * @param between how many entries lie between
     * @param ledger keys of those of the ledger side of the second group
     * @param whole whether both groups have matched all of the entries between
     */
    record Chain(List<Long> bank, int between, List<Long> ledger, boolean whole) {
        public Chain {
            bank = List.copyOf(bank);
            ledger = List.copyOf(ledger);
        }
    }

    /**
     * Two groups that a rule chains.
     *
     * @param first name of the group whose bank side it is
     * @param second name of the group whose ledger side it is
     */
    record Pair(String first, String second) {
        public Pair {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
        }
    }
}
