package org.tickmark.example.demo;

/** Names of the rules in {@code demo.yaml}, and ids of the reasons that open items are given. */
final class Rules {
    static final String REVERSAL = "reversal";
    static final String REFERENCE_SUM = "reference-sum";
    static final String REFERENCE = "reference";
    static final String AMOUNT = "amount";

    static final String NO_COUNTERPART = "reason.no-counterpart";
    static final String SEVERAL = "reason.several";
    static final String NEAR_MISS = "reason.near-miss";

    private Rules() {}
}
