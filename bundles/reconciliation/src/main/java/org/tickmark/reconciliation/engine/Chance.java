package org.tickmark.reconciliation.engine;

import java.math.BigInteger;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/**
 * Whether a sum can be an accident. So many sets of rows were looked at, their sums lie so far apart at the least and within so wide a span:
 * their product over the span is how many of them are expected to hit an amount by accident.
 */
final class Chance {
    static final String ODDS = "odds";
    private static final int STANDARD = 500;
    private static final int HIGHEST = 1_000_000;

    /** As many sets as this are not told from more. */
    static final long MANY = 1L << 40;

    private Chance() {}

    /** Adds up numbers of sets. */
    static long plus(long sets, long more) {
        return Math.min(MANY, sets + more);
    }

    /** The parameter that says how many to one it must be that the sum is none. */
    static RuleParameter parameter() {
        return Parameters.number(ODDS, STANDARD, 0, HIGHEST);
    }

    static int odds(Map<String, String> settings) {
        return Integer.parseInt(settings.get(ODDS));
    }

    /**
     * Whether the odds are against an accident.
     *
     * @param sets how many sets were looked at
     * @param step what all amounts of the set found are multiples of
     * @param span how far the sums of the sets are spread, at least 1
     * @param odds so many to one, at least; 0 for no demand
     */
    static boolean isAgainst(long sets, long step, long span, int odds) {
        return BigInteger.valueOf(sets)
                        .multiply(BigInteger.valueOf(step))
                        .multiply(BigInteger.valueOf(odds))
                        .compareTo(BigInteger.valueOf(span))
                <= 0;
    }

    /** The largest amount of which all these rows are multiples. */
    static long step(Snapshot rows, int one, int[] set) {
        long step = Math.abs(rows.scaled(one));
        for (int row : set) {
            long other = Math.abs(rows.scaled(row));
            while (other != 0) {
                long rest = step % other;
                step = other;
                other = rest;
            }
        }
        return Math.max(1, step);
    }
}
