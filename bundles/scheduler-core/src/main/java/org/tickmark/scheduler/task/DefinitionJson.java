package org.tickmark.scheduler.task;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.kit.json.JsonTexts;

/**
 * A definition as the database keeps it: a JSON object of texts, without what is usual. Lists are joined by blanks, which none of
 * their elements holds.
 */
public final class DefinitionJson {
    private static final String PARAMETER = "parameter.";

    private final Map<String, String> texts;

    private DefinitionJson(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The text of a definition; equal ones have the same. */
    public static String write(TaskDefinition definition) {
        DefinitionJson json = new DefinitionJson(new TreeMap<>());
        json.putAll(definition);
        return JsonTexts.write(json.texts);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static TaskDefinition read(String text) {
        return new DefinitionJson(JsonTexts.read(text)).definition();
    }

    /** What such a text holds if the task has a parameter, which is given as {@code name=value}. */
    static String parameter(String assignment) {
        int equals = Math.max(0, assignment.indexOf('='));
        String name = assignment.substring(0, equals);
        String whole = JsonTexts.write(Map.of(PARAMETER + name, assignment.substring(equals + 1)));
        return whole.substring(1, whole.length() - 1);
    }

    private void putAll(TaskDefinition definition) {
        put("name", definition.name(), "");
        put("description", definition.description(), "");
        put("tags", String.join(" ", definition.tags()), "");
        put("owner", definition.owner(), "");
        put("executor", definition.executor(), "");
        definition.parameters().forEach((name, value) -> texts.put(PARAMETER + name, value));
        put("active", definition.active(), true);
        putTiming(definition.timing());
        definition.after().ifPresent(after -> {
            put("after", String.join(" ", after.tasks()), "");
            put("after.condition", after.condition(), After.Condition.SUCCESS);
            put("after.join", after.join(), After.Join.ALL);
        });
        putRunning(definition.running());
        putRetry(definition.retry());
    }

    private void putTiming(Timing timing) {
        Timing usual = Timing.never(timing.zone());
        put("schedule", timing.schedule(), usual.schedule());
        put("zone", timing.zone(), "");
        put("gap", timing.gap(), usual.gap());
        put("overlap", timing.overlap(), usual.overlap());
        put("start", timing.start());
        put("end", timing.end());
        put("calendar", timing.calendar());
        put("free-days", timing.freeDays(), usual.freeDays());
        put("jitter", timing.jitter(), usual.jitter());
        put("catch-up", timing.catchUp().policy(), usual.catchUp().policy());
        put("catch-up.window", timing.catchUp().window());
        put("catch-up.most", timing.catchUp().most(), usual.catchUp().most());
    }

    private void putRunning(Running running) {
        put("lock", running.lock(), Running.USUAL.lock());
        put("when-busy", running.whenBusy(), Running.USUAL.whenBusy());
        put("priority", running.priority(), Running.USUAL.priority());
        put("key", running.key());
        put("labels", String.join(" ", running.labels()), "");
        put("at-most-once", running.atMostOnce(), Running.USUAL.atMostOnce());
    }

    private void putRetry(Retry retry) {
        put("retry.most", retry.most(), Retry.NONE.most());
        put("retry.delay", retry.delay(), Retry.NONE.delay());
        put("retry.backoff", retry.backoff(), Retry.NONE.backoff());
        put("retry.longest", retry.longest(), Retry.NONE.longest());
    }

    private <T> void put(String key, T value, T usual) {
        if (!value.equals(usual)) {
            texts.put(key, String.valueOf(value));
        }
    }

    private void put(String key, Optional<?> value) {
        value.ifPresent(present -> texts.put(key, String.valueOf(present)));
    }

    private TaskDefinition definition() {
        return new TaskDefinition(
                text("name"),
                text("description"),
                words("tags"),
                text("owner"),
                text("executor"),
                parameters(),
                timing(),
                after(),
                running(),
                retry(),
                flag("active", true));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        texts.forEach((key, value) -> {
            if (key.startsWith(PARAMETER)) {
                parameters.put(key.substring(PARAMETER.length()), value);
            }
        });
        return parameters;
    }

    private Timing timing() {
        Timing usual = Timing.never(text("zone"));
        return new Timing(
                text("schedule"),
                text("zone"),
                choice("gap", usual.gap()),
                choice("overlap", usual.overlap()),
                find("start").map(LocalDateTime::parse),
                find("end").map(LocalDateTime::parse),
                find("calendar"),
                choice("free-days", usual.freeDays()),
                duration("jitter", usual.jitter()),
                new Timing.CatchUp(
                        choice("catch-up", usual.catchUp().policy()),
                        find("catch-up.window").map(Duration::parse),
                        number("catch-up.most", usual.catchUp().most())));
    }

    private Optional<After> after() {
        return texts.containsKey("after")
                ? Optional.of(new After(
                        words("after"),
                        choice("after.condition", After.Condition.SUCCESS),
                        choice("after.join", After.Join.ALL)))
                : Optional.empty();
    }

    private Running running() {
        return new Running(
                duration("lock", Running.USUAL.lock()),
                choice("when-busy", Running.USUAL.whenBusy()),
                number("priority", Running.USUAL.priority()),
                find("key"),
                words("labels"),
                flag("at-most-once", Running.USUAL.atMostOnce()));
    }

    private Retry retry() {
        return new Retry(
                number("retry.most", Retry.NONE.most()),
                duration("retry.delay", Retry.NONE.delay()),
                choice("retry.backoff", Retry.NONE.backoff()),
                duration("retry.longest", Retry.NONE.longest()));
    }

    private Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    private String text(String key) {
        return find(key).orElse("");
    }

    private List<String> words(String key) {
        return find(key).map(joined -> Arrays.asList(joined.split(" ", -1))).orElse(List.of());
    }

    private <E extends Enum<E>> E choice(String key, E usual) {
        return find(key)
                .map(name -> Enum.valueOf(usual.getDeclaringClass(), name))
                .orElse(usual);
    }

    private Duration duration(String key, Duration usual) {
        return find(key).map(Duration::parse).orElse(usual);
    }

    private int number(String key, int usual) {
        return find(key).map(Integer::valueOf).orElse(usual);
    }

    private boolean flag(String key, boolean usual) {
        return find(key).map(Boolean::valueOf).orElse(usual);
    }
}
