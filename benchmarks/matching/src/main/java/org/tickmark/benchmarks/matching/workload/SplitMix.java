package org.tickmark.benchmarks.matching.workload;

/**
 * SplitMix64, the generator of Steele, Lea and Flood: the same numbers in every language. For one thread.
 */
public final class SplitMix {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private SplitMix(long state) {
        this.state = state;
    }

    /** The generator of one stream of a seed: any stream can be had alone. */
    public static SplitMix stream(long seed, long stream) {
        return new SplitMix(mix(seed ^ mix(stream)));
    }

    /** One step of the generator from a state. Different states give different numbers. */
    public static long mix(long state) {
        long z = state + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        long z = mix(state);
        state += STEP;
        return z;
    }

    /** From 0 to below 1, from the top 53 bits. */
    double u01() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** From 0 to below {@code n}, from the top 32 bits. */
    public int below(int n) {
        return (int) (((next() >>> 32) * n) >>> 32);
    }

    /** From one number to another, both included. */
    int between(int lowest, int highest) {
        return lowest + below(highest - lowest + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    /** Normally distributed with mean 0 and deviation 1: Box-Muller, the cosine branch. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - u01()));
        return radius * StrictMath.cos(2 * StrictMath.PI * u01());
    }

    /** One of some things. */
    @SafeVarargs
    final <T> T one(T... things) {
        return things[below(things.length)];
    }
}
