package org.tickmark.benchmarks.scheduling;

import java.util.Arrays;
import java.util.List;

/**
 * How much a workload has to do.
 *
 * @param size runs or stored tasks
 * @param seconds how long it is watched; 0: it ends by itself
 * @param samples how often something is done; 0: once
 * @param nodes processes that work beside the one that measures
 */
record Extent(int size, int seconds, int samples, int nodes) {
    static Extent of(int size) {
        return new Extent(size, 0, 0, 0);
    }

    Extent seconds(int watched) {
        return new Extent(size, watched, samples, nodes);
    }

    Extent samples(int times) {
        return new Extent(size, seconds, times, nodes);
    }

    Extent nodes(int processes) {
        return new Extent(size, seconds, samples, processes);
    }

    /** The word by which a child process is told. */
    String word() {
        return size + "," + seconds + "," + samples + "," + nodes;
    }

    static Extent read(String word) {
        List<Integer> numbers =
                Arrays.stream(word.split(",", -1)).map(Integer::valueOf).toList();
        return new Extent(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }
}
