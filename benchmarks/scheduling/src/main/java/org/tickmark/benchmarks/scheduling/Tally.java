package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What ran how often and when: all that a run of a benchmark does is to be counted here. In a file it is one tally for several
 * processes, and outlives those that are killed. Times are those of {@link System#nanoTime}, which on Linux is the same clock for all
 * processes. Safe for use from many threads.
 */
final class Tally {
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long LOOK_NANOS = 1_000_000;

    private static final int RAN = 0;
    private static final int NUMBERS = 1;
    private static final int EACH = 2;
    private static final int HEAD = 8;

    private final ByteBuffer memory;
    private final int numbers;
    private final int each;

    private Tally(ByteBuffer memory) {
        this.memory = memory;
        this.numbers = (int) get(NUMBERS);
        this.each = (int) get(EACH);
    }

    /** A tally of runs with numbers from 0 to below this, in this process; it keeps when each began first. */
    static Tally of(int numbers) {
        return of(numbers, 1);
    }

    /** A tally of runs with numbers from 0 to below this, in this process; it keeps when the first so many of each began. */
    static Tally of(int numbers, int each) {
        return begun(ByteBuffer.allocateDirect(bytes(numbers, each)), numbers, each);
    }

    /** A tally in a new file. */
    static Tally create(Path file, int numbers) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return begun(channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(numbers, 1)), numbers, 1);
        }
    }

    /** The tally of another process. */
    static Tally open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Tally(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
        }
    }

    private static int bytes(int numbers, int each) {
        return Math.multiplyExact(Long.BYTES, Math.addExact(HEAD, Math.multiplyExact(numbers, 1 + each)));
    }

    private static Tally begun(ByteBuffer memory, int numbers, int each) {
        LONGS.setVolatile(memory, NUMBERS * Long.BYTES, (long) numbers);
        LONGS.setVolatile(memory, EACH * Long.BYTES, (long) each);
        return new Tally(memory);
    }

    private long get(int index) {
        return (long) LONGS.getVolatile(memory, index * Long.BYTES);
    }

    private int count(int index) {
        return (int) (long) LONGS.getAndAdd(memory, index * Long.BYTES, 1L);
    }

    private int beginning(int number, int run) {
        return HEAD + numbers + number * each + run;
    }

    /** The run of this number begins. */
    void run(int number) {
        long now = System.nanoTime();
        int before = count(HEAD + number);
        if (before < each) {
            LONGS.setVolatile(memory, beginning(number, before) * Long.BYTES, now);
        }
        count(RAN);
    }

    /** How many runs there were, those included that should not have been. */
    long ran() {
        return get(RAN);
    }

    /** How often the run of this number began. */
    int times(int number) {
        return (int) get(HEAD + number);
    }

    /** When the run of this number began first, by {@link System#nanoTime}; 0 if it did not. */
    long begun(int number) {
        return begun(number, 0);
    }

    /** When it began for the so-manieth time, from 0. */
    long begun(int number, int run) {
        return get(beginning(number, run));
    }

    /** Waits until there were so many runs; false if there were not in time. */
    boolean await(long count, Duration most) {
        return await(() -> ran() >= count, most);
    }

    /** Waits until this holds; false if it did not in time, or before this thread was interrupted. */
    static boolean await(Condition condition, Duration most) {
        return await(condition, most, LOOK_NANOS);
    }

    /** Waits until this holds, which is costly to find out. */
    static boolean await(Condition condition, Duration most, long lookNanos) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(lookNanos);
        }
        return true;
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** How many numbers have not run. */
    int missing() {
        int missing = 0;
        for (int i = 0; i < numbers; i++) {
            missing += times(i) == 0 ? 1 : 0;
        }
        return missing;
    }

    /** How many numbers ran more than once. */
    int repeated() {
        int repeated = 0;
        for (int i = 0; i < numbers; i++) {
            repeated += times(i) > 1 ? 1 : 0;
        }
        return repeated;
    }

    /** What is wrong if each number should have run just once; empty if nothing is. */
    Optional<String> departure() {
        int missing = missing();
        int repeated = repeated();
        return missing + repeated == 0
                ? Optional.empty()
                : Optional.of(missing + " of " + numbers + " did not run, " + repeated + " ran more than once");
    }
}
