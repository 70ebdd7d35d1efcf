package org.tickmark.benchmarks.scheduling;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.benchmarks.kit.Figures;

/**
 * A process is killed in the middle of a drain, and another one started at once. And one is killed that does nothing but store runs, to
 * see whether what it was told was stored is there.
 */
final class Crash {
    static final String SECONDS = "seconds from the kill until all is done";
    static final String REPEATED = "ran twice";

    /** How many acknowledged runs there are at least when the process is killed. */
    private static final int ACKNOWLEDGED = 200;

    private static final Duration HALF = Duration.ofMinutes(5);
    private static final double SECOND = 1e9;

    private final Trial trial;
    private final int size;
    private final Duration longest;

    private Crash(Trial trial) {
        this.trial = trial;
        this.size = trial.extent().size();
        this.longest = Duration.ofSeconds(trial.extent().seconds());
    }

    static Figures measure(Trial trial) throws Exception {
        Crash crash = new Crash(trial);
        Map<String, Double> values = new LinkedHashMap<>();
        Optional<String> wrong = crash.drained(values);
        if (wrong.isEmpty()) {
            wrong = crash.acknowledged(values);
        }
        return wrong.map(Figures::refused).orElseGet(() -> Figures.of(values));
    }

    private Optional<String> drained(Map<String, Double> values) throws Exception {
        Path file = trial.folder().resolve("drain");
        Tally tally = Tally.create(file, size);
        try (Engine engine = trial.open(tally)) {
            engine.store(size, Instant.now());
        }
        trial.database().settle();
        try (NodeProcess node = NodeProcess.start(trial)) {
            node.open(file);
            node.begin();
            if (!tally.await(size / 2, HALF)) {
                return Optional.of("half did not run in " + HALF.toMinutes() + " minutes");
            }
            node.kill();
        }
        long killed = System.nanoTime();
        values.put("runs", (double) size);
        values.put("ran before", (double) tally.ran());
        if (tally.ran() == size) {
            return Optional.of("all had run when the process was killed");
        }
        try (NodeProcess node = NodeProcess.start(trial)) {
            node.open(file);
            node.begin();
            boolean done = Tally.await(() -> Drain.isDone(node::unfinished), longest, Drain.LOOK_NANOS);
            values.put(SECONDS, (System.nanoTime() - killed) / SECOND);
            values.put(REPEATED, (double) tally.repeated());
            node.end();
            return done ? departure(tally) : Optional.of(late(tally));
        }
    }

    private String late(Tally tally) {
        return "not done " + longest.toSeconds() + " s after the kill: " + tally.missing() + " of " + size
                + " had not run, " + tally.repeated() + " had run twice";
    }

    private Optional<String> departure(Tally tally) throws Exception {
        if (tally.missing() > 0) {
            return Optional.of(tally.missing() + " of " + size + " were lost, " + tally.repeated() + " ran twice");
        }
        try (Engine engine = trial.open(tally)) {
            return engine.departure(size);
        }
    }

    private Optional<String> acknowledged(Map<String, Double> values) throws Exception {
        Path file = trial.folder().resolve("acknowledged");
        Tally tally = Tally.create(file, size);
        int enough = Math.min(ACKNOWLEDGED, size / 2);
        try (NodeProcess node = NodeProcess.start(trial)) {
            node.open(file);
            node.acknowledge();
            if (!tally.await(enough, HALF)) {
                return Optional.of("less than " + enough + " were stored in " + HALF.toMinutes() + " minutes");
            }
            node.kill();
        }
        long told = tally.ran();
        try (Engine engine = trial.open(tally)) {
            long there = engine.unfinished();
            values.put("acknowledged", (double) told);
            values.put("of these lost", (double) Math.max(0, told - there));
            return there >= told
                    ? Optional.empty()
                    : Optional.of((told - there) + " of " + told + " acknowledged runs were lost");
        }
    }
}
