package org.tickmark.console.commands;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.Recording.Difference;
import org.tickmark.api.host.script.Recording.Direction;
import org.tickmark.api.host.script.TraceMoment;
import org.tickmark.api.host.script.TraceSearch;
import org.tickmark.api.host.script.TraceSettings;
import org.tickmark.api.host.script.TraceValue;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.kit.json.Json;

/** {@code trace}: what scripts did, statement by statement. */
final class TraceCommands {
    private static final ValueKind TARGET_KIND = ValueKind.TEXT;
    private static final ValueKind RECORDING = ValueKind.record("recording");
    private static final String TARGET = "TARGET";
    private static final String ID = "ID";
    private static final String OTHER = "OTHER";
    private static final String STEP = "step";
    private static final String LIMIT = "limit";
    private static final int USUAL_DIFFERENCES = 20;

    private static final List<Column> VALUES = List.of(
            Column.message("call"),
            Column.text("name"),
            Column.text("type"),
            Column.text("value"),
            Column.flag("changed"));
    private static final List<Column> DIFFERENCES = List.of(
            Column.integer(STEP),
            Column.text("mine"),
            Column.text("others"),
            Column.list("my_changes"),
            Column.list("others_changes"));

    private final Traces traces;

    private TraceCommands(Traces traces) {
        this.traces = traces;
    }

    static List<Command> of(Traces traces) {
        TraceCommands commands = new TraceCommands(traces);
        return List.of(
                commands.on(),
                commands.off(),
                commands.show(),
                commands.compare(),
                commands.export(),
                commands.delete());
    }

    // ---------------------------------------------------------------- on and off

    private Command on() {
        return Command.named("trace", "on", Permission.SCRIPT_DEBUG)
                .argument(TARGET, "trace.target", TARGET_KIND)
                .option("description", "trace.description", ValueKind.TEXT)
                .option("user", "trace.user", ValueKind.TEXT)
                .option("resolution", "trace.resolution", ValueKind.INTEGER)
                .option("keep", "trace.keep", ValueKind.DURATION)
                .option("size", "trace.size", ValueKind.INTEGER)
                .flag("only-failures", "trace.only-failures")
                .option("notify", "trace.notify", ValueKind.TEXT)
                .example("trace on month-end --only-failures --keep 720h")
                .example("trace on trigger/tell-kari --user user:ola --notify kari@example.org")
                .does(call -> {
                    TraceSettings settings = settings(call);
                    traces.on(call.caller(), settings);
                    return CommandResult.done(Texts.text("trace.is-on", settings.target()));
                });
    }

    /** What is traced; a bare name is that of a script. */
    private static String target(CommandCall call) {
        String given = call.argument(TARGET);
        return given.contains("/") ? given : "script/" + given;
    }

    private static TraceSettings settings(CommandCall call) {
        TraceSettings usual = TraceSettings.of(target(call));
        long mebibytes = number(call, "size", usual.mostBytes() >> 20, TraceSettings.MOST_BYTES >> 20);
        return new TraceSettings(
                usual.target(),
                call.option("description").orElse(""),
                call.option("user").orElse(""),
                (int) number(call, "resolution", usual.resolution(), 1_000_000),
                call.option("keep").map(Duration::parse).orElse(usual.keep()),
                mebibytes << 20,
                call.flag("only-failures"),
                call.option("notify").orElse(""));
    }

    private static long number(CommandCall call, String option, long usual, long most) {
        long number = call.option(option).map(Long::valueOf).orElse(usual);
        if (number < 1 || number > most) {
            throw Texts.problem("trace.number")
                    .where("--" + option)
                    .found(String.valueOf(number))
                    .expected("1–" + most)
                    .exception();
        }
        return number;
    }

    private Command off() {
        return Command.named("trace", "off", Permission.SCRIPT_DEBUG)
                .argument(TARGET, "trace.target", TARGET_KIND)
                .example("trace off month-end")
                .does(call -> {
                    traces.off(call.caller(), target(call));
                    return CommandResult.done(Texts.text("trace.is-off", target(call)));
                });
    }

    // ---------------------------------------------------------------- reading

    private Recording recording(CommandCall call) {
        return traces.open(call.caller(), Long.parseLong(call.argument(ID)));
    }

    private Command show() {
        return Command.named("trace", "show", Permission.SCRIPT_DEBUG)
                .argument(ID, "trace.id", RECORDING)
                .option(STEP, "trace.step", ValueKind.INTEGER)
                .option("change", "trace.change", ValueKind.TEXT)
                .option("value", "trace.value", ValueKind.TEXT)
                .option("line", "trace.line", ValueKind.TEXT)
                .flag("back", "trace.back")
                .flag("all", "trace.all")
                .columns(VALUES)
                .example("trace show 12")
                .example("trace show 12 --step 800")
                .example("trace show 12 --step 800 --change total --back")
                .example("trace show 12 --line 17")
                .does(this::show);
    }

