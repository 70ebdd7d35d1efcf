package org.tickmark.console.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugSession.Step;
import org.tickmark.api.host.script.DebugState.Kind;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.console.commands.choice.Choices;

/** {@code debug}: debugging sessions, step by step. */
final class DebugCommands {
    private static final String ID = "ID";
    private static final String EXPRESSION = "EXPRESSION";
    private static final String LINE = "LINE";
    private static final String STEP = "STEP";
    private static final String FRAME = "frame";
    private static final String SOURCE = "source";
    private static final String PARAMETER = "parameter";
    private static final String QUIET = "quiet";
    private static final String WAIT = "wait";
    private static final int MOST_WRITTEN = 50_000;
    private static final int MOST_KEPT = 50;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    /** How often somebody who waits is asked whether he still wants it. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final List<Column> SESSIONS = List.of(
            Column.integer("id"),
            Column.text("script"),
            Column.text("owner"),
            Column.message("state"),
            Column.instant("started_at"),
            Column.instant("until"));
    private static final List<Column> BREAKPOINTS = List.of(
            Column.integer("number"),
            Column.text(SOURCE),
            Column.integer("line"),
            Column.text("condition"),
            Column.text("hits"),
            Column.text("log"));
    private static final List<Column> STACK =
            List.of(Column.integer(FRAME), Column.text("function"), Column.text(SOURCE), Column.integer("line"));
    private static final List<Column> VARIABLES =
            List.of(Column.text("name"), Column.text("type"), Column.text("value"));

    private final Debugger debugger;
    /** What the newest sessions have written so far, by their numbers. */
    private final Map<Long, String> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private DebugCommands(Debugger debugger) {
        this.debugger = debugger;
    }

    static List<Command> of(Debugger debugger) {
        DebugCommands commands = new DebugCommands(debugger);
        return List.of(
                commands.start(),
                commands.sessions(),
                commands.show(),
                commands.breakpoints(),
                commands.step(),
                commands.pause(),
                commands.stack(),
                commands.vars(),
                commands.set(),
                commands.watch(),
                commands.detach(),
                commands.stop());
    }

    private static Command.Declaration on(String verb) {
        return Command.named("debug", verb, Permission.SCRIPT_DEBUG).argument(ID, "debug.id", ValueKind.INTEGER);
    }

    private DebugSession session(CommandCall call) {
        return debugger.session(call.caller(), Long.parseLong(call.argument(ID)));
    }

    // ---------------------------------------------------------------- sessions

    private Command start() {
        return Command.named("debug", "start", Permission.SCRIPT_DEBUG)
                .argument("NAME", "script.name-version", ValueKind.TEXT)
                .repeatable(PARAMETER, "script.parameter", ValueKind.TEXT)
                .flag("dry-run", "script.dry-run")
                .flag(QUIET, "debug.quiet")
                .example("debug start month-end -p unit=100")
                .does(call -> {
                    ScriptName name = ScriptName.parse(call.argument("NAME"));
                    Map<String, String> parameters = FormatOptions.over(Map.of(), call, PARAMETER);
                    return where(
                            call,
                            debugger.start(
                                    call.caller(),
                                    new ScriptRequest(
                                            name.name(), name.version(), parameters, "debug", call.flag("dry-run"))));
                });
    }

    private Command sessions() {
        return Command.named("debug", "sessions", Permission.SCRIPT_DEBUG)
                .columns(SESSIONS)
                .example("debug sessions")
                .does(call -> {
                    Table.Builder table = Table.under(SESSIONS);
                    for (DebugSession session : debugger.sessions(call.caller())) {
                        table.row(
                                session.id(),
                                session.script(),
                                session.owner(),
                                Choices.text(session.state().kind()),
                                session.startedAt(),
                                session.state().until().orElse(null));
                    }
                    return CommandResult.of(table.build());
                });
    }

    private Command detach() {
        return on("detach").example("debug detach 3").does(call -> {
            session(call).detach();
            return CommandResult.done(Texts.text("debug.detached", call.argument(ID)));
        });
    }

    private Command stop() {
        return on("stop").example("debug stop 3").does(call -> {
            session(call).stop();
            return CommandResult.done(Texts.text("debug.stopped", call.argument(ID)));
        });
    }

