package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tickmark.scheduler.dispatch.NodeOptions.Sharing;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;

/** Takes over from nodes that are gone, hears of wishes to stop that other nodes took, and forgets what is old. Steps are for one thread. */
final class Housekeeper {
    /** What a node that is there does not end itself in this time after its lock's end, any node ends. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_OVERDUE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PRUNING = Duration.ofHours(1);

    private final Membership membership;
    private final RunControl control;
    private final Work work;
    private final Inbox inbox;
    private final Retention retention;
    private final Sharing sharing;
    private final Clock clock;

    private boolean takingOver = true;
    private Instant overdueAt = Instant.MIN;
    private Instant prunedAt = Instant.MIN;
    private long prunedAfter = -1;

    Housekeeper(
            Membership membership,
            RunControl control,
            Work work,
            Inbox inbox,
            Retention retention,
            Sharing sharing,
            Clock clock) {
        this.membership = Objects.requireNonNull(membership, "membership");
        this.control = Objects.requireNonNull(control, "control");
        this.work = Objects.requireNonNull(work, "work");
        this.inbox = Objects.requireNonNull(inbox, "inbox");
        this.retention = Objects.requireNonNull(retention, "retention");
        this.sharing = Objects.requireNonNull(sharing, "sharing");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Does what is to be done. Where the database is this process's alone, nothing is asked of it unless runs have ended.
     *
     * @return false if nothing was done, because this node is no member yet: it ends those before it when it becomes one
     */
    boolean step() {
        if (membership.nodeId() == Membership.NONE) {
            return false;
        }
        Instant now = clock.instant();
        if (sharing == Sharing.SHARED) {
            takingOver |= membership.endExpired();
            tellCancelled();
            endOverdue(now);
        }
        takeOver();
        prune(now);
        return true;
    }

    private void takeOver() {
        while (takingOver) {
            takingOver = control.endLost() > 0;
        }
    }

    private void tellCancelled() {
        List<Long> runs = List.copyOf(work.runs());
        if (!runs.isEmpty()) {
            control.tellCancelled(runs, inbox);
        }
    }

    private void endOverdue(Instant now) {
        if (overdueAt.plus(BETWEEN_OVERDUE).isBefore(now)) {
            overdueAt = now;
            control.endOverdue(now.minus(OVERDUE));
        }
    }

    private void prune(Instant now) {
        if (prunedAt.plus(BETWEEN_PRUNING).isBefore(now) && work.ended() != prunedAfter) {
            prunedAt = now;
            prunedAfter = work.ended();
            retention.forgetOld(now);
        }
    }
}
