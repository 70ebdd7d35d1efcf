package org.tickmark.benchmarks.importing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

/** Lets one reader read one file in memory again and again, after it has shown that it finds all that is in it. */
final class ParseRun {
    static final String SPEED = "MB/s";
    static final String BEST = "MB/s, best round";
    static final String PROCESSOR = "MB/s of processor time";
    static final String ENTRIES = "entries/s";
    static final String SIZE = "MB";

    private static final int LEAST_ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ParseRun() {}

    /** How long each round took: on the clock, and of the reading thread's processor time. */
    private record Rounds(List<Long> nanos, List<Long> processorNanos) {
        int count() {
            return nanos.size();
        }

        void add(long nanosOfRound, long processorNanosOfRound) {
            nanos.add(nanosOfRound);
            processorNanos.add(processorNanosOfRound);
        }
    }

    static Figures measure(FileForm form, Contender contender, long seed, Extent extent) throws Exception {
        Told told = Told.made(seed, 1, extent.parsed());
        byte[] file = form.bytes(told);
        Tally expected = Tally.of(form, told);
        Tally found = contender.read(form, file);
        if (!found.equals(expected)) {
            return Figures.refused("found " + found + ", expected " + expected);
        }
        rounds(form, contender, file, extent.warmUpNanos());
        Rounds rounds = rounds(form, contender, file, extent.measureNanos());
        double megabytes = file.length / 1e6;
        double seconds = median(rounds.nanos());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(SIZE, megabytes);
        figures.put(SPEED, megabytes / seconds);
        figures.put(BEST, megabytes / (Collections.min(rounds.nanos()) / 1e9));
        figures.put(PROCESSOR, megabytes / median(rounds.processorNanos()));
        figures.put(ENTRIES, expected.entries() / seconds);
        return Figures.of(figures);
    }

    private static Rounds rounds(FileForm form, Contender contender, byte[] file, long length) throws Exception {
        Rounds rounds = new Rounds(new ArrayList<>(), new ArrayList<>());
        long start = System.nanoTime();
        for (long now = start; now - start < length || rounds.count() < LEAST_ROUNDS; ) {
            long processor = THREADS.getCurrentThreadCpuTime();
            Tally ignored = contender.read(form, file);
            long end = System.nanoTime();
            if (ignored.entries() > 0) {
                rounds.add(end - now, THREADS.getCurrentThreadCpuTime() - processor);
            }
            now = end;
        }
        return rounds;
    }

    /** In seconds. */
    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e9;
    }
}