    /** The end, unless something else is asked for. */
    private CommandResult show(CommandCall call) {
        Recording recording = recording(call);
        Direction direction = call.flag("back") ? Direction.BACKWARD : Direction.FORWARD;
        Optional<TraceSearch> search = search(call);
        long begin = direction == Direction.BACKWARD || search.isEmpty() ? recording.last() : recording.first() - 1;
        long step = call.option(STEP).map(Long::valueOf).orElse(begin);
        TraceMoment moment = search.isEmpty()
                ? recording.at(step)
                : recording.find(step, search.get(), direction).orElseThrow(() -> Texts.problem("trace.nothing")
                        .found(search.get().text())
                        .exception());
        Table.Builder table = Table.under(VALUES);
        for (TraceValue value : moment.values()) {
            table.row(call(value.depth()), value.path(), value.type(), value.text(), value.changed());
        }
        Map<String, Object> document = document(moment);
        if (call.flag("all")) {
            document.put("first", recording.first());
            document.put("last", recording.last());
            document.put(
                    "sources",
                    recording.sources().stream()
                            .map(source -> Map.of("name", source.name(), "text", source.text()))
                            .toList());
        }
        return CommandResult.of(table.build(), document)
                .summary(Texts.text(
                        "trace.moment",
                        moment.step(),
                        recording.last(),
                        moment.position().toString(),
                        moment.depth(),
                        Spans.text(moment.time()),
                        line(recording, moment)));
    }

    /** Which call a value belongs to: its depth, or that it belongs to the whole program. */
    private static Message call(int depth) {
        return depth < 0 ? Texts.text("trace.globals") : Message.verbatim(String.valueOf(depth));
    }

    private static Optional<TraceSearch> search(CommandCall call) {
        return call.option("change")
                .map(name -> new TraceSearch(TraceSearch.Kind.CHANGE, name))
                .or(() -> call.option("value").map(text -> new TraceSearch(TraceSearch.Kind.VALUE, text)))
                .or(() -> call.option("line").map(line -> new TraceSearch(TraceSearch.Kind.LINE, line)));
    }

    private static String line(Recording recording, TraceMoment moment) {
        return recording.sources().stream()
                .filter(source -> source.name().equals(moment.position().source()))
                .flatMap(source -> source.text()
                        .lines()
                        .skip(moment.position().line() - 1L)
                        .limit(1))
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private static Map<String, Object> document(TraceMoment moment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(STEP, moment.step());
        document.put("source", moment.position().source());
        document.put("line", moment.position().line());
        document.put("column", moment.position().column());
        document.put("depth", moment.depth());
        document.put("micros", moment.time().toNanos() / 1_000);
        document.put("memory", moment.memory());
        document.put(
                "values", moment.values().stream().map(TraceCommands::document).toList());
        return document;
    }

    private static Map<String, Object> document(TraceValue value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("depth", value.depth());
        document.put("name", value.path());
        document.put("type", value.type());
        document.put("value", value.text());
        document.put("changed", value.changed());
        return document;
    }

    private Command export() {
        return Command.named("trace", "export", Permission.SCRIPT_DEBUG)
                .argument(ID, "trace.id", RECORDING)
                .example("trace export 12 > trace.jsonl")
                .does(call -> {
                    recording(call).forEach(moment -> {
                        call.cancel().throwIfCancelled();
                        Map<String, Object> document = document(moment);
                        call.print(Json.compact(document), document);
                    });
                    return CommandResult.of("");
                });
    }

    private Command compare() {
        return Command.named("trace", "compare", Permission.SCRIPT_DEBUG)
                .argument(ID, "trace.id", RECORDING)
                .argument(OTHER, "trace.other", RECORDING)
                .option(LIMIT, "trace.limit", ValueKind.INTEGER)
                .columns(DIFFERENCES)
                .example("trace compare 12 14")
                .does(this::compare);
    }

    private CommandResult compare(CommandCall call) {
        Recording other = traces.open(call.caller(), Long.parseLong(call.argument(OTHER)));
        int most = (int) number(call, LIMIT, USUAL_DIFFERENCES, 10_000);
        List<Difference> differences = recording(call).compare(other, most);
        Table.Builder table = Table.under(DIFFERENCES);
        for (Difference difference : differences) {
            table.row(
                    difference.mine().step(),
                    difference.mine().position().toString(),
                    difference.others().position().toString(),
                    changes(difference.mine()),
                    changes(difference.others()));
        }
        return CommandResult.of(table.build()).summary(Texts.text("trace.compared", differences.size()));
    }

    private static List<String> changes(TraceMoment moment) {
        return moment.values().stream()
                .map(value -> value.path() + "=" + value.text())
                .toList();
    }

    private Command delete() {
        return Command.named("trace", "delete", Permission.SCRIPT_DEBUG)
                .argument(ID, "trace.id", RECORDING, Cardinality.SOME)
                .example("trace delete 12 14")
                .does(call -> {
                    call.arguments(ID).forEach(id -> traces.forget(call.caller(), Long.parseLong(id)));
                    return CommandResult.done(
                            Texts.text("trace.deleted", call.arguments(ID).size()));
                });
    }
}
