package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.kit.access.Owners;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Finish;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.scheduler.task.StoredPlans;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingEvents;

/** A node of several that share a database, whose steps a test takes one by one on its own thread. */
public final class SteppedNode implements Node.Threads {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Inbox inbox = new Inbox();
    private final RunQueue queue = new RunQueue(inbox);
    private final Deque<Execution> taken = new ArrayDeque<>();
    private final NodeClock clock;
    private final RunControl control;
    private final Node node;

    /**
     * A node.
     *
     * @param machine the clock of its machine
     * @param executor what it runs, whatever the name
     */
    public SteppedNode(
            NodeOptions options,
            Transactions transactions,
            DatabaseClock databaseClock,
            Clock machine,
            String name,
            TaskExecutor executor) {
        this.clock = new NodeClock(machine);
        StoredPlans tasks = new StoredPlans();
        Finish finish = new Finish(transactions, tasks, new RecordingEvents(clock), inbox, clock);
        this.control = new RunControl(transactions, tasks, finish, inbox, clock);
        Executors executors = new Executors();
        executors.add(executor, Map.of(TaskExecutor.EXECUTOR, name), "sim");
        this.node = new Node(
                options,
                new Node.Surroundings(
                        transactions,
                        databaseClock,
                        clock,
                        inbox,
                        executors,
                        new Owners(Optional::empty),
                        Partly.answering(Secrets.class, "read", Optional::empty),
                        5),
                new Node.Means(
                        new Claim(transactions, tasks, inbox, clock),
                        finish,
                        control,
                        new Retention(transactions, Duration.ofDays(30), Duration.ofDays(90))),
                this);
    }

    @Override
    public void start(List<Execution> executions) {
        taken.addAll(executions);
    }

    @Override
    public void replace() {}

    @Override
    public void write() {}

    @Override
    public void announce() {}

    /** Becomes a member, or says that it still is one. */
    public void heartbeat() {
        node.heartbeat();
    }

    /** Takes what is due. */
    public void dispatch() {
        node.poll(POLL);
        node.dispatch();
    }

    /** Does what the run does that waits longest for a worker, if there is one. */
    public void perform() {
        Execution next = taken.poll();
        if (next != null) {
            node.perform(next);
        }
    }

    /** Writes how runs ended. */
    public void finish() {
        node.finish();
    }

    /** Writes logs. */
    public void writeLogs() {
        node.writeLogs();
    }

    /** Looks after the runs at work. */
    public void watch() {
        node.watch();
    }

    /** Takes over from others. */
    public void housekeep() {
        node.housekeep();
    }

    /** Whether it has a run that no worker has begun. */
    public boolean hasWork() {
        return !taken.isEmpty();
    }

    /** The clock that it goes by. */
    public Clock clock() {
        return clock;
    }

    /** How people stop runs by way of this node. */
    public RunControl control() {
        return control;
    }

    /** Where runs wait that are started by way of this node. */
    public RunQueue queue() {
        return queue;
    }

    /** What hears of changes made by way of this node. */
    public Signal signal() {
        return inbox;
    }
}
