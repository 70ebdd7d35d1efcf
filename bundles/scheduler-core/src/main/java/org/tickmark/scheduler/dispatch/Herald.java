package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.host.Bell;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.Signal;

/** Tells the dispatcher of this process what changed, and by a bell those of all others that there is something to look at. */
public final class Herald implements Signal {
    static final String DUE = "scheduler-due";
    static final String CANCELLED = "scheduler-cancelled";

    /** What is due later than this the others find in time by themselves: longer than {@link NodeThreads} let pass between two looks. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final Bell bell;
    private final Clock clock;

    public Herald(Inbox inbox, Bell bell, Clock clock) {
        this.inbox = Objects.requireNonNull(inbox, "inbox");
        this.bell = Objects.requireNonNull(bell, "bell");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void due(List<DueRow> rows) {
        inbox.due(rows);
        Instant soon = clock.instant().plus(SOON);
        if (rows.stream().anyMatch(row -> row.dueAt().isBefore(soon))) {
            bell.ring(DUE);
        }
    }

    @Override
    public void changed() {
        inbox.changed();
        bell.ring(DUE);
    }

    @Override
    public void cancelled(long runId, String reason) {
        inbox.cancelled(runId, reason);
        bell.ring(CANCELLED);
    }
}
