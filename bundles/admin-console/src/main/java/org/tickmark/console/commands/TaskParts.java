package org.tickmark.console.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.console.engine.Values;

/**
 * The parts of a task's definition as a command line gives them: as options, {@code --lock 30m}, or, after all options of the same
 * name, as assignments, {@code lock=30m}. What is not given stays as it is; the empty text takes away what may be absent.
 */
final class TaskParts {
    private static final ValueKind TASK = ValueKind.record("task");
    private static final ValueKind YES_NO = ValueKind.choice("yes", "no");
    private static final String PARAMETER = "parameter";
    private static final String AFTER = "after";
    private static final String TAG = "tag";
    private static final String LABEL = "label";

    private static final List<Part> PARTS = List.of(
            Part.one("description", ValueKind.TEXT),
            Part.several(TAG, ValueKind.TEXT),
            Part.one("owner", ValueKind.TEXT),
            Part.one("executor", ValueKind.TEXT),
            Part.several(PARAMETER, ValueKind.TEXT),
            Part.one("schedule", ValueKind.TEXT),
            Part.one("zone", ValueKind.TEXT),
            Part.one("gap", words(Timing.Gap.values())),
            Part.one("overlap", words(Timing.Overlap.values())),
            Part.one("start", ValueKind.TEXT),
            Part.one("end", ValueKind.TEXT),
            Part.one("calendar", ValueKind.TEXT),
            Part.one("free-days", words(Timing.FreeDays.values())),
            Part.one("jitter", ValueKind.DURATION),
            Part.one("catch-up", words(Timing.CatchUp.Policy.values())),
            Part.one("catch-up-window", ValueKind.TEXT),
            Part.one("catch-up-most", ValueKind.INTEGER),
            Part.several(AFTER, TASK),
            Part.one("on", words(After.Condition.values())),
            Part.one("join", words(After.Join.values())),
            Part.one("lock", ValueKind.DURATION),
            Part.one("when-busy", words(Running.WhenBusy.values())),
            Part.one("priority", ValueKind.INTEGER),
            Part.one("key", ValueKind.TEXT),
            Part.several(LABEL, ValueKind.TEXT),
            Part.one("at-most-once", YES_NO),
            Part.one("retries", ValueKind.INTEGER),
            Part.one("retry-delay", ValueKind.DURATION),
            Part.one("backoff", words(Retry.Backoff.values())),
            Part.one("longest-delay", ValueKind.DURATION),
            Part.one("active", YES_NO));

    private final CommandCall call;
    private final Map<String, List<String>> assigned;

    private TaskParts(CommandCall call, Map<String, List<String>> assigned) {
        this.call = call;
        this.assigned = assigned;
    }

    /**
     * A part.
     *
     * @param several whether it may be given several times
     */
    private record Part(String name, ValueKind kind, boolean several) {
        static Part one(String name, ValueKind kind) {
            return new Part(name, kind, false);
        }

        static Part several(String name, ValueKind kind) {
            return new Part(name, kind, true);
        }
    }

    private static ValueKind words(Enum<?>[] constants) {
        return ValueKind.choice(Arrays.stream(constants).map(Choices::id).toArray(String[]::new));
    }

    /** Declares an option for each part. */
    static Command.Declaration options(Command.Declaration declaration) {
        for (Part part : PARTS) {
            if (part.several()) {
                declaration.repeatable(part.name(), "task." + part.name(), part.kind());
            } else {
                declaration.option(part.name(), "task." + part.name(), part.kind());
            }
        }
        return declaration;
    }

    /** The parts given as options. */
    static TaskParts of(CommandCall call) {
        return new TaskParts(call, Map.of());
    }

