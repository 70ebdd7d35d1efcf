package org.tickmark.console.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code run}: what ran, or did not, and why. */
final class RunCommands {
    private static final int USUAL_LIMIT = 100;
    private static final String USUAL_SPAN = "30d";
    private static final List<Column> RUNS = List.of(
            Column.integer("id"),
            Column.text("task"),
            Column.message("state"),
            Column.message("cause"),
            Column.instant("nominal"),
            Column.text("took"),
            Column.integer("attempt"),
            Column.text("summary"));
    private static final List<Column> RELATED = List.of(
            Column.integer("id"),
            Column.text("task"),
            Column.message("cause"),
            Column.integer("parent"),
            Column.integer("attempt"),
            Column.message("state"),
            Column.instant("started_at"),
            Column.instant("ended_at"),
            Column.text("took"),
            Column.text("summary"));
    private static final List<Column> USUAL_RUNS =
            Stream.concat(RUNS.stream(), Stream.of(Column.text("usual"))).toList();

    private final TaskServices services;
    private final Runs runs;

    private RunCommands(TaskServices services) {
        this.services = services;
        this.runs = services.runs();
    }

    static List<Command> of(TaskServices services) {
        RunCommands commands = new RunCommands(services);
        return List.of(
                commands.list(),
                commands.show(),
                commands.related(),
                commands.cancel(),
                commands.retry(),
                commands.stats());
    }

    // ---------------------------------------------------------------- list

    private Command list() {
        String[] states = Arrays.stream(RunState.values()).map(Choices::id).toArray(String[]::new);
        return Command.named("run", "list", Permission.TASK_READ)
                .option("task", "task", TaskCommands.TASK)
                .option("state", "run.state", ValueKind.choice(states))
                .option("outcome", "run.outcome", ValueKind.choice("under-way", "succeeded", "failed", "not-run"))
                .option("holding", "holding", ValueKind.TEXT)
                .flag("usual", "run.usual")
                .option("since", "run.since", ValueKind.TEXT)
                .option("limit", "run.limit", ValueKind.INTEGER)
                .option("after", "after", ValueKind.TEXT)
                .columns(RUNS)
                .example("run list")
                .example("run list -t nightly-import --since 7d -s failed")
                .example("run list --outcome not-run --usual")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        int limit = RecordCommands.limit(call, USUAL_LIMIT);
        RecordQuery query = new RecordQuery(
                        conditions(call), limit, call.option("after").orElse(""))
                .holding(call.option("holding").orElse(""));
        List<Map<String, Object>> page = Rows.of(services.runRecords().list(call.caller(), query));
        Optional<Instant> since =
                services.moment(call, "since", services.clock().getZone(), TimeInput.Direction.BACK);
        List<Map<String, Object>> rows = new ArrayList<>(page);
        since.ifPresent(from -> rows.removeIf(row -> isBefore(row, from)));
        if (call.flag("usual")) {
            addUsual(call, rows);
        }
        List<Map<String, Object>> documents = Rows.documents(rows);
        rows.forEach(RunCommands::forPeople);
        CommandResult result = CommandResult.of(Rows.table(call.flag("usual") ? USUAL_RUNS : RUNS, rows), documents);
        return rows.size() < limit
                ? result
                : result.summary(Texts.text(
                        "record.more", limit, String.valueOf(rows.get(limit - 1).get("id"))));
    }

    private static Map<String, String> conditions(CommandCall call) {
        Map<String, String> conditions = new LinkedHashMap<>();
        call.option("task").ifPresent(task -> conditions.put("task", task));
        call.option("state").ifPresent(state -> conditions.put("state", state));
        call.option("outcome").ifPresent(outcome -> conditions.put("outcome", outcome));
        return conditions;
    }

    /** Rows come the newest first, so what is too old lies at the end. */
    private static boolean isBefore(Map<String, Object> row, Instant from) {
        return row.get("nominal") instanceof Instant nominal && nominal.isBefore(from);
    }

    /** How long the latest runs of each task took. */
    private void addUsual(CommandCall call, List<Map<String, Object>> rows) {
        List<String> tasks = rows.stream()
                .map(row -> String.valueOf(row.get("task")))
                .distinct()
                .toList();
        Map<String, Duration> usual = runs.usual(call.caller(), tasks);
        for (Map<String, Object> row : rows) {
            Duration took = usual.get(String.valueOf(row.get("task")));
            row.put("usual_ms", took == null ? null : took.toMillis());
        }
    }

    private static void forPeople(Map<String, Object> row) {
        if (row.get("took_ms") instanceof Number took) {
            row.put("took", Spans.text(Duration.ofMillis(took.longValue())));
        }
        if (row.get("usual_ms") instanceof Number usual) {
            row.put("usual", Spans.text(Duration.ofMillis(usual.longValue())));
        }
        long times = Rows.number(row, "times");
        if (times > 1) {
            row.put("summary", times + " × " + row.get("summary"));
        }
    }

    // ---------------------------------------------------------------- show

    private Command show() {
        return Command.named("run", "show", Permission.TASK_READ)
                .argument("ID", "run.id", ValueKind.INTEGER)
                .example("run show 811")
                .does(call -> shown(services.run(call), call, services.clock().getZone()));
    }

