package org.tickmark.scheduler.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.task.StoredTasks;

/** What people do: start, cancel, pause, change, hold. Who does not hear whether a wish was taken says it once more. */
final class People {
    private static final Caller ANNA = Caller.os("anna", Locale.ENGLISH);

    private final Simulation simulation;
    private final Random random;
    private final TaskMaker maker;
    private final List<String> names = new ArrayList<>();
    private final List<String> scheduled = new ArrayList<>();

    private final List<Wish> unheard = new ArrayList<>();
    private final Map<Wish, Long> heard = new HashMap<>();
    private int wishes;

    /** Someone wants a task to start. */
    record Wish(String task, String request) {}

    People(Simulation simulation, Random random) {
        this.simulation = simulation;
        this.random = random;
        this.maker = new TaskMaker(random);
    }

    void begin(SimulatedProcess process) {
        List<TaskDefinition> tasks = maker.tasks(simulation.now());
        process.tasks().saveAll(ANNA, tasks, false);
        for (TaskDefinition task : tasks) {
            names.add(task.name());
            if (task.after().isEmpty()) {
                scheduled.add(task.name());
            }
        }
    }

    /** Does something by way of a process. */
    void act(SimulatedProcess process) {
        StoredTasks tasks = process.tasks();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> wish(tasks, new Wish(name, "w" + wishes++));
            case 3, 4 -> again(tasks);
            case 5, 6 -> cancel(process);
            case 7 -> tasks.pause(ANNA, List.of(name), until(), "why not");
            case 8 -> tasks.resume(ANNA, List.of(name));
            case 9 -> edit(tasks, name);
            case 10 -> tasks.activate(ANNA, scheduled.get(random.nextInt(scheduled.size())), random.nextInt(3) > 0);
            case 11 -> tasks.hold(ANNA, random.nextInt(3) == 0, "held");
            case 12 -> tasks.unlock(ANNA, name);
            default -> backfill(tasks, name);
        }
    }

    private Optional<Instant> until() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(simulation.now().plusSeconds(60 + random.nextInt(200)));
    }

    private void wish(StoredTasks tasks, Wish wish) {
        unheard.add(wish);
        long run = tasks.start(ANNA, wish.task(), Map.of(), wish.request());
        unheard.remove(wish);
        Long before = heard.putIfAbsent(wish, run);
        if (before != null && before != run) {
            simulation.violated("I8", wish + " started run " + before + " and run " + run);
        }
    }

    /** Says wishes once more, heard or not. */
    private void again(StoredTasks tasks) {
        List<Wish> all = new ArrayList<>(unheard);
        if (heard.isEmpty() && all.isEmpty()) {
            return;
        }
        if (all.isEmpty()) {
            all.addAll(heard.keySet());
            all.sort((one, other) -> one.request().compareTo(other.request()));
        }
        wish(tasks, all.get(random.nextInt(all.size())));
    }

    private void cancel(SimulatedProcess process) {
        List<Long> live = simulation.observer().live();
        if (!live.isEmpty()) {
            process.control().cancel(live.get(random.nextInt(live.size())), "a wish");
        }
    }

    private void edit(StoredTasks tasks, String name) {
        TaskDefinition before = simulation.observer().definition(name);
        boolean follows = before.after().isPresent();
        boolean keepsTimes = follows || random.nextBoolean();
        tasks.save(
                ANNA,
                edited(
                        before,
                        keepsTimes ? before.timing() : maker.timing(simulation.now()),
                        random.nextBoolean() ? before.running() : maker.running(),
                        before.active()),
                false);
    }

    private static TaskDefinition edited(TaskDefinition before, Timing timing, Running running, boolean active) {
        return new TaskDefinition(
                before.name(),
                before.description(),
                before.tags(),
                before.owner(),
                before.executor(),
                before.parameters(),
                timing,
                before.after(),
                new Running(
                        running.lock(),
                        running.whenBusy(),
                        running.priority(),
                        running.key(),
                        running.labels(),
                        before.running().atMostOnce()),
                before.retry(),
                active);
    }

    private void backfill(StoredTasks tasks, String name) {
        Instant end = simulation.now().minusSeconds(60);
        tasks.backfill(ANNA, name, end.minus(Duration.ofMinutes(3)), end, 3);
    }

    /** Lets everything go on, and no schedule any further. */
    void settle(SimulatedProcess process) {
        StoredTasks tasks = process.tasks();
        tasks.hold(ANNA, false, "");
        tasks.resume(ANNA, names);
        List<Wish> open = List.copyOf(unheard);
        open.forEach(wish -> wish(tasks, wish));
        for (String name : scheduled) {
            TaskDefinition before = simulation.observer().definition(name);
            tasks.save(ANNA, edited(before, Timing.never("UTC"), before.running(), before.active()), false);
        }
    }

    /** Whether a refusal is what one may expect. */
    static boolean isRefusal(TickmarkException e) {
        return e.problem().code().startsWith("task.");
    }
}