    // ---------------------------------------------------------------- breakpoints

    private Command breakpoints() {
        return on("break")
                .argument(LINE, "debug.line", ValueKind.INTEGER, Cardinality.OPTIONAL)
                .option(SOURCE, "debug.source", ValueKind.TEXT)
                .option("when", "debug.when", ValueKind.TEXT)
                .option("hits", "debug.hits", ValueKind.TEXT)
                .option("log", "debug.log", ValueKind.TEXT)
                .flag("remove", "debug.remove")
                .columns(BREAKPOINTS)
                .example("debug break 3 17 --when \"total >= 1000\"")
                .example("debug break 3 17 --log \"total is {total}\"")
                .example("debug break 3")
                .does(call -> {
                    DebugSession session = session(call);
                    line(call).ifPresent(line -> change(call, session, line));
                    return CommandResult.of(table(session.breakpoints()));
                });
    }

    private static Optional<Integer> line(CommandCall call) {
        return call.arguments(LINE).stream().findFirst().map(Integer::valueOf);
    }

    /** Sets the breakpoint of a line, or removes it; the others of its source stay. */
    private static void change(CommandCall call, DebugSession session, int line) {
        String source = source(call, session);
        List<Breakpoint> wanted = new ArrayList<>();
        for (PlacedBreakpoint placed : session.breakpoints()) {
            boolean isThere = placed.breakpoint().line() == line
                    || placed.position()
                            .filter(position -> position.line() == line)
                            .isPresent();
            if (placed.breakpoint().source().equals(source) && !isThere) {
                wanted.add(placed.breakpoint());
            }
        }
        if (!call.flag("remove")) {
            wanted.add(new Breakpoint(source, line, text(call, "when"), text(call, "hits"), text(call, "log")));
        }
        session.setBreakpoints(source, wanted);
    }

    private static String source(CommandCall call, DebugSession session) {
        return call.option(SOURCE).orElseGet(() -> session.sources().get(0).name());
    }

    private static String text(CommandCall call, String option) {
        return call.option(option).orElse("");
    }

    private static Table table(List<PlacedBreakpoint> all) {
        Table.Builder table = Table.under(BREAKPOINTS);
        for (PlacedBreakpoint placed : all) {
            Breakpoint wanted = placed.breakpoint();
            table.row(
                    placed.number(),
                    wanted.source(),
                    placed.position().map(ScriptPosition::line).orElse(null),
                    wanted.condition(),
                    wanted.hits(),
                    wanted.log());
        }
        return table.build();
    }

    // ---------------------------------------------------------------- going on

    private Command step() {
        return on("step")
                .argument(STEP, "debug.step", ValueKind.choice("over", "into", "out", "on"), Cardinality.OPTIONAL)
                .option("to", "debug.to", ValueKind.INTEGER)
                .option(SOURCE, "debug.source", ValueKind.TEXT)
                .option(WAIT, "debug.wait", ValueKind.DURATION)
                .flag(QUIET, "debug.quiet")
                .example("debug step 3")
                .example("debug step 3 on")
                .example("debug step 3 --to 17")
                .does(call -> {
                    DebugSession session = session(call);
                    go(call, session);
                    return where(call, session);
                });
    }

    private static void go(CommandCall call, DebugSession session) {
        if (call.option("to").isPresent()) {
            session.runTo(
                    source(call, session), Integer.parseInt(call.option("to").get()));
        } else {
            String step = call.arguments(STEP).stream().findFirst().orElse("over");
            session.go(Step.valueOf(step.toUpperCase(Locale.ROOT)));
        }
    }

    private Command pause() {
        return on("pause").flag(QUIET, "debug.quiet").example("debug pause 3").does(call -> {
            DebugSession session = session(call);
            session.pause();
            return where(call, session);
        });
    }

    private Command show() {
        return on("show")
                .flag("all", "debug.all")
                .option(FRAME, "debug.frame", ValueKind.INTEGER)
                .option(WAIT, "debug.wait", ValueKind.DURATION)
                .example("debug show 3")
                .does(call -> {
                    DebugSession session = session(call);
                    await(call, session);
                    written(session);
                    DebugPlace place = new DebugPlace(session, call.caller().locale());
                    return call.flag("all") ? place.whole(soFar(session), frame(call)) : place.shown(soFar(session));
                });
    }

