package org.tickmark.benchmarks.recurrence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks, each setting in a fresh JVM, and gives what a call took. */
final class Measurements {
    /**
     * How long a setting is warmed up and measured, in iterations of so many milliseconds. Where the text is read in the call,
     * all libraries are warmed up longer: the JIT compiler gets through that much code in some eight seconds.
     */
    enum Length {
        QUICK(2, 10, 2, 200),
        FULL(3, 30, 4, 350);

        private final int warmups;
        private final int warmupsOfReading;
        private final int iterations;
        private final long millis;

        Length(int warmups, int warmupsOfReading, int iterations, long millis) {
            this.warmups = warmups;
            this.warmupsOfReading = warmupsOfReading;
            this.iterations = iterations;
            this.millis = millis;
        }

        private int warmupsOf(String benchmark) {
            return benchmark.startsWith(READING) ? warmupsOfReading : warmups;
        }
    }

    /** How the names of benchmarks begin that read the rule in the call. */
    private static final String READING = "compile";

    /** The time of one call, in the best iteration, and its allocation. */
    record Cost(double nanos, double bytes) {}

    private final Length length;

    Measurements(Length length) {
        this.length = length;
    }

    /** What a call of a {@link PeerBenchmark} costs in each library that can say the rule. */
    Map<Peer, Cost> ofPeers(String benchmark, CommonRule rule, Clock clock) throws RunnerException {
        String[] peers = Peer.of(rule).stream().map(Peer::name).toArray(String[]::new);
        var options = options(PeerBenchmark.class, benchmark)
                .param("rule", rule.name())
                .param("clock", clock.name())
                .param("peer", peers);
        Map<Peer, Cost> costs = new EnumMap<>(Peer.class);
        for (RunResult result : new Runner(options.build()).run()) {
            costs.put(Peer.valueOf(result.getParams().getParam("peer")), cost(result));
        }
        return costs;
    }

    /** What a call of a {@link KernelBenchmark} costs for each rule. */
    Map<CommonRule, Cost> ofKernel(String benchmark) throws RunnerException {
        String[] rules =
                Arrays.stream(CommonRule.values()).map(CommonRule::name).toArray(String[]::new);
        var options = options(KernelBenchmark.class, benchmark).param("rule", rules);
        Map<CommonRule, Cost> costs = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            costs.put(CommonRule.valueOf(result.getParams().getParam("rule")), cost(result));
        }
        return costs;
    }

    private ChainedOptionsBuilder options(Class<?> type, String benchmark) {
        return new OptionsBuilder()
                .include("^" + type.getName().replace(".", "\\.") + "\\." + benchmark + "$")
                .warmupIterations(length.warmupsOf(benchmark))
                .warmupTime(TimeValue.milliseconds(length.millis))
                .measurementIterations(length.iterations)
                .measurementTime(TimeValue.milliseconds(length.millis))
                .forks(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
    }

    private static Cost cost(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        double best = result.getPrimaryResult().getStatistics().getMin();
        return new Cost(best, bytes == null ? Double.NaN : bytes.getScore());
    }
}
