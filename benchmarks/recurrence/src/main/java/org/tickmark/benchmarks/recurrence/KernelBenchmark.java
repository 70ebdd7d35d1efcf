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
import org.tickmark.recurrence.Recurrence;

/** What no other library answers without walking: near and far, with and without COUNT, by number and by count. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
    private static final int COUNT = 7900;

    @Param("DAILY")
    String rule;

    private Recurrence endless;
    private Recurrence counted;
    private String countedText;
    private long near;
    private long far;
    private long start;

    /** Compiles the rule, and once more with COUNT. */
    @Setup
    public void compile() {
        String text = CommonRule.valueOf(rule).text();
        countedText = text + ";COUNT=" + COUNT;
        endless = TickmarkRule.compile(text, Clock.ZONED).recurrence();
        counted = TickmarkRule.compile(countedText, Clock.ZONED).recurrence();
        start = Clock.ZONED.startSecond();
        near = Clock.ZONED.twentyYearsLater();
        far = Clock.ZONED.twoThousandYearsLater();
    }

    /** The occurrence after two thousand years. */
    @Benchmark
    public long nextFar() {
        return endless.next(far);
    }

    /** The occurrence after some weeks of a rule that has an end by number. */
    @Benchmark
    public long nextWithCount() {
        return counted.next(start + 4_000_000);
    }

    /** The occurrence before twenty years from the start. */
    @Benchmark
    public long previous() {
        return endless.previous(near);
    }

    /** How many occurrences there are in twenty years. */
    @Benchmark
    public long count() {
        return endless.countBefore(near) - endless.countBefore(start);
    }

    /** The occurrence with a number. */
    @Benchmark
    public long nth() {
        return endless.nth(COUNT - 1);
    }

    /** Reads and compiles a rule with an end by number. */
    @Benchmark
    public Recurrence compileWithCount() {
        return TickmarkRule.compile(countedText, Clock.ZONED).recurrence();
    }
}
