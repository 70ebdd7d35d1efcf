package org.tickmark.console.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Tasks;

/** {@code task}, as far as it is about whether and when they run: switching, pausing, holding, starting, freeing. */
final class TaskSwitches {
    private static final Duration EVER = Duration.ofDays(365);
    private static final int USUAL_BACKFILL = 100;
    private static final int MOST_BACKFILL = 10_000;

    private final TaskServices services;
    private final Tasks tasks;

    private TaskSwitches(TaskServices services) {
        this.services = services;
        this.tasks = services.tasks();
    }

    static List<Command> of(TaskServices services) {
        TaskSwitches commands = new TaskSwitches(services);
        return List.of(
                commands.active("enable", true),
                commands.active("disable", false),
                commands.pause(),
                commands.resume(),
                commands.hold(),
                commands.run(),
                commands.backfill(),
                commands.unlock());
    }

    // ---------------------------------------------------------------- on and off

    private Command active(String verb, boolean active) {
        return Command.named("task", verb, Permission.TASK_EDIT)
                .argument("NAME", "task", TaskCommands.TASK, Cardinality.SOME)
                .example("task " + verb + " nightly-import reconcile-all")
                .does(call -> {
                    List<String> names = call.arguments("NAME");
                    names.forEach(name -> services.task(call.caller(), name));
                    names.forEach(name -> tasks.activate(call.caller(), name, active));
                    return CommandResult.done(Texts.text("task." + verb + "d", names.size(), String.join(", ", names)));
                });
    }

    private Command pause() {
        return Command.named("task", "pause", Permission.TASK_EDIT)
                .argument("NAME|#TAG", "task.or-tag", TaskCommands.TASK, Cardinality.SOME)
                .option("until", "task.until", ValueKind.TEXT)
                .option("reason", "task.reason", ValueKind.TEXT)
                .example("task pause nightly-import --until 2h --reason \"bank is down\"")
                .example("task pause \"#month-end\" --until 2026-12-01T06:00")
                .does(this::pause);
    }

    private CommandResult pause(CommandCall call) {
        ZoneId zone = services.clock().getZone();
        Optional<Instant> until = services.moment(call, "until", zone, TimeInput.Direction.ON);
        if (until.isPresent() && !until.get().isAfter(services.clock().instant())) {
            throw Texts.problem("usage.until-past", "--until")
                    .found(call.option("until").orElse(""))
                    .exception();
        }
        int paused = tasks.pause(
                call.caller(),
                call.arguments("NAME|#TAG"),
                until,
                call.option("reason").orElse(""));
        return CommandResult.done(until.map(at -> Texts.text("task.paused.until", paused, TaskTimes.shown(at, zone)))
                .orElseGet(() -> Texts.text("task.paused", paused)));
    }

    private Command resume() {
        return Command.named("task", "resume", Permission.TASK_EDIT)
                .argument("NAME|#TAG", "task.or-tag", TaskCommands.TASK, Cardinality.SOME)
                .example("task resume \"#month-end\"")
                .does(call -> CommandResult.done(
                        Texts.text("task.resumed", tasks.resume(call.caller(), call.arguments("NAME|#TAG")))));
    }

    private Command hold() {
        return Command.named("task", "hold", Permission.TASK_HOLD)
                .argument("ON|OFF", "task.hold", ValueKind.choice("on", "off"), Cardinality.OPTIONAL)
                .option("reason", "task.reason", ValueKind.TEXT)
                .example("task hold on --reason \"moving to the new server\"")
                .example("task hold off")
                .example("task hold")
                .does(this::hold);
    }

    private CommandResult hold(CommandCall call) {
        Optional<String> wish = call.arguments("ON|OFF").stream().findFirst();
        wish.ifPresent(word -> tasks.hold(
                call.caller(), word.equals("on"), call.option("reason").orElse("")));
        Optional<String> reason = tasks.held(call.caller());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("held", reason.isPresent());
        document.put("reason", reason.orElse(null));
        return CommandResult.of("", document)
                .summary(reason.map(why -> Texts.text("task.held", why)).orElseGet(() -> Texts.text("task.not-held")));
    }

    // ---------------------------------------------------------------- starting

