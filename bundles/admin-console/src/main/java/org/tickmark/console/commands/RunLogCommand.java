package org.tickmark.console.commands;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Runs.LogLine;
import org.tickmark.api.message.Message;

/** {@code run log}: what a run wrote, also while it writes. */
final class RunLogCommand {
    private static final int PAGE = 1000;
    /** How often a log that is followed is looked at. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final TaskServices services;

    private RunLogCommand(TaskServices services) {
        this.services = services;
    }

    static List<Command> of(TaskServices services) {
        RunLogCommand command = new RunLogCommand(services);
        return List.of(Command.named("run", "log", Permission.TASK_READ)
                .argument("ID", "run.id", ValueKind.INTEGER)
                .flag("follow", "run.follow")
                .option("tail", "run.tail", ValueKind.INTEGER)
                .option("limit", "run.log-limit", ValueKind.INTEGER)
                .option("after", "run.after", ValueKind.INTEGER)
                .option("before", "run.before", ValueKind.INTEGER)
                .option("level", "run.level", ValueKind.choice("info", "warn", "error"))
                .option("search", "run.search", ValueKind.TEXT)
                .example("run log 811")
                .example("run log 811 -f")
                .example("run log 811 --tail 200 --level warn -o json")
                .example("run log 811 --before 48000 --tail 50 --search timeout")
                .does(command::show));
    }

    private CommandResult show(CommandCall call) {
        Run run = services.run(call);
        LogQuery asked = asked(call);
        if (call.flag("follow")) {
            return follow(call, run.id(), asked);
        }
        ZoneId zone = services.clock().getZone();
        List<LogLine> lines = services.runs().log(call.caller(), run.id(), asked);
        String text =
                String.join("", lines.stream().map(line -> text(line, zone)).toList());
        CommandResult result = CommandResult.of(
                text, lines.stream().map(RunLogCommand::document).toList());
        return lines.isEmpty() ? result.summary(nothing(asked, run)) : result;
    }

    private static Message nothing(LogQuery asked, Run run) {
        boolean all = asked.equals(LogQuery.last(asked.most())) || asked.equals(LogQuery.first(asked.most()));
        return Texts.text(all ? "run.log.empty" : "run.log.none", run.id());
    }

    private static LogQuery asked(CommandCall call) {
        boolean fromBeginning = call.option("limit").isPresent();
        if (fromBeginning && (call.option("tail").isPresent() || call.flag("follow"))) {
            throw Texts.problem("usage.log-end").where("--limit").exception();
        }
        int most = fromBeginning ? most(call, "limit") : most(call, "tail");
        LogQuery query = fromBeginning ? LogQuery.first(most) : LogQuery.last(most);
        query = query.after(call.option("after").map(Long::valueOf).orElse(query.after()));
        query = query.before(call.option("before").map(Long::valueOf).orElse(query.before()));
        return query.atLeast(severity(call)).holding(call.option("search").orElse(""));
    }

    private static int most(CommandCall call, String option) {
        long most = call.option(option).map(Long::valueOf).orElse((long) LogQuery.MOST);
        if (most < 1 || most > LogQuery.MOST) {
            throw Texts.problem("usage.limit")
                    .where("--" + option)
                    .found(String.valueOf(most))
                    .expected("1-" + LogQuery.MOST)
                    .exception();
        }
        return (int) most;
    }

    private static Severity severity(CommandCall call) {
        return switch (call.option("level").orElse("info")) {
            case "error" -> Severity.ERROR;
            case "warn" -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }

    // ---------------------------------------------------------------- following

    private CommandResult follow(CommandCall call, long run, LogQuery asked) {
        long last = end(call, run);
        print(call, services.runs().log(call.caller(), run, asked.before(Math.min(asked.before(), last + 1))));
        LogQuery further = LogQuery.first(PAGE).atLeast(asked.lightest()).holding(asked.holding());
        while (!services.run(call).state().isFinal()) {
            call.cancel().throwIfCancelled();
            last = printNew(call, run, further.after(last));
            services.runs().await(call.caller(), run, LOOK, call.cancel());
        }
        printNew(call, run, further.after(last));
        return CommandResult.done(RunCommands.sentence(services.run(call)));
    }

    /** The number of the last line that there is. */
    private long end(CommandCall call, long run) {
        return services.runs().log(call.caller(), run, LogQuery.last(1)).stream()
                .mapToLong(LogLine::number)
                .findFirst()
                .orElse(0);
    }

    /** Prints what has come since, and tells how far that goes: what was passed over is not looked through again. */
    private long printNew(CommandCall call, long run, LogQuery further) {
        long end = end(call, run);
        LogQuery query = further.before(end + 1);
        List<LogLine> page = services.runs().log(call.caller(), run, query);
        while (!page.isEmpty()) {
            print(call, page);
            query = query.after(page.get(page.size() - 1).number());
            page = services.runs().log(call.caller(), run, query);
        }
        return Math.max(end, further.after());
    }

    private void print(CommandCall call, List<LogLine> lines) {
        ZoneId zone = services.clock().getZone();
        lines.forEach(line -> call.print(text(line, zone), document(line)));
    }

    // ---------------------------------------------------------------- lines

    private static String text(LogLine line, ZoneId zone) {
        String mark =
                switch (line.severity()) {
                    case INFO -> "     ";
                    case WARNING -> "WARN ";
                    case ERROR -> "ERROR";
                };
        return TIME.format(line.at().atZone(zone)) + " " + mark + " " + line.text() + "\n";
    }

    private static Map<String, Object> document(LogLine line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", line.number());
        document.put("at", line.at().toString());
        document.put("level", level(line.severity()));
        document.put("text", line.text());
        return document;
    }

    private static String level(Severity severity) {
        return severity == Severity.WARNING ? "warn" : severity.name().toLowerCase(Locale.ROOT);
    }
}
