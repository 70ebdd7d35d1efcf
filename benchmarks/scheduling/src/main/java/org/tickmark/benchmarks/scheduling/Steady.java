package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.benchmarks.scheduling.FullEngine.Recurring;

/**
 * Recurring tasks with periods of one to ten minutes, each from a second of its own on, so that all that a second brings is due at once.
 * They are stored while the engine works; it is watched for a while when all of them are there.
 */
final class Steady {
    static final String LATE = "late ";

    /** How late a start may be and still count: whoever looks every ten seconds must not be refused. */
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** Between the storing and the beginning: until then the first times of the last tasks are not due. */
    private static final Duration SETTLING = Duration.ofSeconds(SteadyPlan.AHEAD_SECONDS);

    private static final long LOOK_NANOS = 100_000_000;
    /** As many runs of a task as can be told apart. */
    static final int MOST_RUNS = 16;

    private static final Duration LONGEST = Duration.ofSeconds(MOST_RUNS * SteadyPlan.LEAST_SECONDS);

    private final Trial trial;
    private final int size;
    private final SteadyPlan plan;
    private final Tally tally;
    private final Moments moments = new Moments();

    private Steady(Trial trial) {
        this.trial = trial;
        this.size = trial.extent().size();
        this.plan = new SteadyPlan(size, Instant::now);
        this.tally = Tally.of(size, MOST_RUNS);
    }

    static Figures measure(Trial trial) throws Exception {
        return new Steady(trial).figures();
    }

    /**
     * What was watched.
     *
     * @param begin from when on
     * @param end until when
     * @param starts how many runs began
     * @param usage what that took
     */
    private record Watched(Instant begin, Instant end, long starts, Usage usage) {}

    private Figures figures() throws Exception {
        Watched watched;
        try (FullEngine engine = trial.full(tally)) {
            Instant storing = Instant.now();
            engine.start();
            engine.storeRecurring(size, plan);
            trial.database().settle();
            Moments.sleepUntil(System.nanoTime() + SETTLING.toNanos());
            watched = watched();
            if (Duration.between(storing, Instant.now()).compareTo(LONGEST) > 0) {
                return Figures.refused("storing was not done in " + LONGEST.toMinutes() + " minutes");
            }
        }
        Instant closed = Instant.now();
        if (watched.starts() == 0) {
            return Figures.refused("nothing ran");
        }
        Map<String, Double> values = watched.usage().of(watched.starts());
        Check check = new Check(tally, size, plan, moments);
        Optional<String> wrong = check.departure(watched.begin(), watched.end(), closed);
        check.late().into(values, LATE);
        return wrong.map(Figures::refused).orElseGet(() -> Figures.of(values));
    }

    private Watched watched() throws Exception {
        Instant begin = Instant.now();
        Instant end = begin.plusSeconds(trial.extent().seconds());
        long before = tally.ran();
        Usage usage = new Usage(trial.database(), Cpu.here(trial.server()));
        Moments.sleepUntil(moments.nanos(end));
        usage.stop();
        long starts = tally.ran() - before;
        Tally.await(() -> missing(tally, size, plan, end) == 0, GRACE, LOOK_NANOS);
        return new Watched(begin, end, starts, usage);
    }

    private static int missing(Tally tally, int size, IntFunction<Recurring> times, Instant end) {
        int missing = 0;
        for (int i = 0; i < size; i++) {
            missing += Math.max(0, times.apply(i).until(end) - tally.times(i));
        }
        return missing;
    }

    /** Compares what ran with the times at which it should have. */
    static final class Check {
        private final Tally tally;
        private final int size;
        private final IntFunction<Recurring> times;
        private final Moments moments;
        private final Latencies late = new Latencies();

        Check(Tally tally, int size, IntFunction<Recurring> times, Moments moments) {
            this.tally = tally;
            this.size = size;
            this.times = times;
            this.moments = moments;
        }

        /** How late what should begin while it was watched did; known once it was compared. */
        Latencies late() {
            return late;
        }

        /** What is wrong: each time before the end must have been run once, and none more than there were until the engine was closed. */
        Optional<String> departure(Instant begin, Instant end, Instant closed) {
            int repeated = 0;
            for (int i = 0; i < size; i++) {
                Recurring recurring = times.apply(i);
                repeated += Math.max(0, tally.times(i) - recurring.until(closed));
                for (int run = recurring.until(begin); run < Math.min(recurring.until(end), tally.times(i)); run++) {
                    late.add(moments.nanos(recurring.time(run)), tally.begun(i, run));
                }
            }
            int missing = missing(tally, size, times, end);
            return missing + repeated == 0
                    ? late.departure()
                    : Optional.of(missing + " times were not run within " + GRACE.toSeconds() + " s, " + repeated
                            + " runs had no time");
        }
    }
}
