package org.tickmark.benchmarks.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** What timing costs without anything else: the timer of the JDK, which knows of no store and forgets all with its process. */
final class BareTimer implements FullEngine {
    private final Tally tally;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(Contender.THREADS);
    private final Map<Integer, ScheduledFuture<?>> recurring = new HashMap<>();

    BareTimer(Tally tally) {
        this.tally = tally;
        timer.setRemoveOnCancelPolicy(true);
    }

    private void run(int number) {
        try {
            begun.await();
            tally.run(number);
        } catch (InterruptedException e) {
            // It is closed before it began.
            Thread.currentThread().interrupt();
        }
    }

    private static long nanosUntil(Instant at) {
        return Duration.between(Instant.now(), at).toNanos();
    }

    @Override
    public void store(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            schedule(i, at);
        }
    }

    @Override
    public void storeRecurring(int count, IntFunction<Recurring> times) {
        for (int i = 0; i < count; i++) {
            repeat(i, times.apply(i));
        }
    }

    private void repeat(int number, Recurring times) {
        recurring.put(
                number,
                timer.scheduleAtFixedRate(
                        () -> run(number),
                        nanosUntil(times.first()),
                        times.every().toNanos(),
                        TimeUnit.NANOSECONDS));
    }

    @Override
    public void change(int number, Recurring to) {
        recurring.get(number).cancel(false);
        repeat(number, to);
    }

    @Override
    public void start() {
        begun.countDown();
    }

    @Override
    public void schedule(int number, Instant at) {
        ScheduledFuture<?> unused = timer.schedule(() -> run(number), nanosUntil(at), TimeUnit.NANOSECONDS);
    }

    @Override
    public void runNow(int number) {
        timer.execute(() -> run(number));
    }

    @Override
    public long unfinished() {
        return (long) timer.getQueue().size() + timer.getActiveCount();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
