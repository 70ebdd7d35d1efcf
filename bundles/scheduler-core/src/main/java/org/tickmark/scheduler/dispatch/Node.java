package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.kit.access.Owners;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Ended;
import org.tickmark.scheduler.run.Finish;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;

/**
 * One of the nodes that share the database, without threads: a loop takes each kind of step over and over, on a thread of its own.
 */
public final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final Membership membership;
    private final Executors executors;
    private final LogBook logs;
    private final Work work;
    private final Finisher finisher;
    private final Dispatcher dispatcher;
    private final Watch watch;
    private final Housekeeper housekeeper;
    private final Inbox inbox;
    private final NodeOptions options;
    private final NodeClock clock;
    private final Metrics metrics = new Metrics();
    private SortedSet<String> announced = new TreeSet<>();

    /**
     * What a node works with.
     *
     * @param transactions transactions on the database
     * @param databaseClock the clock of leases
     * @param clock this machine's clock; it is put right by the database's
     * @param inbox where the node hears of changes
     * @param executors what it can run
     * @param owners in whose name tasks run
     * @param secrets secrets that parameters name
     * @param mostLogLines how many lines a run may write to its log
     */
    public record Surroundings(
            Transactions transactions,
            DatabaseClock databaseClock,
            NodeClock clock,
            Inbox inbox,
            Executors executors,
            Owners owners,
            Secrets secrets,
            int mostLogLines) {}

    /**
     * What a node does to runs.
     *
     * @param claim takes them
     * @param finish ends them
     * @param control stops them
     * @param retention forgets them
     */
    public record Means(Claim claim, Finish finish, RunControl control, Retention retention) {}

    /** Where a node's threads come from. */
    interface Threads {
        /** Hands runs to workers. */
        void start(List<Execution> executions);

        /** A worker will not come back. */
        void replace();

        /** There is something to write to logs. */
        void write();

        /** What the node can run has changed. */
        void announce();
    }

    Node(NodeOptions options, Surroundings around, Means means, Threads threads) {
        this.options = Objects.requireNonNull(options, "options");
        this.clock = around.clock();
        this.inbox = around.inbox();
        this.executors = around.executors();
        Transactions transactions = around.transactions();
        this.membership = new Membership(transactions, options, around.databaseClock(), clock);
        this.logs = new LogBook(transactions, clock, around.mostLogLines(), threads::write);
        this.finisher = new Finisher(means.finish(), logs, metrics);
        Consumer<Ended> ended = end -> {
            finisher.add(end);
            inbox.wake();
        };
        this.work = new Work(executors, around.owners(), around.secrets(), logs, clock, ended);
        this.dispatcher = new Dispatcher(
                transactions,
                means.claim(),
                membership,
                executors,
                work,
                inbox,
                options,
                metrics,
                clock,
                threads::start);
        this.watch = new Watch(work, options.patience(), clock, threads::replace);
        this.housekeeper =
                new Housekeeper(membership, means.control(), work, inbox, means.retention(), options.sharing(), clock);
        executors.listen(() -> {
            inbox.changed();
            threads.announce();
        });
    }

    /** Becomes a member, anew if it was one. */
    void join() {
        SortedSet<String> names = executors.names();
        membership.join(names);
        announced = names;
        inbox.changed();
    }

    /** Takes what is due; returns when to do so again if nothing happens before. */
    Instant dispatch() {
        return dispatcher.step();
    }

    /** Lets the next {@link #dispatch} look into the database if it did so longer ago than this. */
    void poll(Duration age) {
        dispatcher.doubt(age);
    }

    /** Does what a run does, on this thread. */
    void perform(Execution execution) {
        work.perform(execution);
    }

    /** Waits until a run has ended. */
    void awaitEnd() throws InterruptedException {
        finisher.await();
    }

    /** Writes the ends of runs; tells how many. */
    int finish() {
        List<Ended> written = finisher.step();
        written.forEach(end -> work.forget(end.run().id()));
        if (!written.isEmpty()) {
            inbox.wake();
        }
        return written.size();
    }

    /** Writes logs and progress. */
    void writeLogs() {
        logs.flush();
    }

    /** Looks after the runs at work; tells whether there are any. */
    boolean watch() {
        if (membership.nodeId() != Membership.NONE && !membership.isValid()) {
            lose();
        }
        return watch.step();
    }

    /** Renews the lease, or joins anew when it was lost. */
    void heartbeat() {
        if (membership.nodeId() == Membership.NONE) {
            join();
        } else if (!membership.renew()) {
            lose();
            join();
        }
        announce();
    }

    /** Says what this node can run, if that has changed. */
    void announce() {
        SortedSet<String> names = executors.names();
        if (!names.equals(announced)) {
            membership.announce(names);
            announced = names;
        }
    }

    /** Others look after this node's runs now, or will: none of them may go on here. */
    private void lose() {
        LOG.error("Node {} was not heard of in time: it lets go of its runs and joins anew", membership.nodeId());
        membership.lost();
        String reason = Texts.message("stop.lost").toString();
        work.abandon(new Execution.Stop(RunState.LOST, reason, clock.instant()));
        inbox.changed();
    }

    /** Takes over from other nodes, and forgets what is old; false: not yet, since this node is no member. */
    boolean housekeep() {
        return housekeeper.step();
    }

    /** An executor goes away: asks the runs that it is at work on to stop, or not yet; tells how many there are. */
    int leaving(TaskExecutor executor, boolean asking) {
        int left = 0;
        for (Execution execution : work.all()) {
            if (execution.isAtWorkWith(executor)) {
                left++;
                if (asking) {
                    stop(execution, "stop.executor");
                }
            }
        }
        return left;
    }

    /** Gives back what has not begun, and asks the rest to stop, or not yet; tells how many there are. */
    int stopping(boolean asking) {
        for (Execution execution : work.all()) {
            if (execution.isWaiting()) {
                work.giveBack(execution);
            } else if (asking) {
                stop(execution, "stop.node");
            }
        }
        return work.busy();
    }

    /** A run that is cut off for a reason that is not its own is run again. */
    private void stop(Execution execution, String reason) {
        execution.ask(new Execution.Stop(RunState.LOST, Texts.message(reason).toString(), clock.instant()));
    }

    /** Interrupts, and gives up, what was asked to stop and does not. */
    void giveUp() {
        for (Execution execution : work.all()) {
            if (execution.isCancelled()) {
                execution.interrupt();
                work.giveUp(execution);
            }
        }
    }

    /** Whether all ends are written. */
    boolean isFinished() {
        return finisher.isIdle();
    }

    /** Ends this node in order. */
    void leave() {
        membership.leave();
    }

    /** How it works. */
    NodeOptions options() {
        return options;
    }

    /** The clock that it goes by. */
    Clock clock() {
        return clock;
    }

    /** What it has done, counted. */
    public List<MetricFamily> metrics() {
        return metrics.families();
    }

    Inbox inbox() {
        return inbox;
    }
}
