package org.tickmark.benchmarks.matching.peers;

/**
 * A row as other matchers get it: what references are in it has been settled for them.
 *
 * @param number within its side, from 0
 * @param day days since 1970-01-01
 * @param minor amount in hundredths
 * @param reference the key of a deposit or settlement, else the digits of its reference; empty if it has neither
 * @param name in the ledger who it is of, at the bank its text, in capitals
 */
record Line(int number, int day, long minor, String reference, String name) {
    boolean hasReference() {
        return !reference.isEmpty();
    }
}
