package org.tickmark.testkit.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskRun;

/**
 * A run without a scheduler: parameters with their defaults, a log and progress that keep what is told, a wish to stop that a test
 * sends. What differs from the usual is said before the run begins; from then on it is safe for use from many threads.
 */
public final class FakeTaskRun implements TaskRun {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final TaskExecutor executor;
    private final Map<String, String> parameters;
    private final Map<String, String> secrets = new TreeMap<>();
    private final RecordingRunLog log = new RecordingRunLog();
    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch asked = new CountDownLatch(1);
    private String occurrence = "task@" + id;
    private int attempt = 1;
    private Cause cause = Cause.SCHEDULE;
    private Map<String, String> input = Map.of();
    private Caller caller = Caller.system();
    private volatile boolean cancelled;

    private FakeTaskRun(TaskExecutor executor, Map<String, String> parameters) {
        this.executor = executor;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /**
     * A run with these parameters, and the defaults of the others.
     *
     * @throws IllegalArgumentException if the host would refuse them: a name that the executor does not have, a value that is not
     *     allowed, a required one that is missing
     */
    public static FakeTaskRun of(TaskExecutor executor, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        for (TaskParameter parameter : executor.parameters()) {
            parameter.defaultValue().ifPresent(value -> all.putIfAbsent(parameter.name(), value));
            String value = all.get(parameter.name());
            if (value == null || !parameter.allows(value)) {
                throw new IllegalArgumentException("Parameter '" + parameter.name() + "': found "
                        + (value == null ? "none" : "'" + value + "'") + ", expected " + parameter.type() + " "
                        + parameter.words());
            }
        }
        List<String> known = namesOf(executor.parameters());
        if (!known.containsAll(all.keySet())) {
            throw new IllegalArgumentException("Parameters " + all.keySet() + ": the executor has " + known);
        }
        return new FakeTaskRun(executor, all);
    }

    private static List<String> namesOf(List<TaskParameter> parameters) {
        return parameters.stream().map(TaskParameter::name).toList();
    }

    /** Keeps a secret, for a parameter whose value is its name. */
    public FakeTaskRun secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    /** Says which attempt it is. */
    public FakeTaskRun attempt(int number) {
        attempt = number;
        return this;
    }

    /** Says what it stands for. */
    public FakeTaskRun occurrence(String name) {
        occurrence = name;
        return this;
    }

    /** Says why it runs. */
    public FakeTaskRun cause(Cause why) {
        cause = why;
        return this;
    }

    /** Hands over what the runs before it passed on. */
    public FakeTaskRun input(Map<String, String> passed) {
        input = Map.copyOf(passed);
        return this;
    }

    /** Says in whose name it runs; else it is the system. */
    public FakeTaskRun caller(Caller owner) {
        caller = owner;
        return this;
    }

    /** The next attempt of the same: same parameters, secrets, input and occurrence. */
    public FakeTaskRun again() {
        FakeTaskRun next = new FakeTaskRun(executor, parameters);
        next.secrets.putAll(secrets);
        return next.occurrence(occurrence)
                .attempt(attempt + 1)
                .cause(Cause.RETRY)
                .input(input)
                .caller(caller);
    }

    /** Wishes it to stop. */
    public void requestCancel() {
        cancelled = true;
    }

    /** Waits until the executor has asked whether it should stop; false if it did not in the time given. */
    public boolean awaitAsked(Duration patience) throws InterruptedException {
        return asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How far it told to be, in order: the phase in English, steps done, steps in all. */
    public List<String> progressTold() {
        return List.copyOf(progress);
    }

    /** The secrets kept. */
    Collection<String> secretValues() {
        return secrets.values();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String task() {
        return "task";
    }

    @Override
    public String occurrence() {
        return occurrence;
    }

    @Override
    public long fence() {
        return id;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Cause cause() {
        return cause;
    }

    @Override
    public Instant nominal() {
        return Instant.parse("2026-06-01T06:00:00Z");
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public Optional<char[]> secret(String parameter) {
        boolean isSecret = executor.parameters().stream()
                .anyMatch(
                        declared -> declared.name().equals(parameter) && declared.type() == TaskParameter.Type.SECRET);
        if (!isSecret) {
            throw new IllegalArgumentException("Parameter '" + parameter + "': not one that names a secret");
        }
        String name = parameters.get(parameter);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Optional.ofNullable(secrets.get(name)).map(String::toCharArray).orElseThrow(() -> Problem.error(
                                "task.secret-unknown", Message.verbatim("No secret of this name is kept."))
                        .found(name)
                        .exception()));
    }

    @Override
    public Map<String, String> input() {
        return input;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public RecordingRunLog log() {
        return log;
    }

    @Override
    public Progress progress() {
        return (phase, done, total) -> progress.add(phase.text(Locale.ENGLISH) + " " + done + "/" + total);
    }

    @Override
    public CancelToken cancel() {
        return () -> {
            asked.countDown();
            return cancelled;
        };
    }
}