    private Command run() {
        return Command.named("task", "run", Permission.TASK_RUN)
                .argument("NAME", "task", TaskCommands.TASK)
                .repeatable("parameter", "task.run-parameter", ValueKind.TEXT)
                .option("request", "task.request", ValueKind.TEXT)
                .flag("wait", "task.wait")
                .option("timeout", "task.wait-timeout", ValueKind.DURATION)
                .example("task run nightly-import")
                .example("task run nightly-import --wait --timeout 10m -p dry-run=true")
                .example("task run month-end --request ticket-4711")
                .does(this::run);
    }

    private CommandResult run(CommandCall call) {
        String name = services.task(call).definition().name();
        boolean served = services.anyNode(call.caller());
        if (call.flag("wait") && !served) {
            throw Texts.problem("task.no-node")
                    .advice(Texts.text("task.no-node.advice"))
                    .exception();
        }
        long id = tasks.start(
                call.caller(),
                name,
                FormatOptions.over(Map.of(), call, "parameter"),
                call.option("request").orElse(""));
        if (!call.flag("wait")) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("run", id);
            document.put("task", name);
            return CommandResult.of(String.valueOf(id), document)
                    .problems(served ? List.of() : List.of(noNode()))
                    .summary(Texts.text("task.run.started", name, id));
        }
        Duration patience = call.option("timeout").map(Duration::parse).orElse(EVER);
        Run run = services.runs().await(call.caller(), id, patience, call.cancel());
        CommandResult result = RunCommands.shown(run, call, services.clock().getZone());
        if (run.state().isFinal()) {
            return result.summary(RunCommands.sentence(run)).exit(RunCommands.exitCode(run.state()));
        }
        return result.summary(Texts.text("task.run.goes-on", name, run.id()))
                .exit(call.cancel().isCancelled() ? ExitCode.INTERRUPTED : ExitCode.TIMEOUT);
    }

    /** The run waits for one. */
    private static Problem noNode() {
        return Problem.warning("task.no-node", Texts.text("task.no-node"))
                .advice(Texts.text("task.no-node.advice"))
                .build();
    }

    private Command backfill() {
        return Command.named("task", "backfill", Permission.TASK_RUN)
                .argument("NAME", "task", TaskCommands.TASK)
                .option("from", "task.backfill-from", ValueKind.TEXT)
                .option("to", "task.backfill-to", ValueKind.TEXT)
                .option("most", "task.backfill-most", ValueKind.INTEGER)
                .example("task backfill nightly-import --from 2026-11-01 --to 2026-11-08")
                .does(this::backfill);
    }

    private CommandResult backfill(CommandCall call) {
        if (call.option("from").isEmpty() || call.option("to").isEmpty()) {
            throw Texts.problem("usage.from-to").expected("--from, --to").exception();
        }
        ZoneId zone = services.zone(services.task(call));
        Instant from =
                services.moment(call, "from", zone, TimeInput.Direction.BACK).orElseThrow();
        Instant to = services.moment(call, "to", zone, TimeInput.Direction.BACK).orElseThrow();
        if (!from.isBefore(to)) {
            throw Texts.problem("usage.from-before-to").found(from + " – " + to).exception();
        }
        long most = call.option("most").map(Long::valueOf).orElse((long) USUAL_BACKFILL);
        if (most < 1 || most > MOST_BACKFILL) {
            throw Texts.problem("usage.limit")
                    .where("--most")
                    .found(String.valueOf(most))
                    .expected("1-" + MOST_BACKFILL)
                    .exception();
        }
        List<Long> runs = tasks.backfill(call.caller(), call.argument("NAME"), from, to, (int) most);
        String lines = String.join("\n", runs.stream().map(String::valueOf).toList());
        return CommandResult.of(lines, runs).summary(Texts.text("task.backfill.done", runs.size()));
    }

    private Command unlock() {
        return Command.named("task", "unlock", Permission.TASK_RUN)
                .argument("NAME", "task", TaskCommands.TASK)
                .example("task unlock nightly-import")
                .does(call -> {
                    String name = services.task(call).definition().name();
                    if (!call.confirm(Texts.text("task.unlock.ask", name))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    return CommandResult.done(Texts.text("task.unlocked", name, tasks.unlock(call.caller(), name)));
                });
    }
}
