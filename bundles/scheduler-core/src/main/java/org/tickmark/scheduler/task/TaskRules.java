package org.tickmark.scheduler.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks.Executor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.text.Distance;
import org.tickmark.scheduler.plan.Plan;

/** What a definition must be like, but for its timing, which {@code plan} reads, and the tasks it follows. */
final class TaskRules {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+([._:/-][A-Za-z0-9]+)*");
    private static final Pattern OWNER = Pattern.compile("\\S+");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST = 100;
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOCK = Duration.ofDays(30);

    private final Supplier<List<Executor>> executors;

    /**
     * @param executors the executors that are there just now
     */
    TaskRules(Supplier<List<Executor>> executors) {
        this.executors = Objects.requireNonNull(executors, "executors");
    }

    /** The same rules with the executors that are there just now, asked for once: for many definitions. */
    TaskRules ofThisMoment() {
        List<Executor> there = executors.get();
        return new TaskRules(() -> there);
    }

    /**
     * Checks a definition.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid}, placed at the field, for the first thing that is wrong
     */
    void check(TaskDefinition definition) {
        require(isWord(definition.name()), "name", "name", definition.name());
        require(definition.description().length() <= LONGEST_TEXT, "description", "text", "");
        checkWords("tags", "tag", definition.tags());
        require(OWNER.matcher(definition.owner()).matches(), "owner", "owner", definition.owner());
        require(isWord(definition.executor()), "executor", "executor", definition.executor());
        checkRunning(definition.running());
        checkRetry(definition.retry());
        definition.after().ifPresent(after -> {
            require(!after.tasks().isEmpty(), "after", "after.none", "");
            after.tasks().forEach(parent -> require(isWord(parent), "after", "name", parent));
            require(new HashSet<>(after.tasks()).size() == after.tasks().size(), "after", "after.twice", "");
        });
        checkParameters(definition.executor(), definition.parameters(), true);
    }

    private static boolean isWord(String word) {
        return WORD.matcher(word).matches() && word.length() <= LONGEST_NAME;
    }

    private static void checkWords(String field, String rule, Collection<String> words) {
        require(words.size() <= MOST, field, "many", String.valueOf(words.size()));
        words.forEach(word -> require(isWord(word), field, rule, word));
    }

    private static void checkRunning(Running running) {
        requireBetween("lock", LEAST, running.lock(), LONGEST_LOCK);
        require(Math.abs(running.priority()) <= MOST, "priority", "priority", String.valueOf(running.priority()));
        running.key()
                .ifPresent(
                        key -> require(KEY.matcher(key).matches() && key.length() <= LONGEST_NAME, "key", "key", key));
        checkWords("labels", "label", running.labels());
    }

    private static void checkRetry(Retry retry) {
        require(retry.most() >= 0 && retry.most() <= MOST, "retry.most", "retry.most", String.valueOf(retry.most()));
        if (retry.most() > 0) {
            requireBetween("retry.delay", LEAST, retry.delay(), LONGEST_LOCK);
        }
        if (retry.most() > 0 && retry.backoff() == Retry.Backoff.DOUBLING) {
            requireBetween("retry.longest", retry.delay(), retry.longest(), LONGEST_LOCK);
        }
    }

    private static void requireBetween(String field, Duration least, Duration found, Duration most) {
        if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
            throw TaskProblems.invalid(field, "span")
                    .found(found.toString())
                    .expected(least + " … " + most)
                    .exception();
        }
    }

    /**
     * Checks parameters against those of an executor; those of one that is not there just now cannot be checked.
     *
     * @param all whether these are all that a task sets, so that none may be missing
     */
    void checkParameters(String executor, Map<String, String> parameters, boolean all) {
        require(parameters.size() <= MOST, "parameters", "many", String.valueOf(parameters.size()));
        parameters.forEach((name, value) -> {
            require(isWord(name), "parameters", "parameter.name", name);
            require(value.length() <= LONGEST_TEXT, "parameters." + name, "text", "");
        });
        Optional<Executor> found = executor(executor);
        if (found.isPresent()) {
            Map<String, TaskParameter> known = found.get().parameters().stream()
                    .collect(Collectors.toMap(TaskParameter::name, Function.identity()));
            parameters.forEach((name, value) -> checkParameter(known, name, value));
            known.values().stream()
                    .filter(parameter -> all && parameter.defaultValue().isEmpty())
                    .filter(parameter -> !parameters.containsKey(parameter.name()))
                    .forEach(missing -> require(false, "parameters." + missing.name(), "parameter.missing", ""));
        }
    }

    private static void checkParameter(Map<String, TaskParameter> known, String name, String value) {
        TaskParameter parameter = known.get(name);
        if (parameter == null) {
            throw TaskProblems.invalid("parameters." + name, "parameter.unknown")
                    .found(name)
                    .expected(Distance.nearest(name, known.keySet()).orElse(String.join(", ", known.keySet())))
                    .exception();
        }
        if (!parameter.allows(value)) {
            Problem.Builder wrong = TaskProblems.invalid("parameters." + name, "parameter.value");
            wrong.expected(
                    parameter.words().isEmpty()
                            ? parameter.type().name().toLowerCase(Locale.ROOT)
                            : String.join(" | ", parameter.words()));
            throw (parameter.type() == TaskParameter.Type.SECRET ? wrong : wrong.found(value)).exception();
        }
    }

    /** What should be looked at, though it is allowed. */
    List<Problem> warnings(TaskDefinition definition, Plan plan, Instant now) {
        List<Problem> warnings = new ArrayList<>();
        if (executor(definition.executor()).isEmpty()) {
            List<String> names = executors.get().stream().map(Executor::name).toList();
            Problem.Builder absent =
                    TaskProblems.warning("executor", "executor-absent").found(definition.executor());
            Distance.nearest(definition.executor(), names).ifPresent(absent::expected);
            warnings.add(absent.build());
        }
        if (definition.active()
                && !definition.timing().schedule().isEmpty()
                && plan.firstRun(now).isEmpty()) {
            warnings.add(TaskProblems.warning("schedule", "never-again")
                    .found(definition.timing().schedule())
                    .build());
        }
        return warnings;
    }

    /** A lock that is shorter than runs usually take. */
    static Optional<Problem> shortLock(TaskDefinition definition, Optional<Duration> usual) {
        return usual.filter(took -> took.compareTo(definition.running().lock()) > 0)
                .map(took -> TaskProblems.warning("lock", "lock-short")
                        .found(definition.running().lock().toString())
                        .expected("> " + took)
                        .build());
    }

    private Optional<Executor> executor(String name) {
        return executors.get().stream()
                .filter(executor -> executor.name().equals(name))
                .findFirst();
    }

    private static void require(boolean right, String field, String rule, String found) {
        if (!right) {
            Problem.Builder problem = TaskProblems.invalid(field, rule);
            throw (found.isEmpty() ? problem : problem.found(found)).exception();
        }
    }
}
