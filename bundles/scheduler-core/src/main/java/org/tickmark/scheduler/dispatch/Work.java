package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.kit.access.Owners;
import org.tickmark.scheduler.run.ActiveRun;
import org.tickmark.scheduler.run.Ended;

/** The runs that this node has taken: what their executors do, and how they end. Safe for use from many threads. */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Executors executors;
    private final Owners owners;
    private final Secrets secrets;
    private final LogBook logs;
    private final Clock clock;
    private final Consumer<Ended> ended;

    private final Map<Long, Execution> byRun = new ConcurrentHashMap<>();
    /** How many wait for a worker or are at work. */
    private final AtomicInteger busy = new AtomicInteger();

    private final AtomicLong endedCount = new AtomicLong();
    /** Runs whose work was given up, or lost, and is still going on. */
    private final Set<Execution> stuck = new ConcurrentSkipListSet<>(
            Comparator.comparingLong(execution -> execution.run().fence()));

    /** Work whose ends go to {@code ended}, once for each run. */
    Work(Executors executors, Owners owners, Secrets secrets, LogBook logs, Clock clock, Consumer<Ended> ended) {
        this.executors = executors;
        this.owners = owners;
        this.secrets = secrets;
        this.logs = logs;
        this.clock = clock;
        this.ended = ended;
    }

    /** Takes runs; each is to be handed to {@link #perform} by a thread. */
    List<Execution> take(List<ActiveRun> runs) {
        List<Execution> taken = new ArrayList<>();
        for (ActiveRun run : runs) {
            Execution execution = new Execution(run, clock.instant());
            byRun.put(run.id(), execution);
            busy.incrementAndGet();
            taken.add(execution);
        }
        return taken;
    }

    /** Does what a run does, on this thread. */
    void perform(Execution execution) {
        ActiveRun run = execution.run();
        Optional<TaskExecutor> executor = executors.named(run.definition().executor());
        if (executor.isEmpty()) {
            giveBack(execution);
            return;
        }
        if (!execution.begin(executor.get())) {
            return;
        }
        try {
            Caller owner = owners.caller(run.definition().owner(), Origin.TASK);
            RunView view = new RunView(run, executor.get(), owner, secrets, logs, execution);
            TaskResult result = executor.get().run(view);
            end(execution, checked(run, result));
        } catch (Throwable e) {
            end(execution, failed(execution, e));
        } finally {
            execution.leave();
            stuck.remove(execution);
        }
    }

    private Ended checked(ActiveRun run, TaskResult result) {
        if (result == null) {
            return failed(
                    run,
                    Problem.error("task.result", Texts.message("result.missing"))
                            .build());
        }
        if (!result.parts().isEmpty() && run.cause() == Cause.PART) {
            return failed(
                    run,
                    Problem.error("task.result", Texts.message("result.parts")).build());
        }
        Instant now = clock.instant();
        if (!run.claim().orElseThrow().deadline().isAfter(now)) {
            return Ended.without(run, RunState.TIMED_OUT, now, overdue(run), Map.of());
        }
        return Ended.succeeded(run, now, result);
    }

    /** Why a run has failed that outlived its lock. */
    static String overdue(ActiveRun run) {
        return Texts.message("stop.deadline", run.definition().running().lock()).toString();
    }

    private Ended failed(Execution execution, Throwable e) {
        Optional<Execution.Stop> stop = execution.stop();
        if (stop.isPresent()) {
            return stopped(execution, stop.get());
        }
        if (e instanceof TickmarkException failure) {
            return failed(execution.run(), failure.problem());
        }
        LOG.warn(
                "Run {} of {} failed",
                execution.run().id(),
                execution.run().definition().name(),
                e);
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Ended.without(
                execution.run(),
                RunState.FAILED,
                clock.instant(),
                message,
                Map.of("class", e.getClass().getName(), "what", message));
    }

    private Ended failed(ActiveRun run, Problem problem) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", problem.code());
        fields.put("what", problem.what().text(Locale.ENGLISH));
        problem.where().ifPresent(where -> fields.put("where", where));
        problem.found().ifPresent(found -> fields.put("found", found));
        problem.expected().ifPresent(expected -> fields.put("expected", expected));
        problem.advice().ifPresent(advice -> fields.put("advice", advice.text(Locale.ENGLISH)));
        return Ended.without(run, RunState.FAILED, clock.instant(), problem.text(Locale.ENGLISH), fields);
    }

    private Ended stopped(Execution execution, Execution.Stop stop) {
        return Ended.without(execution.run(), stop.as(), clock.instant(), stop.reason(), Map.of());
    }

    /** Lets others have a run that never began. */
    void giveBack(Execution execution) {
        end(execution, Ended.givenBack(execution.run(), clock.instant()));
    }

    /** Ends a run as the wish that it stops says, whatever its executor does. */
    void giveUp(Execution execution) {
        execution.stop().ifPresent(stop -> end(execution, stopped(execution, stop)));
    }

    private void end(Execution execution, Ended end) {
        if (execution.end()) {
            busy.decrementAndGet();
            endedCount.incrementAndGet();
            ended.accept(end);
            keepIfAtWork(execution);
        }
    }

    private void keepIfAtWork(Execution execution) {
        if (execution.isAtWorkElsewhere()) {
            stuck.add(execution);
        }
    }

    /** How many runs have ended here. */
    long ended() {
        return endedCount.get();
    }

    /** The end of a run is written. */
    void forget(long runId) {
        byRun.remove(runId);
    }

    /** Stops all runs, without a word: others look after them. */
    void abandon(Execution.Stop stop) {
        for (Execution execution : all()) {
            execution.ask(stop);
            if (execution.end()) {
                busy.decrementAndGet();
                byRun.remove(execution.run().id());
                keepIfAtWork(execution);
                execution.interrupt();
            }
        }
    }

    /** How many runs wait for a worker or are at work. */
    int busy() {
        return busy.get();
    }

    /** How many are taken, those included whose ends are still to be written. */
    int size() {
        return byRun.size() + stuck.size();
    }

    Optional<Execution> of(long runId) {
        return Optional.ofNullable(byRun.get(runId));
    }

    /** All that are taken or still at work, in an order that is the same whenever the same happened. */
    Set<Execution> all() {
        Set<Execution> all = new LinkedHashSet<>(byRun.values());
        all.addAll(stuck);
        return all;
    }

    SortedSet<Long> runs() {
        return new TreeSet<>(byRun.keySet());
    }
}
