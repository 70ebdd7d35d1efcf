package org.tickmark.console.commands;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;

/** {@code script}: scripts run, checked and put in form; those in files without any set-up. */
final class ScriptCommands {
    private static final String FILE_OR_NAME = "FILE|NAME";
    private static final String FILES = "FILES";
    /** Option: the stored script whose text is checked. */
    private static final String AS = "as";
    /** How often a caller who waits for a sleeping script is asked whether he still wants it. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final ScriptFiles files;
    private final Supplier<Map<String, RecordSource>> records;
    private final Supplier<Optional<Scripts>> scripts;
    private final Clock clock;

    private ScriptCommands(
            ScriptFiles files,
            Supplier<Map<String, RecordSource>> records,
            Supplier<Optional<Scripts>> scripts,
            Clock clock) {
        this.files = files;
        this.records = records;
        this.scripts = scripts;
        this.clock = clock;
    }

    /**
     * The commands.
     *
     * @param files reads scripts in files
     * @param records what these may search, by name
     * @param scripts the scripts that are stored; there may be none to ask
     * @param clock tells scripts in files the time and the zone
     */
    static List<Command> of(
            ScriptFiles files,
            Supplier<Map<String, RecordSource>> records,
            Supplier<Optional<Scripts>> scripts,
            Clock clock) {
        ScriptCommands commands = new ScriptCommands(files, records, scripts, clock);
        return List.of(commands.run(), commands.check(), commands.format());
    }

    // ---------------------------------------------------------------- run

    private Command run() {
        return Command.named("script", "run", Permission.SCRIPT_RUN)
                .argument(FILE_OR_NAME, "script.file-or-name", ValueKind.TEXT)
                .repeatable("parameter", "script.parameter", ValueKind.TEXT)
                .option("timeout", "script.timeout", ValueKind.DURATION)
                .option("steps", "script.steps", ValueKind.INTEGER)
                .flag("dry-run", "script.dry-run")
                .example("script run report.crm")
                .example("script run report.crm -p unit=100 --timeout 5m")
                .example("script run month-end@3 --dry-run")
                .does(this::run);
    }

    /** What ends as files of a language do is a file, anything else the name of a stored script. */
    private CommandResult run(CommandCall call) {
        String given = call.argument(FILE_OR_NAME);
        return files.isScript(given) || scripts.get().isEmpty()
                ? runFile(call, given)
                : runStored(call, scripts.get().get(), ScriptName.parse(given));
    }

    private CommandResult runStored(CommandCall call, Scripts stored, ScriptName name) {
        refuse(call, "usage.script-stored", "timeout", "steps");
        ScriptConsole console = new ScriptConsole(call);
        ScriptRequest request = new ScriptRequest(
                name.name(),
                name.version(),
                FormatOptions.over(Map.of(), call, "parameter"),
                "command",
                call.flag("dry-run"));
        ScriptResult ran = stored.run(call.caller(), request, console, call.cancel());
        console.flush();
        return result(ran.end(), ran.usage()).problems(console.logged());
    }

    private static void refuse(CommandCall call, String problem, String... options) {
        for (String option : options) {
            if (call.flag(option) || call.option(option).isPresent()) {
                throw Texts.problem(problem).where("--" + option).exception();
            }
        }
    }

    private CommandResult runFile(CommandCall call, String given) {
        refuse(call, "usage.script-file", "dry-run");
        Compilation compilation = compile(call, given);
        if (compilation.program().isEmpty()) {
            return ScriptOutcome.wrong(compilation.problems());
        }
        ScriptConsole console = new ScriptConsole(call);
        ScriptRun run = start(call, compilation.program().get(), console);
        ScriptEnd end = end(call, run);
        console.flush();
        return result(end, run.usage()).problems(console.logged());
    }

    private ScriptRun start(CommandCall call, ScriptProgram program, ScriptConsole console) {
        return program.start(ScriptCall.by(call.caller(), clock, console)
                .parameters(FormatOptions.over(Map.of(), call, "parameter"))
                .records(records.get())
                .limits(limits(call))
                .cancel(call.cancel())
                .build());
    }

    private static ScriptLimits limits(CommandCall call) {
        ScriptLimits usual = ScriptLimits.USUAL;
        long steps = call.option("steps").map(Long::valueOf).orElse(usual.steps());
        if (steps < 1) {
            throw Texts.problem("usage.script-steps")
                    .where("--steps")
                    .found(String.valueOf(steps))
                    .expected("≥ 1")
                    .exception();
        }
        Duration time = call.option("timeout").map(Duration::parse).orElse(usual.time());
        return new ScriptLimits(steps, time, usual.memory(), usual.output(), usual.depth());
    }

