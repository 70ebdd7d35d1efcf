package org.tickmark.console.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.console.commands.choice.Choices;

/** {@code task}, as far as it is about definitions: listing, showing, adding, changing, removing, and what tasks can do. */
final class TaskCommands {
    static final ValueKind TASK = ValueKind.record("task");

    private static final int USUAL_LIMIT = 1000;
    private static final List<Column> TASKS = List.of(
            Column.text("name"),
            Column.message("state"),
            Column.text("schedule"),
            Column.instant("next"),
            Column.message("last"),
            Column.text("took"),
            Column.integer("failures"),
            Column.list("tags"));
    private static final List<Column> REVISIONS =
            List.of(Column.integer("number"), Column.text("by"), Column.instant("at"));
    private static final List<Column> EXECUTORS =
            List.of(Column.text("name"), Column.text("bundle"), Column.message("summary"), Column.list("parameters"));
    private static final List<Column> PARAMETERS = List.of(
            Column.text("name"),
            Column.text("type"),
            Column.list("words"),
            Column.flag("required"),
            Column.text("default"),
            Column.message("help"));

    private final TaskServices services;
    private final Tasks tasks;

    private TaskCommands(TaskServices services) {
        this.services = services;
        this.tasks = services.tasks();
    }

    static List<Command> of(TaskServices services) {
        TaskCommands commands = new TaskCommands(services);
        return List.of(
                commands.list(),
                commands.show(),
                commands.add(),
                commands.edit(),
                commands.delete(),
                commands.revisions(),
                commands.executors());
    }

    // ---------------------------------------------------------------- list, show

    private Command list() {
        return Command.named("task", "list", Permission.TASK_READ)
                .option("state", "task.state", ValueKind.choice("failing", "late", "off", "waiting", "paused", "on"))
                .option("last", "task.last", lastStates())
                .option("tag", "task.with-tag", ValueKind.TEXT)
                .option("executor", "task.with-executor", ValueKind.TEXT)
                .option("holding", "holding", ValueKind.TEXT)
                .option("limit", "limit", ValueKind.INTEGER)
                .option("after", "after", ValueKind.TEXT)
                .columns(TASKS)
                .example("task list")
                .example("task list -s failing")
                .example("task list --last never")
                .example("task list --tag month-end -o json")
                .does(this::list);
    }

    /** How a last run can have ended; {@code never} where there was none. */
    private static ValueKind lastStates() {
        return ValueKind.choice(Stream.concat(
                        Stream.of("never"),
                        Stream.of(RunState.values())
                                .filter(state -> state.isFinal() && !state.isDropped())
                                .map(Choices::id))
                .toArray(String[]::new));
    }

    private CommandResult list(CommandCall call) {
        int limit = RecordCommands.limit(call, USUAL_LIMIT);
        RecordQuery query = new RecordQuery(
                        Map.of(), limit, call.option("after").orElse(""))
                .holding(call.option("holding").orElse(""));
        query = narrowed(query, "state", call.option("state"));
        query = narrowed(query, "last", call.option("last"));
        query = narrowed(query, "tags", call.option("tag"));
        query = narrowed(query, "executor", call.option("executor"));
        List<Map<String, Object>> rows = Rows.of(services.taskRecords().list(call.caller(), query));
        rows.forEach(row -> row.put("sentence", sentence(row, call.caller().locale())));
        List<Map<String, Object>> documents = Rows.documents(rows);
        rows.forEach(TaskCommands::forPeople);
        CommandResult result = CommandResult.of(Rows.table(TASKS, rows), documents);
        return held(
                call,
                rows.size() < limit
                        ? result
                        : result.summary(Texts.text(
                                "record.more",
                                limit,
                                String.valueOf(rows.get(limit - 1).get("name")))));
    }

    private static RecordQuery narrowed(RecordQuery query, String column, Optional<String> value) {
        return value.map(given -> query.where(column, given)).orElse(query);
    }

    /** When it runs, in words. */
    private static String sentence(Map<String, Object> row, Locale locale) {
        String times = ScheduleWords.of(Objects.toString(row.get("schedule"), ""), locale);
        List<String> follows =
                Rows.list(row, "follows").stream().map(String::valueOf).toList();
        if (follows.isEmpty()) {
            return times;
        }
        String after = Texts.text("task.after", String.join(", ", follows)).text(locale);
        return times.isEmpty() ? after : times + "; " + after;
    }

    private static void forPeople(Map<String, Object> row) {
        row.put("schedule", row.get("sentence"));
        if (row.get("took_ms") instanceof Number took) {
            row.put("took", Spans.text(Duration.ofMillis(took.longValue())));
        }
    }

    /** Tells that all starts are held: whoever looks why nothing runs must see it. */
    private CommandResult held(CommandCall call, CommandResult result) {
        return tasks.held(call.caller())
                .map(reason -> result.problems(List.of(Problem.warning("task.held", Texts.text("task.held", reason))
                        .advice(Texts.text("task.held.advice"))
                        .build())))
                .orElse(result);
    }

