package org.tickmark.scheduler.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.scheduler.dispatch.NodeOptions.Sharing;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.scheduler.run.NodeTable;

/**
 * That this node is one of those that share the database, and under which key. It may work as long as its lease was renewed not too
 * long ago, by its own clock and a margin; it never trusts that nobody has taken over from it: every run has a right that the database
 * checks. Safe for use from many threads.
 */
final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** Key of no node. */
    static final long NONE = 0;

    private final Transactions transactions;
    private final NodeOptions options;
    private final DatabaseClock databaseClock;
    private final NodeClock clock;

    private volatile long nodeId = NONE;
    /** By the clock of this machine. */
    private volatile Instant validUntil = Instant.MIN;

    Membership(Transactions transactions, NodeOptions options, DatabaseClock databaseClock, NodeClock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.options = Objects.requireNonNull(options, "options");
        this.databaseClock = Objects.requireNonNull(databaseClock, "databaseClock");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The key of this node; {@link #NONE} while it is no member. */
    long nodeId() {
        return nodeId;
    }

    /** Whether this node may work. */
    boolean isValid() {
        return nodeId != NONE && clock.machineInstant().isBefore(validUntil);
    }

    /** Becomes a new node; where it is alone, all nodes before it have ended. */
    void join(Collection<String> executors) {
        Instant before = clock.machineInstant();
        long id = transactions.inTransaction(tx -> {
            Instant now = databaseClock.now(tx);
            clock.compare(before, now, clock.machineInstant());
            long joined = NodeTable.insert(
                    tx.connection(),
                    new NodeTable.NewNode(options.name(), options.version(), options.labels()),
                    now,
                    until(now));
            NodeTable.executors(tx.connection(), joined, executors);
            if (options.sharing() == Sharing.ALONE) {
                NodeTable.endOthers(tx.connection(), joined);
            }
            return joined;
        });
        acknowledged(before);
        nodeId = id;
        LOG.info("This is node {} ({})", id, options.name());
    }

    private Instant until(Instant now) {
        return options.sharing() == Sharing.ALONE ? DueTable.NEVER : now.plus(options.lease());
    }

    /** What was sent at this time has been heard: a third of the lease is left as margin. */
    private void acknowledged(Instant sentAt) {
        validUntil = options.sharing() == Sharing.ALONE
                ? Instant.MAX
                : sentAt.plus(options.lease().multipliedBy(2).dividedBy(3));
    }

    /** Renews the lease; tells whether it was still this node's. */
    boolean renew() {
        long id = nodeId;
        if (id == NONE) {
            return false;
        }
        Instant before = clock.machineInstant();
        boolean held = transactions.inTransaction(tx -> {
            Instant now = databaseClock.now(tx);
            clock.compare(before, now, clock.machineInstant());
            return NodeTable.renew(tx.connection(), id, until(now));
        });
        if (held) {
            acknowledged(before);
        }
        return held;
    }

    /** Says what this node can run just now. */
    void announce(Collection<String> executors) {
        long id = nodeId;
        if (id != NONE) {
            transactions.inTransaction(tx -> {
                NodeTable.executors(tx.connection(), id, executors);
                return id;
            });
        }
    }

    /**
     * What a look after other nodes found.
     *
     * @param ended nodes that were ended because their lease is over
     * @param holding nodes that have ended, whoever ended them, and still hold runs
     */
    private record Gone(List<Long> ended, List<Long> holding) {}

    /** Ends nodes whose lease is over; tells whether runs are left of those that have ended, now or before. */
    boolean endExpired() {
        Gone gone = transactions.inTransaction(tx -> new Gone(
                NodeTable.endExpired(tx.connection(), databaseClock.now(tx)),
                NodeTable.endedWithRuns(tx.connection())));
        if (!gone.ended().isEmpty()) {
            LOG.warn("Nodes {} have not been heard of for {}: their runs are lost", gone.ended(), options.lease());
        }
        return !gone.holding().isEmpty();
    }

    /** It is no member any more, because it was not heard of in time. */
    void lost() {
        nodeId = NONE;
        validUntil = Instant.MIN;
    }

    /** Ends this node in order. */
    void leave() {
        long id = nodeId;
        lost();
        if (id != NONE) {
            transactions.inTransaction(tx -> {
                NodeTable.end(tx.connection(), id);
                return id;
            });
        }
    }
}
