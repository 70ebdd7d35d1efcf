package org.tickmark.scheduler.sim;

import java.util.Random;

/**
 * How much happens in a history.
 *
 * @param rounds how many rounds there are before the calm
 * @param harshness how many times as often faults strike as in a long history
 */
record Extent(int rounds, double harshness) {
    /** A long history, in which few faults strike for what happens. */
    static final Extent LONG = new Extent(90, 1);

    /** So that it tells nothing of what else is drawn by the seed. */
    private static final long OTHER = 0x9E3779B97F4A7C15L;

    /** That of a seed: of twenty histories, fourteen are short, five are of middle length, and one is long. */
    static Extent of(long seed) {
        Random random = new Random(seed ^ OTHER);
        int one = random.nextInt(20);
        if (one < 14) {
            return new Extent(5 + random.nextInt(12), 2);
        }
        return one < 19 ? new Extent(20 + random.nextInt(20), 1.5) : LONG;
    }
}
