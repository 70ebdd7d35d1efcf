package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tickmark.benchmarks.kit.Figures;

/** All runs are due when the engine begins; it is done when its store says that the last of them has ended. */
final class Drain {
    /** How often the store is asked whether all is done, so that asking costs little. */
    static final long LOOK_NANOS = 5_000_000;

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int WARM_UP = 2;

    private Drain() {}

    /** What is drained before anything is measured: half, by which Java has compiled most of what an engine works with. */
    static int warmUp(int size) {
        return Math.max(1, size / WARM_UP);
    }

    /** Drains half to warm up, then all, and measures that. */
    static Figures measure(Trial trial) throws Exception {
        int size = trial.extent().size();
        Figures first = drain(trial, warmUp(size));
        return first.refusal().isEmpty() ? drain(trial, size) : first;
    }

    private static Figures drain(Trial trial, int size) throws Exception {
        Tally tally = Tally.of(size);
        Usage usage;
        Optional<String> wrong;
        try (Engine engine = trial.open(tally)) {
            engine.store(size, Instant.now());
            trial.database().settle();
            usage = new Usage(trial.database(), Cpu.here(trial.server()));
            engine.start();
            boolean ended =
                    tally.await(size, LONGEST) && Tally.await(() -> isDone(engine::unfinished), LONGEST, LOOK_NANOS);
            usage.stop();
            wrong = ended ? departure(tally, engine, size) : Optional.of(late(tally, size));
        }
        return wrong.isPresent() ? Figures.refused(wrong.get()) : Figures.of(usage.of(size));
    }

    static String late(Tally tally, int size) {
        return tally.ran() + " of " + size + " ran in " + LONGEST.toMinutes() + " minutes, or their store does not"
                + " say so";
    }

    /** What is wrong with the runs of a drain; empty if nothing is. */
    static Optional<String> departure(Tally tally, Engine engine, int size) throws Exception {
        Optional<String> wrong = tally.departure();
        return wrong.isPresent() ? wrong : engine.departure(size);
    }

    /** Tells how much is left to do. */
    @FunctionalInterface
    interface Left {
        long count() throws Exception;
    }

    static boolean isDone(Left left) {
        try {
            return left.count() == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
