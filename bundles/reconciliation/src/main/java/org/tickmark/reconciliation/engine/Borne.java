package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** What the matches that stand bear as differences, whatever their sign, by rule and by the month in which they are effective. Immutable. */
public final class Borne {
    /** Nothing yet. */
    public static final Borne NOTHING = new Borne(Map.of());

    private final Map<Of, BigDecimal> sums;

    private Borne(Map<Of, BigDecimal> sums) {
        this.sums = Map.copyOf(sums);
    }

    private record Of(String rule, YearMonth month) {}

    /** Collects what is borne. For one thread. */
    public static final class Builder {
        private final Map<Of, BigDecimal> sums = new HashMap<>();

        /** Adds a difference of a rule, or a sum of them. */
        public Builder add(String rule, YearMonth month, BigDecimal sum) {
            sums.merge(new Of(rule, month), sum.abs(), BigDecimal::add);
            return this;
        }

        /** All that was added. */
        public Borne build() {
            return new Borne(sums);
        }
    }

    /** What a rule bears in some months, the first and the last included. */
    BigDecimal by(String rule, YearMonth first, YearMonth last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sum = sum.add(sums.getOrDefault(new Of(rule, month), BigDecimal.ZERO));
        }
        return sum;
    }
}
