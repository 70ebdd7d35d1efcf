package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;

/**
 * Ends runs, many in one transaction: history, locks, next turns, further attempts, parts, chains and events, all or nothing. A run
 * that is no longer held under its right to work has been ended by someone else: nothing of it is written. Safe for use from many
 * threads.
 */
public final class Finish {
    private final Transactions transactions;
    private final Settlement.Means means;
    private final Clock clock;

    /** A way to end runs. */
    public Finish(Transactions transactions, LiveTasks tasks, Events events, Signal signal, Clock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.means = new Settlement.Means(tasks, events, new RunQueue(signal), signal);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Ends runs. What was written before, though nobody heard that it was, is not written again and counts as written.
     *
     * @param ends none twice
     * @return keys of the runs that someone else has ended
     */
    public Set<Long> finish(List<Ended> ends) {
        List<Ended> ordered = ends.stream()
                .sorted(Comparator.comparingLong(end -> end.run().id()))
                .toList();
        return transactions.inTransaction(tx -> {
            List<Ended> mine = new ArrayList<>();
            List<Ended> others = new ArrayList<>();
            List<Ended> going = select(ordered, Kind.ENDING);
            sort(going, RunTable.delete(tx, runs(going)), mine, others);
            List<Ended> back = select(ordered, Kind.GIVEN_BACK);
            sort(back, RunTable.giveBack(tx.connection(), runs(back)), mine, others);
            for (Ended split : select(ordered, Kind.SPLIT)) {
                boolean held = RunTable.split(
                        tx.connection(), split.run(), split.parts().size(), split.data());
                (held ? mine : others).add(split);
            }
            settle(tx, mine);
            return unrecorded(tx, others);
        });
    }

    private enum Kind {
        ENDING,
        GIVEN_BACK,
        SPLIT
    }

    private static List<Ended> select(List<Ended> ends, Kind kind) {
        return ends.stream().filter(end -> kind(end) == kind).toList();
    }

    private static Kind kind(Ended end) {
        if (end.isSplit()) {
            return Kind.SPLIT;
        }
        return end.state().isFinal() ? Kind.ENDING : Kind.GIVEN_BACK;
    }

    private static List<ActiveRun> runs(List<Ended> ends) {
        return ends.stream().map(Ended::run).toList();
    }

    private static void sort(List<Ended> ends, BitSet hits, List<Ended> mine, List<Ended> others) {
        for (int i = 0; i < ends.size(); i++) {
            if (hits.get(i)) {
                mine.add(ends.get(i));
            } else {
                others.add(ends.get(i));
            }
        }
    }

    /** Writes what follows from ends whose runs are no longer in {@code run}, or go on waiting there. */
    void settle(Tx tx, List<Ended> ends) throws SQLException {
        new Settlement(tx, means, clock.instant()).settle(ends);
    }

    private static Set<Long> unrecorded(Tx tx, List<Ended> others) throws SQLException {
        if (others.isEmpty()) {
            return Set.of();
        }
        Set<Long> ids = new HashSet<>();
        others.forEach(end -> ids.add(end.run().id()));
        ids.removeAll(HistoryTable.recorded(tx.connection(), others));
        return ids;
    }
}