    /** All about a run. */
    static CommandResult shown(Run run, CommandCall call, ZoneId zone) {
        Details details = new Details(call.caller().locale())
                .add("id", run.id())
                .add("task", run.task())
                .add("revision", (long) run.revision())
                .choice("cause", run.cause())
                .add("started_by", run.startedBy().isEmpty() ? null : run.startedBy())
                .add("occurrence", run.occurrence())
                .moment("nominal", Optional.of(run.nominal()), zone);
        if (run.times() > 1) {
            details.moment("nominal_end", Optional.of(run.nominalEnd()), zone).add("times", run.times());
        }
        details.add("attempt", (long) run.attempt())
                .add("parent", run.parent() == 0 ? null : run.parent())
                .choice("state", run.state())
                .add(
                        "not_before",
                        run.state() == RunState.WAITING ? run.notBefore().toString() : null)
                .add("node", run.node())
                .moment("started_at", run.startedAt(), zone)
                .moment("ended_at", run.endedAt(), zone)
                .add("took", took(run).map(Spans::text))
                .moment("deadline", run.deadline(), zone)
                .add("sent", run.sent())
                .add("received", run.received())
                .add("progress", run.progress())
                .add("summary", run.summary())
                .add("data", run.data());
        return details.result();
    }

    private static Optional<Duration> took(Run run) {
        return run.startedAt().flatMap(start -> run.endedAt().map(end -> Duration.between(start, end)));
    }

    /** How a run ended, in one line. */
    static Message sentence(Run run) {
        return Texts.text(
                "run.ended",
                run.id(),
                Choices.text(run.state()),
                took(run).map(Spans::text).orElse("-"),
                run.summary());
    }

    /** The exit code that tells how a run ended. */
    static ExitCode exitCode(RunState state) {
        return switch (state) {
            case SUCCEEDED -> ExitCode.OK;
            case TIMED_OUT -> ExitCode.TIMEOUT;
            case CANCELLED -> ExitCode.INTERRUPTED;
            default -> ExitCode.FAILURE;
        };
    }

    // ---------------------------------------------------------------- related

    private Command related() {
        return Command.named("run", "related", Permission.TASK_READ)
                .argument("ID", "run.id", ValueKind.INTEGER)
                .columns(RELATED)
                .example("run related 811")
                .does(call -> related(call, services.run(call)));
    }

    private CommandResult related(CommandCall call, Run run) {
        Table.Builder table = Table.under(RELATED);
        for (Run each : runs.together(call.caller(), run.id())) {
            table.row(
                    each.id(),
                    each.task(),
                    Choices.text(each.cause()),
                    each.parent() == 0 ? null : each.parent(),
                    (long) each.attempt(),
                    Choices.text(each.state()),
                    each.startedAt().orElse(null),
                    each.endedAt().orElse(null),
                    took(each).map(Spans::text).orElse(null),
                    each.summary());
        }
        return CommandResult.of(table.build());
    }

    // ---------------------------------------------------------------- cancel, retry

    private Command cancel() {
        return Command.named("run", "cancel", Permission.TASK_RUN)
                .argument("ID", "run.id", ValueKind.INTEGER)
                .option("reason", "task.reason", ValueKind.TEXT)
                .example("run cancel 811 --reason \"wrong file\"")
                .does(call -> {
                    Run run = services.run(call);
                    if (run.state().isFinal()) {
                        throw Texts.problem("run.over", run.id(), Choices.text(run.state()))
                                .exception();
                    }
                    runs.cancel(call.caller(), run.id(), call.option("reason").orElse(""));
                    return CommandResult.done(Texts.text("run.cancelled", run.id(), run.task()));
                });
    }

    private Command retry() {
        return Command.named("run", "retry", Permission.TASK_RUN)
                .argument("ID", "run.id", ValueKind.INTEGER)
                .example("run retry 811")
                .does(call -> {
                    Run run = services.run(call);
                    long next = runs.retry(call.caller(), run.id());
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("run", next);
                    document.put("task", run.task());
                    return CommandResult.of(String.valueOf(next), document)
                            .summary(Texts.text("task.run.started", run.task(), next));
                });
    }

    // ---------------------------------------------------------------- stats

    private Command stats() {
        return Command.named("run", "stats", Permission.TASK_READ)
                .argument("TASK", "task", TaskCommands.TASK)
                .option("since", "run.stats-since", ValueKind.TEXT)
                .example("run stats nightly-import")
                .example("run stats nightly-import --since 7d -o json")
                .does(this::stats);
    }

    private CommandResult stats(CommandCall call) {
        String task =
                services.task(call.caller(), call.argument("TASK")).definition().name();
        ZoneId zone = services.clock().getZone();
        Instant since = services.times(zone)
                .moment("--since", call.option("since").orElse(USUAL_SPAN), TimeInput.Direction.BACK);
        Runs.Statistics figures = runs.statistics(call.caller(), task, since);
        Details details = new Details(call.caller().locale())
                .add("task", task)
                .moment("since", Optional.of(since), zone)
                .add("succeeded", figures.succeeded())
                .add("failed", figures.failed())
                .add("dropped", figures.dropped());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("task", task);
        document.put("since", since.toString());
        document.put("succeeded", figures.succeeded());
        document.put("failed", figures.failed());
        document.put("dropped", figures.dropped());
        document.put("median_ms", figures.median().toMillis());
        document.put("p95_ms", figures.slowest().toMillis());
        document.put("late_p95_ms", figures.late().toMillis());
        String text = details.add("median", Spans.text(figures.median()))
                .add("p95", Spans.text(figures.slowest()))
                .add("late_p95", Spans.text(figures.late()))
                .result()
                .text()
                .orElse("");
        return CommandResult.of(text, document);
    }
}