    /** Waits until it stands, and tells where, what it has written since, and what its watches are worth; quietly only if it is over. */
    private CommandResult where(CommandCall call, DebugSession session) {
        await(call, session);
        String fresh = written(session);
        DebugPlace place = new DebugPlace(session, call.caller().locale());
        if (!call.flag(QUIET)) {
            return place.shown(fresh);
        }
        return session.state().kind() == Kind.ENDED ? place.shown(soFar(session)) : place.summed();
    }

    private static void await(CommandCall call, DebugSession session) {
        Duration left = call.option(WAIT).map(Duration::parse).orElse(USUAL_WAIT);
        while (session.await(LOOK).kind() == Kind.RUNNING && !left.isNegative()) {
            call.cancel().throwIfCancelled();
            left = left.minus(LOOK);
        }
    }

    /** What a session has written since it was asked last; kept for who asks for all of it. */
    private String written(DebugSession session) {
        synchronized (written) {
            String fresh = session.written();
            String all = written.getOrDefault(session.id(), "") + fresh;
            written.put(session.id(), all.substring(Math.max(0, all.length() - MOST_WRITTEN)));
            return fresh;
        }
    }

    private String soFar(DebugSession session) {
        synchronized (written) {
            return written.getOrDefault(session.id(), "");
        }
    }

    // ---------------------------------------------------------------- looking

    private Command stack() {
        return on("stack").columns(STACK).example("debug stack 3").does(call -> {
            Table.Builder table = Table.under(STACK);
            List<ScriptFrame> stack = session(call).stack();
            for (int i = 0; i < stack.size(); i++) {
                ScriptPosition position = stack.get(i).position();
                table.row(i, stack.get(i).function(), position.source(), position.line());
            }
            return CommandResult.of(table.build());
        });
    }

    private Command vars() {
        return on("vars")
                .argument(EXPRESSION, "debug.expression", ValueKind.TEXT, Cardinality.OPTIONAL)
                .option(FRAME, "debug.frame", ValueKind.INTEGER)
                .columns(VARIABLES)
                .example("debug vars 3")
                .example("debug vars 3 \"invoice.lines\"")
                .does(call -> {
                    DebugSession session = session(call);
                    Optional<String> expression =
                            call.arguments(EXPRESSION).stream().findFirst();
                    return CommandResult.of(variables(
                            expression.isPresent()
                                    ? unfolded(session.evaluate(frame(call), expression.get()))
                                    : new DebugPlace(session, call.caller().locale()).variables(frame(call))));
                });
    }

    private static int frame(CommandCall call) {
        return call.option(FRAME).map(Integer::valueOf).orElse(0);
    }

    /** A value, then what is inside. */
    private static List<ScriptVariable> unfolded(ScriptVariable variable) {
        List<ScriptVariable> all = new ArrayList<>(List.of(variable));
        all.addAll(variable.children());
        return all;
    }

    private static Table variables(List<ScriptVariable> all) {
        Table.Builder table = Table.under(VARIABLES);
        all.forEach(variable -> table.row(variable.name(), variable.type(), variable.text()));
        return table.build();
    }

    private Command set() {
        return on("set")
                .argument("NAME", "debug.variable", ValueKind.TEXT)
                .argument("VALUE", "debug.value", ValueKind.TEXT)
                .option(FRAME, "debug.frame", ValueKind.INTEGER)
                .columns(VARIABLES)
                .example("debug set 3 total \"total + 100\"")
                .does(call -> {
                    DebugSession session = session(call);
                    session.assign(frame(call), call.argument("NAME"), call.argument("VALUE"));
                    return CommandResult.of(variables(List.of(session.evaluate(frame(call), call.argument("NAME")))));
                });
    }

    private Command watch() {
        return on("watch")
                .argument(EXPRESSION, "debug.watches", ValueKind.TEXT, Cardinality.ANY)
                .example("debug watch 3 total \"total / count\"")
                .does(call -> {
                    DebugSession session = session(call);
                    session.watch(call.arguments(EXPRESSION));
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("watches", session.watches());
                    return CommandResult.of("", document)
                            .summary(Texts.text(
                                    "debug.watched", session.watches().size()));
                });
    }
}
