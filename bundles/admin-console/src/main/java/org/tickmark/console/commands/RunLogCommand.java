package org.tickmark.console.commands;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Runs;

/** {@code run log}: what a run wrote, also while it writes. */
final class RunLogCommand {
    private static final int PAGE = 1000;
    private static final long MOST_TAIL = 1_000_000;
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
                .option("level", "run.level", ValueKind.choice("info", "warn", "error"))
                .example("run log 811")
                .example("run log 811 -f")
                .example("run log 811 --tail 200 --level warn -o json")
                .does(command::show));
    }

    private CommandResult show(CommandCall call) {
        Run run = services.run(call);
        Reading reading = new Reading(call, run.id());
        List<Runs.LogLine> lines = reading.tail(tail(call));
        if (!call.flag("follow")) {
            ZoneId zone = services.clock().getZone();
            String text =
                    String.join("", lines.stream().map(line -> text(line, zone)).toList());
            CommandResult result = CommandResult.of(
                    text, lines.stream().map(RunLogCommand::document).toList());
            return lines.isEmpty() ? result.summary(Texts.text("run.log.empty", run.id())) : result;
        }
        reading.print(lines);
        while (!services.run(call).state().isFinal()) {
            call.cancel().throwIfCancelled();
            reading.printNew();
            services.runs().await(call.caller(), run.id(), LOOK, call.cancel());
        }
        reading.printNew();
        return CommandResult.done(RunCommands.sentence(services.run(call)));
    }

    private static long tail(CommandCall call) {
        long tail = call.option("tail").map(Long::valueOf).orElse(MOST_TAIL);
        if (tail < 0 || tail > MOST_TAIL) {
            throw Texts.problem("usage.limit")
                    .where("--tail")
                    .found(String.valueOf(tail))
                    .expected("0-" + MOST_TAIL)
                    .exception();
        }
        return tail;
    }

    private static String text(Runs.LogLine line, ZoneId zone) {
        String mark =
                switch (line.severity()) {
                    case INFO -> "     ";
                    case WARNING -> "WARN ";
                    case ERROR -> "ERROR";
                };
        return TIME.format(line.at().atZone(zone)) + " " + mark + " " + line.text() + "\n";
    }

    private static Map<String, Object> document(Runs.LogLine line) {
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

    /** A log being read, from line to line. */
    private final class Reading {
        private final CommandCall call;
        private final long run;
        private final Severity lightest;
        private long last;

        Reading(CommandCall call, long run) {
            this.call = call;
            this.run = run;
            this.lightest = switch (call.option("level").orElse("info")) {
                case "error" -> Severity.ERROR;
                case "warn" -> Severity.WARNING;
                default -> Severity.INFO;
            };
        }

        /** The last lines that weigh enough, read from the end: a log may be long, and mostly its end is asked for. */
        List<Runs.LogLine> tail(long most) {
            last = end();
            Deque<Runs.LogLine> lines = new ArrayDeque<>();
            for (long through = last; through > 0 && lines.size() < most; through -= PAGE) {
                List<Runs.LogLine> page = through(through);
                for (int at = page.size() - 1; at >= 0 && lines.size() < most; at--) {
                    if (weighs(page.get(at))) {
                        lines.addFirst(page.get(at));
                    }
                }
            }
            return new ArrayList<>(lines);
        }

        /** The lines of the page that ends with this one. */
        private List<Runs.LogLine> through(long number) {
            long after = Math.max(0, number - PAGE);
            return services.runs().log(call.caller(), run, after, (int) (number - after));
        }

        /** The number of the last line, found by asking whether there are more, as one looks up a word. */
        private long end() {
            long least = 0;
            long step = PAGE;
            while (isMoreAfter(least + step)) {
                least += step;
                step *= 2;
            }
            long most = least + step;
            while (least < most) {
                long middle = (least + most) / 2;
                if (isMoreAfter(middle)) {
                    least = middle + 1;
                } else {
                    most = middle;
                }
            }
            return least;
        }

        private boolean isMoreAfter(long number) {
            return !services.runs().log(call.caller(), run, number, 1).isEmpty();
        }

        private List<Runs.LogLine> page() {
            List<Runs.LogLine> page = services.runs().log(call.caller(), run, last, PAGE);
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1).number();
            }
            return page;
        }

        private boolean weighs(Runs.LogLine line) {
            return line.severity().compareTo(lightest) >= 0;
        }

        void printNew() {
            for (List<Runs.LogLine> page = page(); !page.isEmpty(); page = page()) {
                print(page.stream().filter(this::weighs).toList());
            }
        }

        void print(List<Runs.LogLine> lines) {
            ZoneId zone = services.clock().getZone();
            lines.forEach(line -> call.print(text(line, zone), document(line)));
        }
    }
}
