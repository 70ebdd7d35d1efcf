package org.tickmark.benchmarks.matching.workload;

/** The amounts of W1, in hundredths: from a price list, or log-normal around 1,850. Immutable. */
final class Amounts {
    private static final int PRICES = 200;
    private static final int CHEAPEST = 49;
    private static final int DEAREST = 2998;
    private static final double MU = StrictMath.log(185_000);
    private static final double SIGMA = 1.35;
    private static final double LEAST = 1_00;
    private static final double MOST = 5_000_000_00;

    private final double listed;
    private final Zipf popularity = new Zipf(PRICES, 1.1);
    private final int[] prices = new int[PRICES];

    /**
     * Such amounts.
     *
     * @param listed share of amounts from the price list, from 0 to 1
     * @param random makes the price list
     */
    Amounts(double listed, SplitMix random) {
        this.listed = listed;
        for (int i = 0; i < PRICES; i++) {
            prices[i] = random.between(CHEAPEST, DEAREST);
        }
    }

    /** A positive amount. */
    long draw(SplitMix random) {
        if (random.u01() < listed) {
            return prices[popularity.draw(random)] * 100L;
        }
        double size = StrictMath.exp(MU + SIGMA * random.normal());
        long amount = (long) Math.min(MOST, Math.max(LEAST, size));
        return random.percent(25) ? amount / 100 * 100 : amount;
    }
}
