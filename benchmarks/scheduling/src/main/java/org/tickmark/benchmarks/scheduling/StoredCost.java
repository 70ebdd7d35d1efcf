package org.tickmark.benchmarks.scheduling;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;

/** What many stored tasks cost: to load, in room, when the engine starts, and when one of them changes. */
final class StoredCost {
    static final String RATE = "stored/s";
    private static final String DISK = "bytes on disk per task";
    static final String FIRST = "start to first run ms";

    private static final int CHANGES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private StoredCost() {}

    static Figures measure(Trial trial) throws Exception {
        int size = trial.extent().size();
        // One more than are stored: the run by which it is seen that the engine works.
        Tally tally = Tally.of(size + 1);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("stored", (double) size);
        long heap = heap();
        Database database = trial.database();
        try (FullEngine engine = trial.full(tally)) {
            long bytes = database.store() == Database.Store.POSTGRESQL ? database.bytes() : 0;
            long begin = System.nanoTime();
            engine.storeRecurring(size, WakeUp::far);
            double seconds = (System.nanoTime() - begin) / SECOND;
            values.put("load s", seconds);
            values.put(RATE, size / seconds);
            long there = engine.unfinished();
            if (there != size) {
                return Figures.refused("stored " + there + " of " + size);
            }
            values.put("heap bytes per task", (double) (heap() - heap) / size);
            database.settle();
            values.put("change p50 ms", changes(engine, size));
            if (database.store() == Database.Store.POSTGRESQL) {
                values.put(DISK, (double) (database.bytes() - bytes) / size);
            }
            if (database.store() != Database.Store.MEMORY) {
                engine.schedule(size, Instant.now().minusSeconds(1));
            }
        }
        if (database.store() == Database.Store.H2) {
            values.put(DISK, (double) database.bytes() / size);
        }
        return database.store() == Database.Store.MEMORY ? Figures.of(values) : started(trial, tally, values);
    }

    private static double changes(FullEngine engine, int size) throws Exception {
        Latencies took = new Latencies();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CHANGES; i++) {
            int number = random.nextInt(size);
            long begin = System.nanoTime();
            engine.change(number, WakeUp.far(size + i));
            took.add(begin, System.nanoTime());
        }
        return took.median();
    }

    private static Figures started(Trial trial, Tally tally, Map<String, Double> values) throws Exception {
        int size = trial.extent().size();
        long begin = System.nanoTime();
        try (FullEngine engine = trial.full(tally)) {
            engine.start();
            if (!tally.await(1, LONGEST)) {
                return Figures.refused("nothing ran within " + LONGEST.toMinutes() + " minutes of the start");
            }
            values.put(FIRST, (tally.begun(size) - begin) / MILLI);
        }
        return tally.times(size) == 1 && tally.ran() == 1
                ? Figures.of(values)
                : Figures.refused(tally.ran() + " runs, expected the one that was due");
    }

    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