    private ScriptEnd end(CommandCall call, ScriptRun run) {
        ScriptState state = run.advance();
        while (state.kind() != ScriptState.Kind.ENDED) {
            state.until().ifPresent(moment -> await(call, moment));
            state = run.advance();
        }
        return state.end().orElseThrow();
    }

    private void await(CommandCall call, Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        Duration wait = left.compareTo(LOOK) < 0 ? left : LOOK;
        try {
            new CountDownLatch(1).await(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        call.cancel().throwIfCancelled();
    }

    private static CommandResult result(ScriptEnd end, ScriptUsage usage) {
        return switch (end.outcome()) {
            case FINISHED -> CommandResult.done(Texts.text("script.finished", usage.steps(), Spans.text(usage.time())));
            case EXITED -> CommandResult.done(Texts.text("script.exited", end.message()));
            case FAILED, LIMIT -> ScriptOutcome.wrong(List.of(end.problem().orElseThrow()));
            case CANCELLED -> throw new CancellationException();
        };
    }

    // ---------------------------------------------------------------- check

    private Command check() {
        return given(Command.named("script", "check", Permission.SYSTEM_READ))
                .option(AS, "script.as", ValueKind.TEXT)
                .example("script check report.crm")
                .example("script check *.crm -o json")
                .does(this::check);
    }

    /** Takes files, or a text. */
    private static Command.Declaration given(Command.Declaration declaration) {
        return declaration
                .argument(FILES, "script.files", ValueKind.PATH, Cardinality.ANY)
                .option(ScriptText.TEXT, "script.given", ValueKind.TEXT)
                .option(ScriptText.LANGUAGE, "script.language", ValueKind.TEXT);
    }

    private CommandResult check(CommandCall call) {
        ScriptText given = new ScriptText(files, call);
        List<ScriptProblem> problems = call.option(AS)
                .map(name -> asStored(call, name, given.text(FILES)))
                .orElseGet(() -> given.all(FILES).stream()
                        .flatMap(one -> one.problems().stream())
                        .toList());
        return problems.isEmpty()
                ? CommandResult.of("", List.of())
                        .summary(Texts.text(
                                "script.right",
                                Math.max(1, call.arguments(FILES).size())))
                : ScriptOutcome.wrong(problems);
    }

    /** What is wrong with a text as that of a stored script, with what this may include and use. */
    private List<ScriptProblem> asStored(CommandCall call, String name, String text) {
        Scripts stored = scripts.get()
                .orElseThrow(() -> Texts.problem("script.unknown", name).exception());
        ScriptVersion newest = stored.script(call.caller(), name)
                .orElseThrow(() -> Texts.problem("script.unknown", name)
                        .advice(Texts.text("script.unknown.advice"))
                        .exception());
        return stored.save(call.caller(), newest.definition().withText(text), true)
                .problems();
    }

    private Compilation compile(CommandCall call, String given) {
        Path file = call.path(given);
        ScriptLanguage language = files.language(file);
        return language.compile(files.source(given, file), files.besides(file));
    }

    // ---------------------------------------------------------------- format

    private Command format() {
        return given(Command.named("script", "format", Permission.SYSTEM_READ))
                .flag("write", "script.write")
                .flag("check", "script.check")
                .example("script format report.crm")
                .example("script format *.crm --write")
                .does(this::format);
    }

    private CommandResult format(CommandCall call) {
        StringBuilder formatted = new StringBuilder();
        List<ScriptProblem> problems = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<ScriptText.Given> all = new ScriptText(files, call).all(FILES);
        for (ScriptText.Given given : all) {
            FormattedScript script = given.language().format(given.source());
            problems.addAll(script.problems());
            formatted.append(script.text());
            if (!script.text().equals(given.source().text())) {
                changed.add(given.given());
                if (call.flag("write")) {
                    given.file().ifPresent(file -> OutputFile.write(file, script.text()));
                }
            }
        }
        if (!problems.isEmpty()) {
            return ScriptOutcome.wrong(problems);
        }
        if (call.flag("check") || call.flag("write")) {
            boolean wanting = call.flag("check") && !call.flag("write") && !changed.isEmpty();
            return CommandResult.of(
                            String.join(
                                    "",
                                    changed.stream().map(name -> name + "\n").toList()),
                            changed)
                    .summary(Texts.text("script.formatted", changed.size(), all.size()))
                    .exit(wanting ? ExitCode.PARTLY : ExitCode.OK);
        }
        return CommandResult.of(formatted.toString());
    }
}
