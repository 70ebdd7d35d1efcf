package org.tickmark.scheduler.sim;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Decides which fault strikes a transaction, and counts them. */
final class Faults {
    private static final List<Fault> OF_TRANSACTIONS = List.of(
            Fault.CRASH,
            Fault.CRASH_AFTER_COMMIT,
            Fault.CONNECTION_LOST,
            Fault.REPLY_LOST,
            Fault.REPLY_LOST,
            Fault.STALL_BEFORE,
            Fault.STALL_AFTER,
            Fault.INTERLUDE,
            Fault.INTERLUDE,
            Fault.INTERLUDE);

    private final Random random;
    private final double often;
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private boolean calm = true;

    /** Faults that strike so many of all transactions. */
    Faults(Random random, double often) {
        this.random = random;
        this.often = often;
    }

    void calm(boolean none) {
        calm = none;
    }

    boolean isCalm() {
        return calm;
    }

    Optional<Fault> next() {
        if (calm || random.nextDouble() >= often) {
            return Optional.empty();
        }
        Fault fault = OF_TRANSACTIONS.get(random.nextInt(OF_TRANSACTIONS.size()));
        count(fault);
        return Optional.of(fault);
    }

    void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    Map<Fault, Long> counts() {
        return counts;
    }
}
