package org.tickmark.scheduler.foreign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Running.WhenBusy;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.scheduler.plan.Plan;

/** Collects the tasks and the problems of one text. For one thread. */
final class TaskMaker {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(TaskMaker.class);

    /** Other programs let a command run as long as it takes; a run has a lock, so it is a long one. */
    private static final Duration LOCK = Duration.ofDays(1);

    private static final int LONGEST_NAME = 60;

    private final ForeignSchedule foreign;
    private final List<TaskDefinition> definitions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    TaskMaker(ForeignSchedule foreign) {
        this.foreign = foreign;
    }

    /**
     * Something that another program runs.
     *
     * @param line where it stands, from 1
     * @param name what to call it, in any spelling
     * @param description what stands there
     * @param command what it runs
     * @param owner in whose name, if the text says so; else empty
     * @param timing when
     * @param whenBusy what becomes of a time at which it still runs
     */
    record Found(
            int line,
            String name,
            String description,
            String command,
            String owner,
            Timing timing,
            WhenBusy whenBusy) {}

    /** Makes a task of it, if its timing can be read. */
    void add(Found found) {
        TaskDefinition definition = new TaskDefinition(
                named(found.name()),
                found.description(),
                List.of(),
                foreign.owner().isEmpty() ? found.owner() : foreign.owner(),
                foreign.executor(),
                parameters(found.command()),
                found.timing(),
                Optional.empty(),
                new Running(LOCK, found.whenBusy(), 0, Optional.empty(), List.of(), false),
                Retry.NONE,
                true);
        try {
            Plan.of(0, 0, definition, Instant.EPOCH);
            definitions.add(definition);
        } catch (TickmarkException e) {
            names.remove(definition.name());
            problems.add(unsaid(found.line(), e.problem()));
        }
    }

    private Map<String, String> parameters(String command) {
        Map<String, String> parameters = new HashMap<>(foreign.parameters());
        if (!foreign.parameter().isEmpty()) {
            parameters.put(foreign.parameter(), command);
        }
        return parameters;
    }

    private Problem unsaid(int line, Problem reason) {
        Problem.Builder problem = Problem.error("task.unsaid", reason.what()).where(place(line));
        reason.found().ifPresent(problem::found);
        reason.expected().ifPresent(problem::expected);
        reason.advice().ifPresent(problem::advice);
        return problem.build();
    }

    /** Tells that something cannot be said. */
    void refuse(int line, String rule, String found, Object... arguments) {
        problems.add(Problem.error("task.unsaid", MESSAGES.message(rule, arguments))
                .where(place(line))
                .found(found)
                .advice(MESSAGES.message(rule + ".advice"))
                .build());
    }

    /** Tells that something means something else here. */
    void warn(int line, String rule, String found, Object... arguments) {
        problems.add(Problem.warning("task.said-otherwise", MESSAGES.message(rule, arguments))
                .where(place(line))
                .found(found)
                .advice(MESSAGES.message(rule + ".advice"))
                .build());
    }

    private String place(int line) {
        return foreign.from() + ":" + line;
    }

    private String named(String given) {
        String words = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed =
                words.substring(0, Math.min(words.length(), LONGEST_NAME)).replaceAll("^-+|-+$", "");
        String base = trimmed.isEmpty() ? "task" : trimmed;
        String name = base;
        for (int number = 2; !names.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    Translation translation() {
        return new Translation(definitions, problems);
    }
}
