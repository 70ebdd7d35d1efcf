package org.tickmark.example.demo;

/** Names of the rules in {@code demo.yaml}, and ids of the reasons that open items are given. */
final class Rules {
    static final String REVERSAL = "reversal";
    static final String KEY_SUM = "key-sum";
    static final String REFERENCE = "reference";
    static final String AMOUNT = "amount";

    static final String NO_COUNTERPART = "open.none";
    static final String AMBIGUOUS = "open.ambiguous";
    static final String REFERENCES_DISAGREE = "open.disagree";

    private Rules() {}
}
