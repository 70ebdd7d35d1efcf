package org.tickmark.testkit;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Assumptions;

/** Measures how much of the heap is in use after garbage has been collected. */
public final class HeapProbe {
    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 10;

    private HeapProbe() {}

    /** Bytes in use; the test is skipped where the virtual machine does not collect garbage when asked. */
    public static long liveBytes() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            collect();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** Waits until nothing but the given reference holds its object; false when something still does. */
    public static boolean isReleased(WeakReference<?> reference) {
        for (int attempt = 0; attempt < ATTEMPTS && reference.get() != null; attempt++) {
            collect();
        }
        return reference.get() == null;
    }

    private static void collect() {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        for (int attempt = 0; witness.get() != null; attempt++) {
            Assumptions.assumeTrue(attempt < ATTEMPTS, "this virtual machine does not collect garbage when asked");
            System.gc();
        }
    }
}