    private Command show() {
        return Command.named("task", "show", Permission.TASK_READ)
                .argument("NAME", "task", TASK)
                .example("task show nightly-import")
                .does(this::show);
    }

    private CommandResult show(CommandCall call) {
        Task task = services.task(call);
        TaskDefinition definition = task.definition();
        Details details = new Details(call.caller().locale())
                .add("name", definition.name())
                .add("description", definition.description())
                .add("tags", definition.tags())
                .add("owner", definition.owner())
                .add("active", definition.active())
                .add("executor", definition.executor())
                .add("parameters", definition.parameters());
        timing(details, definition.timing(), call.caller().locale());
        after(details, definition.after());
        running(details, definition.running());
        retry(details, definition.retry());
        standing(details, task, call);
        return held(call, details.result());
    }

    private static void timing(Details details, Timing timing, Locale locale) {
        details.add("schedule", timing.schedule())
                .add("sentence", ScheduleWords.of(timing.schedule(), locale))
                .add("zone", timing.zone())
                .choice("gap", timing.gap())
                .choice("overlap", timing.overlap())
                .add("start", timing.start().map(Object::toString))
                .add("end", timing.end().map(Object::toString))
                .add("calendar", timing.calendar())
                .choice("free_days", timing.freeDays())
                .add("jitter", timing.jitter().toString())
                .choice("catch_up", timing.catchUp().policy())
                .add("catch_up_window", timing.catchUp().window().map(Duration::toString))
                .add("catch_up_most", (long) timing.catchUp().most());
    }

    private static void after(Details details, Optional<After> after) {
        details.add("follows", after.map(After::tasks).orElse(List.of()));
        after.ifPresent(edge -> details.choice("on", edge.condition()).choice("join", edge.join()));
    }

    private static void running(Details details, Running running) {
        details.add("lock", running.lock().toString())
                .choice("when_busy", running.whenBusy())
                .add("priority", (long) running.priority())
                .add("key", running.key())
                .add("labels", running.labels())
                .add("at_most_once", running.atMostOnce());
    }

    private static void retry(Details details, Retry retry) {
        details.add("retries", (long) retry.most());
        if (retry.most() > 0) {
            details.add("retry_delay", retry.delay().toString())
                    .choice("backoff", retry.backoff())
                    .add("longest_delay", retry.longest().toString());
        }
    }

    private void standing(Details details, Task task, CommandCall call) {
        ZoneId zone = services.zone(task);
        details.add("revision", (long) task.revision())
                .moment("next", task.next(), zone)
                .add("last_run", task.last().map(Run::id))
                .moment("last_success", task.lastSuccess(), zone)
                .add("failures", (long) task.failures())
                .add("under_way", task.underWay());
        task.last().ifPresent(run -> details.choice("last", run.state()).add("summary", run.summary()));
        task.pause().ifPresent(pause -> details.add("paused_by", pause.by())
                .moment("paused_until", pause.until(), zone)
                .add("pause_reason", pause.reason()));
        details.add("waiting", task.waiting().map(why -> why.text(call.caller().locale())));
    }

    // ---------------------------------------------------------------- add, edit, delete

    private Command add() {
        return TaskParts.options(
                        Command.named("task", "add", Permission.TASK_EDIT).argument("NAME", "task.new", ValueKind.TEXT))
                .flag("dry-run", "dry-run")
                .example(
                        "task add nightly-import --executor import --schedule \"weekdays at 06:00\" --zone Europe/Oslo")
                .example("task add reconcile-all --executor reconcile --after nightly-import --lock 30m")
                .example("task add month-end --executor import-and-reconcile --schedule \"0 6 1 * *\" -p units=100,200"
                        + " --retries 3")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String name = call.argument("NAME");
        if (tasks.task(call.caller(), name).isPresent()) {
            throw Texts.problem("task.exists", name)
                    .advice(Texts.text("task.exists.advice", name))
                    .exception();
        }
        if (call.option("executor").isEmpty()) {
            throw Texts.problem("usage.executor")
                    .expected("--executor " + String.join(" | ", executorNames(call)))
                    .exception();
        }
        TaskDefinition plain = new TaskDefinition(
                name,
                "",
                List.of(),
                call.caller().identity(),
                "",
                Map.of(),
                Timing.never(services.clock().getZone().getId()),
                Optional.empty(),
                Running.USUAL,
                Retry.NONE,
                true);
        return saved(call, TaskParts.of(call).over(plain), "task.added");
    }

    private List<String> executorNames(CommandCall call) {
        return tasks.executors(call.caller()).stream().map(Tasks.Executor::name).toList();
    }

    private Command edit() {
        return TaskParts.options(Command.named("task", "edit", Permission.TASK_EDIT)
                        .argument("NAME", "task", TASK)
                        .argument("PART", "task.assignment", ValueKind.TEXT, Cardinality.ANY))
                .flag("dry-run", "dry-run")
                .example("task edit nightly-import schedule=\"weekdays at 05:30\" lock=30m")
                .example("task edit nightly-import -p units= --retries 3 --retry-delay 10m --backoff doubling")
                .example("task edit reconcile-all --after \"\" --dry-run")
                .does(call -> saved(
                        call,
                        TaskParts.of(call, call.arguments("PART"))
                                .over(services.task(call).definition()),
                        "task.changed"));
    }

