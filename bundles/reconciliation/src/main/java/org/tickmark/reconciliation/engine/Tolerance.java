package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleParameter;

/**
 * How far the amounts of a bank row and a ledger row may be apart, and how much that may come to.
 *
 * @param lowest the least that the bank row may be more than the ledger row, in units of the currency; negative where it may be less
 * @param highest the most that it may be more
 * @param basisPoints the most that it may be more or less, in ten-thousandths of the ledger row
 * @param both whether amount and share must hold, or one of them
 * @param cap the most of one match, whatever else it is within
 * @param runCap the most of all matches of a run
 * @param periodCap the most of all matches of a period, those of earlier runs included
 * @param period the period
 */
record Tolerance(
        BigDecimal lowest,
        BigDecimal highest,
        int basisPoints,
        boolean both,
        BigDecimal cap,
        BigDecimal runCap,
        BigDecimal periodCap,
        Period period) {
    private static final String LOWEST = "lowest";
    private static final String HIGHEST = "highest";
    private static final String BASIS_POINTS = "basis-points";
    private static final String COMBINE = "combine";
    private static final String BOTH = "both";
    private static final String CAP = "cap";
    private static final String RUN_CAP = "run-cap";
    private static final String PERIOD_CAP = "period-cap";
    private static final String PERIOD = "period";
    private static final int WHOLE = 10_000;
    private static final int MOST = 999_999_999;

    static List<RuleParameter> parameters() {
        return List.of(
                Parameters.amount(LOWEST, 0, -MOST, 0),
                Parameters.amount(HIGHEST, 0, 0, MOST),
                Parameters.number(BASIS_POINTS, WHOLE, 0, WHOLE),
                Parameters.word(COMBINE, BOTH, BOTH, "either"),
                Parameters.amount(CAP, 100, 0, MOST),
                Parameters.amount(RUN_CAP, 10_000, 0, MOST),
                Parameters.amount(PERIOD_CAP, 100_000, 0, MOST),
                Parameters.word(PERIOD, Period.MONTH.word(), Period.words()));
    }

    static Tolerance of(Map<String, String> settings) {
        return new Tolerance(
                new BigDecimal(settings.get(LOWEST)),
                new BigDecimal(settings.get(HIGHEST)),
                Integer.parseInt(settings.get(BASIS_POINTS)),
                settings.get(COMBINE).equals(BOTH),
                new BigDecimal(settings.get(CAP)),
                new BigDecimal(settings.get(RUN_CAP)),
                new BigDecimal(settings.get(PERIOD_CAP)),
                Period.of(settings.get(PERIOD)));
    }

    /** What rules that are about such a tolerance set; the most of a run is the most of a month too. */
    static Map<String, String> settings(String lowest, String highest, int basisPoints, String cap, String runCap) {
        return Map.of(
                LOWEST,
                lowest,
                HIGHEST,
                highest,
                BASIS_POINTS,
                Integer.toString(basisPoints),
                CAP,
                cap,
                RUN_CAP,
                runCap,
                PERIOD_CAP,
                runCap);
    }

    /** The tolerance for amounts of these rows. */
    Scaled scaledFor(Snapshot rows) {
        return new Scaled(
                rows, scaled(rows, lowest), scaled(rows, highest), scaled(rows, cap), scaled(rows, runCap), this);
    }

    /** In the smallest unit of the rows, cut towards nought. */
    private static long scaled(Snapshot rows, BigDecimal amount) {
        BigInteger scaled = amount.movePointRight(rows.scale()).toBigInteger();
        return scaled.bitLength() < Long.SIZE ? scaled.longValue() : scaled.signum() * Long.MAX_VALUE;
    }

    /** A tolerance for amounts of some rows. */
    record Scaled(Snapshot rows, long lowest, long highest, long cap, long runCap, Tolerance of) {
        /** Whether the amounts of two rows have the same sign and are not too far apart; the cap aside. */
        boolean holds(int bank, int ledger) {
            long paid = rows.scaled(bank);
            long owed = rows.scaled(ledger);
            if (Long.signum(paid) * Long.signum(owed) != 1) {
                return false;
            }
            long difference = paid - owed; // of the same sign: never runs over
            boolean near = difference >= lowest && difference <= highest;
            boolean smallShare = Math.abs(difference) <= share(Math.abs(owed));
            return of.both ? near && smallShare : near || smallShare;
        }

        /** What is left of the cap of a period when so much is borne already. */
        long periodCapLess(BigDecimal borne) {
            return scaled(rows, of.periodCap.subtract(borne));
        }

        private long share(long amount) {
            return amount / WHOLE * of.basisPoints + amount % WHOLE * of.basisPoints / WHOLE;
        }
    }
}
