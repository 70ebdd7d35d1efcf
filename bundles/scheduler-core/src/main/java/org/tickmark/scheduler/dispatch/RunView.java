package org.tickmark.scheduler.dispatch;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.task.Cause;
import org.tickmark.api.task.RunLog;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.scheduler.run.ActiveRun;

/** A run as its executor sees it. */
final class RunView implements TaskRun {
    private final ActiveRun run;
    private final TaskExecutor executor;
    private final Caller caller;
    private final Map<String, String> parameters;
    private final Map<String, String> input;
    private final Secrets secrets;
    private final RunLog log;
    private final Progress progress;
    private final CancelToken cancel;

    /**
     * The view of a run.
     *
     * @param caller the owner of the task, with the rights held now
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid} if a parameter is missing or has a value that it may
     *     not have
     */
    RunView(ActiveRun run, TaskExecutor executor, Caller caller, Secrets secrets, LogBook logs, CancelToken cancel) {
        this.run = run;
        this.executor = executor;
        this.caller = caller;
        this.secrets = secrets;
        this.cancel = cancel;
        this.log = logs.of(run.id());
        this.progress = (phase, done, total) -> logs.progress(run.id(), phase, done, total);
        this.parameters = parameters(run, executor);
        this.input = run.input().<Map<String, String>>map(JsonTexts::read).orElse(Map.of());
    }

    private static Map<String, String> parameters(ActiveRun run, TaskExecutor executor) {
        Map<String, String> given = new TreeMap<>(run.definition().parameters());
        run.parameters().ifPresent(changed -> given.putAll(JsonTexts.read(changed)));
        for (TaskParameter parameter : executor.parameters()) {
            parameter.defaultValue().ifPresent(value -> given.putIfAbsent(parameter.name(), value));
            String value = given.get(parameter.name());
            if (value == null || !parameter.allows(value)) {
                throw Problem.error("task.invalid", Texts.message("parameter.wrong", parameter.name()))
                        .where(run.definition().name())
                        .found(value == null ? "" : value)
                        .expected(
                                parameter.words().isEmpty()
                                        ? parameter.type().name()
                                        : String.join(", ", parameter.words()))
                        .exception();
            }
        }
        return Collections.unmodifiableMap(given);
    }

    @Override
    public long id() {
        return run.id();
    }

    @Override
    public String task() {
        return run.definition().name();
    }

    @Override
    public String occurrence() {
        return run.occurrence();
    }

    @Override
    public long fence() {
        return run.fence();
    }

    @Override
    public int attempt() {
        return run.attempt();
    }

    @Override
    public Cause cause() {
        return run.cause();
    }

    @Override
    public Instant nominal() {
        return run.nominal();
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public Optional<char[]> secret(String parameter) {
        boolean known = executor.parameters().stream()
                .anyMatch(each -> each.name().equals(parameter) && each.type() == TaskParameter.Type.SECRET);
        if (!known) {
            throw new IllegalArgumentException("The executor has no parameter '" + parameter + "' of type SECRET");
        }
        String name = parameters.getOrDefault(parameter, "");
        return name.isEmpty() ? Optional.empty() : Optional.of(secretNamed(name));
    }

    private char[] secretNamed(String name) {
        return secrets.read(new SecretRef(name))
                .orElseThrow(() -> Problem.error("task.secret-unknown", Texts.message("secret.unknown"))
                        .where(task())
                        .found(name)
                        .advice(Texts.message("secret.unknown.advice"))
                        .exception());
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
    public RunLog log() {
        return log;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public CancelToken cancel() {
        return cancel;
    }
}