    private CommandResult saved(CommandCall call, TaskDefinition definition, String done) {
        boolean dryRun = call.flag("dry-run");
        List<Problem> warnings = tasks.save(call.caller(), definition, dryRun);
        if (dryRun) {
            return TaskTimes.firings(tasks.preview(
                            call.caller(), definition.timing(), services.clock().instant(), TaskTimes.USUAL_NUMBER))
                    .summary(Texts.text("task.would-save", definition.name()))
                    .problems(warnings);
        }
        Optional<Instant> next = tasks.task(call.caller(), definition.name()).flatMap(Task::next);
        CommandResult result =
                CommandResult.done(next.map(at -> Texts.text(done + ".next", definition.name(), shown(at, definition)))
                        .orElseGet(() -> Texts.text(done, definition.name())));
        return result.problems(warnings);
    }

    private String shown(Instant at, TaskDefinition definition) {
        return TaskTimes.shown(
                at, MomentInput.zone(definition.name(), definition.timing().zone()));
    }

    private Command delete() {
        return Command.named("task", "delete", Permission.TASK_DELETE)
                .argument("NAME", "task", TASK)
                .example("task delete nightly-import")
                .does(call -> {
                    String name = services.task(call).definition().name();
                    if (!call.confirm(Texts.text("task.delete.ask", name))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    tasks.remove(call.caller(), name);
                    return CommandResult.done(Texts.text("task.deleted", name));
                });
    }

    // ---------------------------------------------------------------- revisions, executors

    private Command revisions() {
        return Command.named("task", "revisions", Permission.TASK_READ)
                .argument("NAME", "task", TASK)
                .argument("NUMBER", "task.revision", ValueKind.INTEGER, Cardinality.OPTIONAL)
                .columns(REVISIONS)
                .example("task revisions nightly-import")
                .example("task revisions nightly-import 3")
                .does(this::revisions);
    }

    private CommandResult revisions(CommandCall call) {
        String name = call.argument("NAME");
        List<Tasks.Revision> revisions = tasks.revisions(call.caller(), name);
        Optional<Long> asked =
                call.arguments("NUMBER").stream().map(Long::valueOf).findFirst();
        if (asked.isPresent()) {
            return revisions.stream()
                    .filter(revision -> revision.number() == asked.get())
                    .map(revision -> CommandResult.of(revision.text()))
                    .findFirst()
                    .orElseThrow(() -> Texts.problem("task.revision-unknown", name, asked.get())
                            .advice(Texts.text("task.revision-unknown.advice", name))
                            .exception());
        }
        Table.Builder table = Table.under(REVISIONS);
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Tasks.Revision revision : revisions) {
            table.row((long) revision.number(), revision.by(), revision.at());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("number", (long) revision.number());
            document.put("by", revision.by());
            document.put("at", revision.at().toString());
            document.put("text", revision.text());
            documents.add(document);
        }
        return CommandResult.of(table.build(), documents);
    }

    private Command executors() {
        return Command.named("task", "executors", Permission.TASK_READ)
                .argument("NAME", "executor", ValueKind.TEXT, Cardinality.OPTIONAL)
                .columns(EXECUTORS)
                .example("task executors")
                .example("task executors import")
                .does(this::executors);
    }

    private CommandResult executors(CommandCall call) {
        List<Tasks.Executor> executors = tasks.executors(call.caller());
        Optional<String> asked = call.arguments("NAME").stream().findFirst();
        if (asked.isPresent()) {
            return executors.stream()
                    .filter(executor -> executor.name().equals(asked.get()))
                    .map(executor -> CommandResult.of(parameters(executor)))
                    .findFirst()
                    .orElseThrow(() -> Texts.problem("task.executor-unknown", asked.get())
                            .expected(String.join(", ", executorNames(call)))
                            .exception());
        }
        Table.Builder table = Table.under(EXECUTORS);
        for (Tasks.Executor executor : executors) {
            List<String> parameters = executor.parameters().stream()
                    .map(parameter -> parameter.name()
                            + parameter.defaultValue().map(value -> "=" + value).orElse(""))
                    .toList();
            table.row(executor.name(), executor.bundle(), executor.summary(), parameters);
        }
        return CommandResult.of(table.build());
    }

    private static Table parameters(Tasks.Executor executor) {
        Table.Builder table = Table.under(PARAMETERS);
        for (TaskParameter parameter : executor.parameters()) {
            table.row(
                    parameter.name(),
                    Choices.id(parameter.type()),
                    parameter.words(),
                    parameter.defaultValue().isEmpty(),
                    parameter.defaultValue().orElse(null),
                    parameter.help());
        }
        return table.build();
    }
}
