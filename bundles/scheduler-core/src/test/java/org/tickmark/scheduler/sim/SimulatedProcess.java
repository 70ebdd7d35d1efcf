package org.tickmark.scheduler.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.scheduler.dispatch.NodeOptions;
import org.tickmark.scheduler.dispatch.SteppedNode;
import org.tickmark.scheduler.run.RunControl;
import org.tickmark.scheduler.task.ScheduleKinds;
import org.tickmark.scheduler.task.StoredTasks;
import org.tickmark.scheduler.task.TaskRuns;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** A process with a node, by way of which people work too. When it has crashed it never does anything again. */
final class SimulatedProcess {
    static final Duration LEASE = Duration.ofSeconds(15);
    static final Duration RENEWAL = Duration.ofSeconds(5);

    /** What its threads do. */
    enum Step {
        HEARTBEAT,
        DISPATCH,
        PERFORM,
        FINISH,
        WATCH,
        HOUSEKEEP,
        LOGS
    }

    private final Simulation simulation;
    private final SteppedNode node;
    private final StoredTasks tasks;
    private final Set<Step> going = EnumSet.noneOf(Step.class);

    private Duration skew;
    private Instant beatenAt = Instant.MIN;
    private boolean dead;
    private boolean stalled;

    SimulatedProcess(Simulation simulation, String name, Duration skew) {
        this.simulation = simulation;
        this.skew = skew;
        FaultyTransactions transactions =
                new FaultyTransactions(simulation, this, simulation.database().connection());
        this.node = new SteppedNode(
                new NodeOptions(
                        name,
                        "1.0.0",
                        List.of(),
                        2,
                        NodeOptions.Sharing.SHARED,
                        LEASE,
                        RENEWAL,
                        Duration.ofSeconds(10)),
                transactions,
                tx -> simulation.now(),
                new Machine(),
                "work",
                new SimulatedExecutor(simulation, this));
        this.tasks = new StoredTasks(new StoredTasks.Services(
                transactions,
                new RecordingAudit(),
                new RecordingEvents(node.clock()),
                new Controlled(node.control()),
                node.queue(),
                node.signal(),
                List::of,
                new ScheduleKinds(),
                "sim",
                node.clock()));
    }

    /** A clock that is wrong by the skew. */
    private final class Machine extends Clock {
        @Override
        public Instant instant() {
            return simulation.now().plus(skew);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private record Controlled(RunControl control) implements TaskRuns {
        @Override
        public Optional<Run> run(Caller caller, long id) {
            return Optional.empty();
        }

        @Override
        public int cancelWaiting(Tx tx, long taskId, String reason) throws java.sql.SQLException {
            return control.cancelWaiting(tx, taskId, reason);
        }

        @Override
        public int endRunning(long taskId, String reason) {
            return control.endRunning(taskId, reason);
        }
    }

    StoredTasks tasks() {
        return tasks;
    }

    RunControl control() {
        return node.control();
    }

    boolean isDead() {
        return dead;
    }

    void die() {
        dead = true;
    }

    boolean isStalled() {
        return stalled;
    }

    void stall(boolean still) {
        stalled = still;
    }

    void skew(Duration wrongBy) {
        skew = wrongBy;
    }

    boolean hasWork() {
        return node.hasWork();
    }

    boolean mustBeat() {
        return !beatenAt.plus(RENEWAL).isAfter(simulation.now());
    }

    /** Takes a step, unless the thread that takes such steps is in the middle of one; workers there are several. */
    void step(Step step) {
        if (dead || stalled || (step != Step.PERFORM && !going.add(step))) {
            return;
        }
        try {
            take(step);
        } finally {
            going.remove(step);
            // An interrupt was meant for a worker, which has no thread of its own here.
            Thread.interrupted();
        }
    }

    private void take(Step step) {
        switch (step) {
            case HEARTBEAT -> {
                node.heartbeat();
                beatenAt = simulation.now();
            }
            case DISPATCH -> node.dispatch();
            case PERFORM -> node.perform();
            case FINISH -> node.finish();
            case WATCH -> node.watch();
            case HOUSEKEEP -> node.housekeep();
            case LOGS -> node.writeLogs();
        }
    }
}
