package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All runs are due when the engine begins; it is done when its store says that the last of them has ended. */
final class Drain {
    static final String RATE = "runs/s";
    static final String CPU = "CPU ms per 1,000";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int WARM_UP = 10;

    private Drain() {}

    /** Drains a tenth to warm up, then all, and measures that. */
    static Figures measure(Trial trial) throws Exception {
        drain(trial, Math.max(1, trial.size() / WARM_UP));
        return drain(trial, trial.size());
    }

    private static Figures drain(Trial trial, int size) throws Exception {
        Tally tally = new Tally(size);
        try (Engine engine = trial.contender().open(trial.database(), tally)) {
            engine.store(size, Instant.now());
            trial.database().settle();
            Cpu cpu = new Cpu(trial.server());
            Duration before = cpu.taken();
            long begin = System.nanoTime();
            engine.start();
            boolean ended = tally.await(size, LONGEST) && Tally.await(() -> isDone(engine), LONGEST);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Duration taken = cpu.taken().minus(before);
            if (!ended) {
                return Figures.refused(tally.ran() + " of " + size + " ran in " + LONGEST);
            }
            Optional<String> wrong = tally.departure().or(() -> departure(engine, size));
            return wrong.map(Figures::refused).orElseGet(() -> figures(size, seconds, taken));
        }
    }

    private static Figures figures(int size, double seconds, Duration cpu) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("runs", (double) size);
        values.put("seconds", seconds);
        values.put(RATE, size / seconds);
        values.put(CPU, cpu.toNanos() / 1e6 / size * 1000);
        return Figures.of(values);
    }

    private static boolean isDone(Engine engine) {
        try {
            return engine.unfinished() == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> departure(Engine engine, int size) {
        try {
            return engine.departure(size);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
