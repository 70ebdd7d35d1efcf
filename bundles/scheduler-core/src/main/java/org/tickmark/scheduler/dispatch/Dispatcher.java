package org.tickmark.scheduler.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.scheduler.run.ActiveRun;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Claimed;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.scheduler.run.PlacementTable;

/**
 * Takes runs for this node as they fall due: as many as it has workers for, and of short ones as many more as ended since it last did.
 * It reads the database when it does not know what comes next; as long as it does, it waits. Steps are for one thread.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final int PAGE = 4096;
    private static final int MOST_AHEAD = 512;
    /** Of runs that are taken and whose ends are not written: as many may be repeated after a crash, if they were short. */
    private static final int MOST_UNWRITTEN = 1024;

    private final Transactions transactions;
    private final Claim claim;
    private final Membership membership;
    private final Executors executors;
    private final Work work;
    private final Inbox inbox;
    private final NodeOptions options;
    private final Metrics metrics;
    private final Clock clock;
    private final Consumer<List<Execution>> workers;

    private Page page = Page.unread();
    /** Placements whose runs this node takes, as read with the page, and others that it does not take. */
    private List<Long> served = List.of();

    private final Set<Long> others = new HashSet<>();
    /** When the page was read, or last found to begin as the table does. */
    private Instant readAt = Instant.MIN;

    private boolean doubted;
    private boolean held;
    /** Whether a claim may have been committed that nobody heard of. */
    private boolean unsure;

    private long endedBefore;
    /** How many runs ended while the last claim was written. */
    private long endedMeanwhile;

    /** A dispatcher that hands what it takes to {@code workers}. */
    Dispatcher(
            Transactions transactions,
            Claim claim,
            Membership membership,
            Executors executors,
            Work work,
            Inbox inbox,
            NodeOptions options,
            Metrics metrics,
            Clock clock,
            Consumer<List<Execution>> workers) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.claim = Objects.requireNonNull(claim, "claim");
        this.membership = Objects.requireNonNull(membership, "membership");
        this.executors = Objects.requireNonNull(executors, "executors");
        this.work = Objects.requireNonNull(work, "work");
        this.inbox = Objects.requireNonNull(inbox, "inbox");
        this.options = Objects.requireNonNull(options, "options");
        this.metrics = Objects.requireNonNull(metrics, "metrics");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.workers = Objects.requireNonNull(workers, "workers");
    }

    /** Takes what is due and there is room for; returns when to look again if nothing arrives before. */
    Instant step() {
        look();
        if (!membership.isValid()) {
            page = Page.unread();
            return DueTable.NEVER;
        }
        if (unsure) {
            start(claim.unheard(membership.nodeId(), work.runs()));
            unsure = false;
        }
        if (doubted) {
            compare();
        }
        return held ? DueTable.NEVER : takeDue();
    }

    private void look() {
        Inbox.Mail mail = inbox.take();
        mail.cancelled().forEach(this::cancel);
        if (mail.changed()) {
            forget();
            held = false;
        }
        mail.rows().forEach(this::add);
    }

    /** A row of a placement that is not known is perhaps for this node: then it is read; what is known to be for others is not. */
    private void add(DueRow row) {
        if (served.contains(row.placementId())) {
            page.add(row);
        } else if (others.add(row.placementId())) {
            page = Page.unread();
        }
    }

    private void cancel(long runId, String reason) {
        work.of(runId)
                .ifPresent(execution -> execution.ask(new Execution.Stop(RunState.CANCELLED, reason, clock.instant())));
    }

    private Instant takeDue() {
        int room = room();
        while (room > 0) {
            if (page.isUsedUp()) {
                read();
            }
            Instant now = clock.instant();
            List<DueRow> rows = page.takeDue(now, room);
            if (rows.isEmpty()) {
                return page.next(now);
            }
            take(rows);
            if (held) {
                return DueTable.NEVER;
            }
            room = room();
        }
        // The end of a run wakes this up.
        return DueTable.NEVER;
    }

    /**
     * Short runs are taken ahead, so that workers need not wait for a commit between two of them. While no worker waits, a claim is put
     * off until it is worth its commit.
     */
    private int room() {
        long ended = work.ended();
        long pace = Math.max(ended - endedBefore, endedMeanwhile);
        endedBefore = ended;
        int free = options.workers() - work.busy();
        int room = (int) Math.min(free + Math.min(MOST_AHEAD, 2 * pace), MOST_UNWRITTEN - work.size());
        return free > 0 || room >= pace / 2 ? room : 0;
    }

    private void take(List<DueRow> rows) {
        Claimed claimed;
        try {
            unsure = true;
            claimed = claim.claim(membership.nodeId(), rows);
            unsure = false;
            endedMeanwhile = work.ended() - endedBefore;
        } catch (RuntimeException e) {
            page = Page.unread();
            throw e;
        }
        held = claimed.held();
        if (held) {
            page = Page.unread();
            LOG.info("All starts are held");
            return;
        }
        claimed.due().forEach(this::add);
        start(claimed.runs());
    }

    private void start(List<ActiveRun> runs) {
        if (!runs.isEmpty()) {
            runs.forEach(run -> metrics.taken(
                    Duration.between(run.nominal(), run.claim().orElseThrow().at())));
            workers.accept(work.take(runs));
        }
    }

    /**
     * Reads the page anew unless the table begins as it does. A row that nobody told of, further behind, is found when it has become
     * the first one.
     */
    private void compare() {
        doubted = false;
        held = false;
        readAt = clock.instant();
        Instant next = page.next(readAt);
        if (!next.isAfter(readAt) || !transactions.reading(tx -> begins(tx.connection(), next))) {
            forget();
        }
    }

    private void forget() {
        page = Page.unread();
        others.clear();
    }

    private boolean begins(Connection connection, Instant at) throws SQLException {
        Instant first = DueTable.NEVER;
        List<Long> placements = placements(connection);
        for (long placement : placements) {
            for (DueRow row : DueTable.first(connection, placement, 1)) {
                first = row.dueAt().isBefore(first) ? row.dueAt() : first;
            }
        }
        return placements.equals(served) && first.equals(at);
    }

    private List<Long> placements(Connection connection) throws SQLException {
        return PlacementTable.served(connection, executors.names(), options.labels());
    }

    private void read() {
        readAt = clock.instant();
        page = transactions.reading(tx -> {
            served = placements(tx.connection());
            List<DueRow> rows = new ArrayList<>();
            Instant end = DueTable.NEVER;
            for (long placement : served) {
                List<DueRow> first = DueTable.first(tx.connection(), placement, PAGE);
                rows.addAll(first);
                if (first.size() == PAGE) {
                    Instant last = first.get(PAGE - 1).dueAt().minusNanos(1000);
                    end = last.isBefore(end) ? last : end;
                }
            }
            return new Page(rows, end);
        });
    }

    /** Doubts what it knows of the database if that is older than this. */
    void doubt(Duration age) {
        doubted |= readAt.plus(age).isBefore(clock.instant());
    }
}
