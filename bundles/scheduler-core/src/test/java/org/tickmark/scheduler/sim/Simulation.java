package org.tickmark.scheduler.sim;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tickmark.api.TickmarkException;
import org.tickmark.scheduler.run.NodeGoneException;
import org.tickmark.scheduler.sim.SimulatedProcess.Step;

/**
 * Some nodes, in one thread and on a clock that only the simulation moves, and people who use them, while faults strike; then a calm in
 * which everything has to come to its end. One seed is one history.
 */
final class Simulation {
    /** No clock of a machine is wrong by more, with what it has been wrong before. */
    static final Duration MOST_SKEW = Duration.ofSeconds(45);

    private static final int MOST_DEPTH = 2;
    private static final Duration MOST_CALM = Duration.ofMinutes(30);
    private static final Duration CALM_STEP = Duration.ofSeconds(2);

    /** A plain morning; the nights when clocks change in Oslo, and the one before a free day there. */
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-06-01T08:00:03Z"),
            Instant.parse("2026-03-29T00:50:03Z"),
            Instant.parse("2026-10-25T00:50:03Z"),
            Instant.parse("2026-05-16T21:50:03Z"));

    private static final List<Step> STEPS = List.of(
            Step.DISPATCH,
            Step.DISPATCH,
            Step.DISPATCH,
            Step.PERFORM,
            Step.PERFORM,
            Step.PERFORM,
            Step.PERFORM,
            Step.FINISH,
            Step.FINISH,
            Step.FINISH,
            Step.WATCH,
            Step.WATCH,
            Step.HOUSEKEEP,
            Step.LOGS);

    private final long seed;
    private final Extent extent;
    private final Variant variant;
    private final Database database;
    private final Random random;
    private final Faults faults;
    private final Definitions definitions;
    private final Observer observer;
    private final People people;
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private Instant now;
    private boolean inTransaction;
    private int depth;
    private int started;

    /**
     * What came of a simulation.
     *
     * @param violations promises that were broken; one at most for most causes, since it ends then
     * @param faults how many of each struck
     * @param runs how many rows its history has
     * @param told what happened, line by line
     */
    record Outcome(
            long seed, List<Violation> violations, Map<Fault, Long> faults, int runs, List<Observer.Told> told) {}

    Simulation(long seed, Extent extent, Variant variant, Database database) {
        this.seed = seed;
        this.extent = extent;
        this.variant = variant;
        this.database = database;
        this.random = new Random(seed);
        this.faults = new Faults(random, extent.harshness() * (0.01 + 0.07 * random.nextDouble()));
        this.definitions = new Definitions(database.connection());
        this.observer = new Observer(this, database.connection(), definitions);
        this.people = new People(this, random);
        this.now = STARTS.get(random.nextInt(STARTS.size()));
    }

    Outcome run() throws SQLException {
        database.clear();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            startProcess();
        }
        people.begin(processes.get(0));
        faults.calm(false);
        for (int round = 0; round < extent.rounds() && violations.isEmpty(); round++) {
            round();
        }
        faults.calm(true);
        if (violations.isEmpty()) {
            settle();
        }
        if (violations.isEmpty()) {
            observer.checkUnchanged();
            new HistoryChecker(this, database.connection(), definitions).check();
        }
        return new Outcome(seed, violations, faults.counts(), observer.history().size(), observer.told());
    }

    // ---------------------------------------------------------------- what others ask

    Instant now() {
        return now;
    }

    Random random() {
        return random;
    }

    Faults faults() {
        return faults;
    }

    Variant variant() {
        return variant;
    }

    Database database() {
        return database;
    }

    Observer observer() {
        return observer;
    }

    void violated(String promise, String what) {
        violations.add(new Violation(promise, what));
        observer.tell("BROKEN " + promise + ": " + what);
    }

    void enter() {
        if (inTransaction) {
            throw new IllegalStateException("a transaction within a transaction");
        }
        inTransaction = true;
    }

    void leave() {
        inTransaction = false;
    }

    /** A transaction is committed that wrote these tables. */
    void observe(Set<String> written) {
        try {
            observer.observe(written);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---------------------------------------------------------------- what happens

    private void startProcess() {
        SimulatedProcess process =
                new SimulatedProcess(this, "n" + started++, Duration.ofMillis(random.nextInt(8000) - 4000));
        processes.add(process);
        step(process, Step.HEARTBEAT);
    }

    private void round() {
        pass(
                random.nextInt(20) == 0
                        ? Duration.ofSeconds(random.nextInt(120))
                        : Duration.ofMillis(random.nextInt(9000)));
        int steps = 2 + random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            stepAny();
        }
        if (random.nextInt(3) == 0) {
            act();
        }
        if (random.nextInt(30) == 0) {
            jump();
        }
        if (random.nextInt(120) == 0) {
            outage();
        }
        replaceDead();
    }

    private void act() {
        SimulatedProcess process = processes.get(random.nextInt(processes.size()));
        if (process.isDead() || process.isStalled()) {
            return;
        }
        guarded(process, () -> people.act(process));
    }

    private void jump() {
        faults.count(Fault.CLOCK_JUMP);
        processes.get(random.nextInt(processes.size())).skew(Duration.ofMillis(random.nextInt(40_000) - 20_000));
    }

    private void outage() {
        faults.count(Fault.OUTAGE);
        processes.forEach(SimulatedProcess::die);
        now = now.plusSeconds(60 + random.nextInt(1200));
    }

    private void replaceDead() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            if (processes.get(i).isDead() && random.nextInt(4) == 0) {
                processes.remove(i);
                startProcess();
            }
        }
    }

    /** Lets time pass in which nodes renew their leases and take a step now and then. */
    private void pass(Duration span) {
        Instant end = now.plus(span);
        while (now.isBefore(end)) {
            Instant next = now.plusMillis(500 + random.nextInt(3500));
            now = next.isBefore(end) ? next : end;
            beat();
            stepAny();
        }
    }

    private void beat() {
        for (SimulatedProcess process : List.copyOf(processes)) {
            if (process.mustBeat() && random.nextInt(20) > 0) {
                step(process, Step.HEARTBEAT);
            }
        }
    }

    private void stepAny() {
        step(processes.get(random.nextInt(processes.size())), STEPS.get(random.nextInt(STEPS.size())));
    }

    private void step(SimulatedProcess process, Step step) {
        guarded(process, () -> process.step(step));
    }

    private void guarded(SimulatedProcess process, Runnable action) {
        try {
            action.run();
        } catch (Crash e) {
            process.die();
            observer.tell("crash of a process");
        } catch (NodeGoneException e) {
            observer.tell(e.toString());
        } catch (TickmarkException e) {
            if (!e.problem().code().equals("store.unavailable") && !People.isRefusal(e)) {
                violated("E", e.toString());
            }
        }
    }

    /** A process stands still, and others go on, until its lease is over. */
    void stall(SimulatedProcess process) {
        process.stall(true);
        try {
            meanwhile(SimulatedProcess.LEASE.plusMillis(random.nextInt(25_000)));
        } finally {
            process.stall(false);
        }
    }

    /** One thread stands still, and others go on, for a moment. */
    void interlude() {
        meanwhile(Duration.ofMillis(random.nextInt(6000)));
    }

    /** Others go on for a while; where that is so within such a while, no time passes. */
    void meanwhile(Duration span) {
        if (depth >= MOST_DEPTH) {
            return;
        }
        depth++;
        try {
            pass(span);
        } finally {
            depth--;
        }
    }

    // ---------------------------------------------------------------- the calm

    private void settle() throws SQLException {
        processes.removeIf(SimulatedProcess::isDead);
        while (processes.size() < 2) {
            startProcess();
        }
        rounds(Duration.ofSeconds(30));
        checkTakenOver();
        guarded(processes.get(0), () -> people.settle(processes.get(0)));
        Instant end = now.plus(MOST_CALM);
        while (violations.isEmpty() && now.isBefore(end) && !observer.live().isEmpty()) {
            rounds(Duration.ofSeconds(6));
        }
    }

    private void rounds(Duration span) {
        Instant end = now.plus(span);
        while (now.isBefore(end) && violations.isEmpty()) {
            now = now.plus(CALM_STEP);
            for (SimulatedProcess process : processes) {
                if (process.mustBeat()) {
                    step(process, Step.HEARTBEAT);
                    step(process, Step.HOUSEKEEP);
                }
                step(process, Step.DISPATCH);
                while (process.hasWork()) {
                    step(process, Step.PERFORM);
                }
                step(process, Step.FINISH);
                step(process, Step.WATCH);
            }
        }
    }

    /** By now every node that is gone has been gone for longer than its lease, and others have kept house. */
    private void checkTakenOver() throws SQLException {
        List<Long> gone = definitions.gone();
        for (LiveRow row : observer.liveRows().values()) {
            if (gone.contains(row.nodeId())) {
                violated("I12", row + " is still held by a node that is gone");
            }
        }
    }
}
