package org.tickmark.scheduler.task;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/** Definitions as YAML. What is usual is left out. */
final class TaskText {
    private static final String TASKS = "tasks";
    private static final String AFTER = "after";
    private static final String CATCH_UP = "catch-up";
    private static final String RETRY = "retry";
    private static final String PARAMETERS = "parameters";
    private static final String[] OTHERS = {TASKS, "units", "imports", "groups"};

    private TaskText() {}

    /** A definition as the text tells it, and where it does. */
    record Told(TaskDefinition definition, String where) {}

    static String write(Collection<TaskDefinition> definitions) {
        return DefinitionText.write(
                Map.of(TASKS, definitions.stream().map(TaskText::block).toList()));
    }

    private static Map<String, Object> block(TaskDefinition definition) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("name", definition.name());
        put(block, "description", definition.description(), "");
        put(block, "tags", definition.tags(), List.of());
        put(block, "owner", definition.owner(), "");
        block.put("executor", definition.executor());
        put(block, PARAMETERS, definition.parameters(), Map.of());
        putTiming(block, definition.timing());
        definition.after().ifPresent(after -> block.put(AFTER, block(after)));
        putRunning(block, definition.running());
        if (!definition.retry().equals(Retry.NONE)) {
            block.put(RETRY, block(definition.retry()));
        }
        put(block, "active", definition.active(), true);
        return block;
    }

    private static void putTiming(Map<String, Object> block, Timing timing) {
        Timing usual = Timing.never(timing.zone());
        put(block, "schedule", timing.schedule(), "");
        block.put("zone", timing.zone());
        put(block, "gap", timing.gap(), usual.gap());
        put(block, "overlap", timing.overlap(), usual.overlap());
        block.put("start", timing.start().map(LocalDateTime::toString));
        block.put("end", timing.end().map(LocalDateTime::toString));
        block.put("calendar", timing.calendar());
        put(block, "free-days", timing.freeDays(), usual.freeDays());
        put(block, "jitter", timing.jitter(), usual.jitter());
        if (!timing.catchUp().equals(usual.catchUp())) {
            block.put(CATCH_UP, block(timing.catchUp()));
        }
    }

    private static Map<String, Object> block(Timing.CatchUp catchUp) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("policy", catchUp.policy());
        block.put("window", catchUp.window().map(Duration::toString));
        put(block, "most", catchUp.most(), 1);
        return block;
    }

    private static Map<String, Object> block(After after) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put(TASKS, after.tasks());
        put(block, "condition", after.condition(), After.Condition.SUCCESS);
        put(block, "join", after.join(), After.Join.ALL);
        return block;
    }

    private static void putRunning(Map<String, Object> block, Running running) {
        put(block, "lock", running.lock(), Running.USUAL.lock());
        put(block, "when-busy", running.whenBusy(), Running.USUAL.whenBusy());
        put(block, "priority", running.priority(), 0);
        block.put("key", running.key());
        put(block, "labels", running.labels(), List.of());
        put(block, "at-most-once", running.atMostOnce(), false);
    }

    private static Map<String, Object> block(Retry retry) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("most", retry.most());
        block.put("delay", retry.delay().toString());
        put(block, "backoff", retry.backoff(), Retry.Backoff.FIXED);
        put(block, "longest", retry.longest(), Duration.ZERO);
        return block;
    }

    private static <T> void put(Map<String, Object> block, String key, T value, T usual) {
        if (!value.equals(usual)) {
            block.put(key, value instanceof Duration ? value.toString() : value);
        }
    }

    static List<Told> read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(OTHERS);
        return whole.children(TASKS).stream()
                .map(block -> new Told(definition(block), block.where()))
                .toList();
    }

    private static TaskDefinition definition(Definition block) {
        block.rejectUnknown(
                "name",
                "description",
                "tags",
                "owner",
                "executor",
                PARAMETERS,
                "schedule",
                "zone",
                "gap",
                "overlap",
                "start",
                "end",
                "calendar",
                "free-days",
                "jitter",
                CATCH_UP,
                AFTER,
                "lock",
                "when-busy",
                "priority",
                "key",
                "labels",
                "at-most-once",
                RETRY,
                "active");
        return new TaskDefinition(
                block.text("name"),
                block.optionalText("description").orElse(""),
                block.list("tags"),
                block.optionalText("owner").orElse(""),
                block.text("executor"),
                parameters(block.optionalChild(PARAMETERS)),
                timing(block),
                block.optionalChild(AFTER).map(TaskText::after),
                running(block),
                block.optionalChild(RETRY).map(TaskText::retry).orElse(Retry.NONE),
                block.flag("active", true));
    }

    private static Map<String, String> parameters(Optional<Definition> block) {
        Map<String, String> parameters = new TreeMap<>();
        block.ifPresent(given -> given.keys().forEach(name -> parameters.put(name, given.text(name))));
        return parameters;
    }

    private static Timing timing(Definition block) {
        Timing usual = Timing.never(block.text("zone"));
        return new Timing(
                block.optionalText("schedule").orElse(""),
                usual.zone(),
                block.optionalChoice("gap", Timing.Gap.class).orElse(usual.gap()),
                block.optionalChoice("overlap", Timing.Overlap.class).orElse(usual.overlap()),
                parsed(block, "start", LocalDateTime::parse, "2026-05-31T06:30"),
                parsed(block, "end", LocalDateTime::parse, "2026-05-31T06:30"),
                block.optionalText("calendar"),
                block.optionalChoice("free-days", Timing.FreeDays.class).orElse(usual.freeDays()),
                duration(block, "jitter").orElse(usual.jitter()),
                block.optionalChild(CATCH_UP).map(TaskText::catchUp).orElse(usual.catchUp()));
    }

    private static Timing.CatchUp catchUp(Definition block) {
        block.rejectUnknown("policy", "window", "most");
        return new Timing.CatchUp(
                block.choice("policy", Timing.CatchUp.Policy.class),
                duration(block, "window"),
                block.optionalInteger("most").orElse(1));
    }

    private static After after(Definition block) {
        block.rejectUnknown(TASKS, "condition", "join");
        return new After(
                block.list(TASKS),
                block.optionalChoice("condition", After.Condition.class).orElse(After.Condition.SUCCESS),
                block.optionalChoice("join", After.Join.class).orElse(After.Join.ALL));
    }

    private static Running running(Definition block) {
        Running usual = Running.USUAL;
        return new Running(
                duration(block, "lock").orElse(usual.lock()),
                block.optionalChoice("when-busy", Running.WhenBusy.class).orElse(usual.whenBusy()),
                block.optionalInteger("priority").orElse(usual.priority()),
                block.optionalText("key"),
                block.list("labels"),
                block.flag("at-most-once", usual.atMostOnce()));
    }

    private static Retry retry(Definition block) {
        block.rejectUnknown("most", "delay", "backoff", "longest");
        return new Retry(
                block.integer("most"),
                duration(block, "delay").orElse(Duration.ZERO),
                block.optionalChoice("backoff", Retry.Backoff.class).orElse(Retry.Backoff.FIXED),
                duration(block, "longest").orElse(Duration.ZERO));
    }

    private static Optional<Duration> duration(Definition block, String key) {
        return parsed(block, key, Duration::parse, "PT5M");
    }

    private static <T> Optional<T> parsed(Definition block, String key, Function<String, T> reader, String expected) {
        Optional<String> found = block.optionalText(key);
        try {
            return found.map(reader);
        } catch (DateTimeException e) {
            throw block.problem(key, TaskProblems.message("value", key))
                    .found(found.orElseThrow())
                    .expected(expected)
                    .exception(e);
        }
    }
}