    /** The parts given as options and as assignments; of a part that takes several, the values are separated by commas. */
    static TaskParts of(CommandCall call, List<String> assignments) {
        Map<String, List<String>> assigned = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = assignment.substring(0, Math.max(equals, 0));
            Part part = PARTS.stream()
                    .filter(one -> one.name().equals(name) && !name.equals(PARAMETER))
                    .findFirst()
                    .orElseThrow(() -> Texts.problem("usage.task-part")
                            .found(assignment)
                            .expected(String.join("=, ", partNames()) + "=")
                            .advice(Texts.text("usage.task-part.advice"))
                            .exception());
            String value = assignment.substring(equals + 1);
            List<String> values = part.several() ? List.of(value.split(",", -1)) : List.of(value);
            assigned.put(
                    name,
                    values.stream()
                            .map(one -> Values.checked(
                                    name, part.kind(), one, call.caller().locale()))
                            .toList());
        }
        return new TaskParts(call, assigned);
    }

    private static List<String> partNames() {
        return PARTS.stream()
                .map(Part::name)
                .filter(name -> !name.equals(PARAMETER))
                .toList();
    }

    /** A definition with what is given otherwise. */
    TaskDefinition over(TaskDefinition definition) {
        return new TaskDefinition(
                definition.name(),
                text("description", definition.description()),
                several(TAG, definition.tags()),
                text("owner", definition.owner()),
                text("executor", definition.executor()),
                FormatOptions.over(definition.parameters(), call, PARAMETER),
                timing(definition.timing()),
                after(definition.after()),
                running(definition.running()),
                retry(definition.retry()),
                yes("active", definition.active()));
    }

    private Timing timing(Timing timing) {
        return new Timing(
                text("schedule", timing.schedule()),
                text("zone", timing.zone()),
                choice("gap", timing.gap()),
                choice("overlap", timing.overlap()),
                perhaps("start", timing.start(), text -> TimeInput.local("start", text)),
                perhaps("end", timing.end(), text -> TimeInput.local("end", text)),
                perhaps("calendar", timing.calendar(), Function.identity()),
                choice("free-days", timing.freeDays()),
                duration("jitter", timing.jitter()),
                catchUp(timing.catchUp()));
    }

    private Timing.CatchUp catchUp(Timing.CatchUp catchUp) {
        return new Timing.CatchUp(
                choice("catch-up", catchUp.policy()),
                perhaps("catch-up-window", catchUp.window(), this::span),
                integer("catch-up-most", catchUp.most()));
    }

    private Duration span(String given) {
        return Duration.parse(Values.checked(
                "catch-up-window", ValueKind.DURATION, given, call.caller().locale()));
    }

    private Optional<After> after(Optional<After> after) {
        List<String> tasks = several(AFTER, after.map(After::tasks).orElse(List.of()));
        After.Condition condition = choice("on", after.map(After::condition).orElse(After.Condition.SUCCESS));
        After.Join join = choice("join", after.map(After::join).orElse(After.Join.ALL));
        return tasks.isEmpty() ? Optional.empty() : Optional.of(new After(tasks, condition, join));
    }

    private Running running(Running running) {
        return new Running(
                duration("lock", running.lock()),
                choice("when-busy", running.whenBusy()),
                integer("priority", running.priority()),
                perhaps("key", running.key(), Function.identity()),
                several(LABEL, running.labels()),
                yes("at-most-once", running.atMostOnce()));
    }

    /** Retries without a delay of their own wait a minute, and double it up to an hour where it grows. */
    private Retry retry(Retry retry) {
        Retry base = retry.equals(Retry.NONE)
                ? new Retry(0, Duration.ofMinutes(1), Retry.Backoff.FIXED, Duration.ofHours(1))
                : retry;
        Retry changed = new Retry(
                integer("retries", base.most()),
                duration("retry-delay", base.delay()),
                choice("backoff", base.backoff()),
                duration("longest-delay", base.longest()));
        if (changed.most() == 0 && given("retry-delay").isPresent()) {
            throw Texts.problem("usage.retries")
                    .advice(Texts.text("usage.retries.advice"))
                    .exception();
        }
        return changed.most() == 0 ? Retry.NONE : changed;
    }

    // ---------------------------------------------------------------- values

    private Optional<String> given(String name) {
        return Optional.ofNullable(assigned.get(name))
                .map(values -> values.get(0))
                .or(() -> call.option(name));
    }

    private String text(String name, String present) {
        return given(name).orElse(present);
    }

    private boolean yes(String name, boolean present) {
        return given(name).map("yes"::equals).orElse(present);
    }

    private Duration duration(String name, Duration present) {
        return given(name).map(Duration::parse).orElse(present);
    }

    private int integer(String name, int present) {
        return given(name)
                .map(Long::valueOf)
                .map(number -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number)))
                .orElse(present);
    }

    private <T> Optional<T> perhaps(String name, Optional<T> present, Function<String, T> reader) {
        Optional<String> given = given(name);
        return given.isEmpty() ? present : given.filter(text -> !text.isEmpty()).map(reader);
    }

    /** The values given, without empty ones: a single empty one takes all away. */
    private List<String> several(String name, List<String> present) {
        List<String> values = new ArrayList<>(assigned.getOrDefault(name, call.options(name)));
        if (values.isEmpty()) {
            return present;
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private <E extends Enum<E>> E choice(String name, E present) {
        return given(name)
                .map(word -> Enum.valueOf(
                        present.getDeclaringClass(),
                        word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(present);
    }
}
