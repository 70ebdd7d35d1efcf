package org.tickmark.benchmarks.matching.workload;

import java.util.Arrays;

/** Numbers from 0 of which the k-th comes with a weight of 1 / (k + 1) to a power. Immutable. */
final class Zipf {
    private final double[] upTo;

    Zipf(int count, double power) {
        upTo = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += 1 / StrictMath.pow(k + 1.0, power);
            upTo[k] = sum;
        }
    }

    int draw(SplitMix random) {
        int found = Arrays.binarySearch(upTo, random.u01() * upTo[upTo.length - 1]);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
