package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;

/** What an engine takes that has many tasks and nothing to do. */
final class Idle {
    static final String CORE = "% of a core";

    /** So that what storing has left to do is done; no longer than it is watched. */
    private static final int SETTLING_SECONDS = 10;

    private static final String SWITCHES = "voluntary_ctxt_switches:";
    private static final double MINUTE = 60;
    private static final double MILLI = 1e3;
    private static final double PERCENT = 100;

    private Idle() {}

    static Figures measure(Trial trial) throws Exception {
        int size = trial.extent().size();
        Tally tally = Tally.of(size);
        Duration settling =
                Duration.ofSeconds(Math.min(SETTLING_SECONDS, trial.extent().seconds()));
        Usage usage;
        Usage own;
        long switches;
        try (FullEngine engine = trial.full(tally)) {
            engine.storeRecurring(size, WakeUp::far);
            trial.database().settle();
            engine.start();
            Moments.sleepUntil(System.nanoTime() + settling.toNanos());
            switches = switches();
            usage = new Usage(trial.database(), Cpu.here(trial.server()));
            own = new Usage(trial.database(), Cpu.here(0));
            Moments.sleepUntil(
                    usage.begin() + Duration.ofSeconds(trial.extent().seconds()).toNanos());
            usage.stop();
            own.stop();
            switches = switches() - switches;
        }
        if (tally.ran() > 0) {
            return Figures.refused(tally.ran() + " ran, none was due");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("seconds", usage.seconds());
        values.put(CORE, usage.used() / usage.seconds() * PERCENT);
        values.put("CPU ms/min", usage.used() * MILLI / usage.seconds() * MINUTE);
        values.put("of it in the process", own.used() * MILLI / own.seconds() * MINUTE);
        values.put("wake-ups/s", switches / usage.seconds());
        if (trial.database().store() == Database.Store.POSTGRESQL) {
            values.put("transactions/min", usage.commits() / usage.seconds() * MINUTE);
        }
        return Figures.of(values);
    }

    /** How often the threads of this process went to sleep. */
    private static long switches() throws IOException {
        long switches = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                switches += switches(thread);
            }
        }
        return switches;
    }

    private static long switches(Path thread) throws IOException {
        try (Stream<String> lines = Files.lines(thread.resolve("status"))) {
            return lines.filter(line -> line.startsWith(SWITCHES))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(SWITCHES.length()).strip()))
                    .sum();
        } catch (NoSuchFileException e) {
            // It has ended.
            return 0;
        }
    }
}
