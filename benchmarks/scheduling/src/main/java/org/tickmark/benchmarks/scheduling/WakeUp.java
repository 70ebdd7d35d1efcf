package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tickmark.benchmarks.kit.Figures;

/**
 * An engine that has nothing to do but what is asked of it now and then: runs that are due a quarter of a second later, and runs that
 * are due at once. The runs are stored by this process; with a node, it is that other process that works.
 */
final class WakeUp {
    static final String SCHEDULED = "scheduled ";
    static final String NOW = "now ";

    private static final Duration AHEAD = Duration.ofMillis(250);
    private static final Duration LATEST = Duration.ofSeconds(30);
    /** The first time of tasks that are stored beside. */
    private static final Duration FAR = Duration.ofDays(30);

    private static final int LEAST_APART_MILLIS = 100;
    private static final int MOST_APART_MILLIS = 200;
    private static final int WARM_UP = 5;

    private final Trial trial;
    private final Tally tally;
    private final int samples;
    private final Moments moments = new Moments();
    private final SplittableRandom random = new SplittableRandom(1);
    private int next;

    private WakeUp(Trial trial, Tally tally) {
        this.trial = trial;
        this.tally = tally;
        this.samples = trial.extent().samples();
        this.next = trial.extent().size();
    }

    static Figures measure(Trial trial) throws Exception {
        int samples = trial.extent().samples();
        int size = trial.extent().size() + 2 * (samples + samples / WARM_UP);
        var file = trial.folder().resolve("tally");
        Tally tally = Tally.create(file, size);
        try (FullEngine engine = trial.full(tally)) {
            engine.storeRecurring(trial.extent().size(), WakeUp::far);
            trial.database().settle();
            if (trial.extent().nodes() == 0) {
                engine.start();
                return new WakeUp(trial, tally).figures(engine);
            }
            try (NodeProcess node = NodeProcess.start(trial)) {
                node.open(file);
                node.begin();
                Figures figures = new WakeUp(trial, tally).figures(engine);
                node.end();
                return figures;
            }
        }
    }

    /** Times that do not come while anything is measured. */
    static FullEngine.Recurring far(int number) {
        Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(FAR).plusSeconds(number);
        return new FullEngine.Recurring(first, Duration.ofDays(1));
    }

    private Figures figures(FullEngine engine) throws Exception {
        scheduled(engine, samples / WARM_UP);
        now(engine, samples / WARM_UP);
        awaitAll();
        Usage usage = new Usage(trial.database(), Cpu.here(trial.server()));
        Latencies scheduled = scheduled(engine, samples);
        Latencies now = now(engine, samples);
        usage.stop();
        Optional<String> wrong = departure().or(scheduled::departure).or(now::departure);
        if (wrong.isPresent()) {
            return Figures.refused(wrong.get());
        }
        Map<String, Double> values = new LinkedHashMap<>();
        scheduled.into(values, SCHEDULED);
        now.into(values, NOW);
        return Figures.of(values);
    }

    private Latencies scheduled(FullEngine engine, int count) throws Exception {
        int first = next;
        long[] intended = new long[count];
        for (int i = 0; i < count; i++) {
            Instant at = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
            intended[i] = moments.nanos(at);
            engine.schedule(next++, at);
            pause();
        }
        return latencies(first, intended);
    }

    private Latencies now(FullEngine engine, int count) throws Exception {
        int first = next;
        long[] intended = new long[count];
        for (int i = 0; i < count; i++) {
            intended[i] = System.nanoTime();
            engine.runNow(next++);
            pause();
        }
        return latencies(first, intended);
    }

    private void pause() {
        long apart = random.nextInt(LEAST_APART_MILLIS, MOST_APART_MILLIS);
        Moments.sleepUntil(System.nanoTime() + Duration.ofMillis(apart).toNanos());
    }

    private void awaitAll() {
        tally.await(next - trial.extent().size(), LATEST);
    }

    private Latencies latencies(int first, long[] intended) {
        awaitAll();
        Latencies latencies = new Latencies();
        for (int i = 0; i < intended.length; i++) {
            if (tally.times(first + i) > 0) {
                latencies.add(intended[i], tally.begun(first + i));
            }
        }
        return latencies;
    }

    private Optional<String> departure() {
        int missing = 0;
        int repeated = 0;
        for (int number = trial.extent().size(); number < next; number++) {
            missing += tally.times(number) == 0 ? 1 : 0;
            repeated += tally.times(number) > 1 ? 1 : 0;
        }
        int others = (int) tally.ran() - (next - trial.extent().size());
        return missing == 0 && repeated == 0 && others == 0
                ? Optional.empty()
                : Optional.of(missing + " did not run within " + LATEST.toSeconds() + " s, " + repeated
                        + " ran more than once");
    }
}
