package org.tickmark.benchmarks.recurrence;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One rule in one library: its first occurrences, and the one after twenty years, with the rule compiled before or within. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerBenchmark {
    @Param("TICKMARK")
    String peer;

    @Param("DAILY")
    String rule;

    @Param("ZONED")
    String clock;

    private Peer library;
    private CommonRule common;
    private Clock wall;
    private Compiled compiled;
    private long after;

    /** Compiles the rule. */
    @Setup
    public void compile() {
        library = Peer.valueOf(peer);
        common = CommonRule.valueOf(rule);
        wall = Clock.valueOf(clock);
        compiled = library.compile(common, wall);
        after = wall.twentyYearsLater();
    }

    /** The first occurrences. */
    @Benchmark
    public long expand() {
        return compiled.expand(common.occurrences());
    }

    /** The first occurrences of a rule that is read first. */
    @Benchmark
    public long compileAndExpand() {
        return library.compile(common, wall).expand(common.occurrences());
    }

    /** The occurrence after twenty years. */
    @Benchmark
    public long next() {
        return compiled.next(after);
    }

    /** The occurrence after twenty years of a rule that is read first. */
    @Benchmark
    public long compileAndNext() {
        return library.compile(common, wall).next(after);
    }
}
