package org.tickmark.console.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code task next} and {@code task outlook}: when tasks will run. */
final class TaskTimes {
    /** How many of the next times are told where nobody says how many. */
    static final int USUAL_NUMBER = 10;

    private static final int MOST = 100_000;
    private static final int MOST_RUNS = 100_000;
    private static final int BAR = 30;
    private static final int NAMES = 4;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<Column> FIRINGS = List.of(
            Column.message("weekday"),
            Column.text("local"),
            Column.text("zone"),
            Column.text("instant"),
            Column.message("note"));
    private static final List<Column> EXPECTED =
            List.of(Column.text("task"), Column.instant("start"), Column.instant("end"), Column.text("follows"));

    private final TaskServices services;
    private final Tasks tasks;

    private TaskTimes(TaskServices services) {
        this.services = services;
        this.tasks = services.tasks();
    }

    static List<Command> of(TaskServices services) {
        TaskTimes commands = new TaskTimes(services);
        return List.of(commands.next(), commands.outlook());
    }

    /** A moment as the clocks of a zone show it, to the minute, with the zone. */
    static String shown(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone)) + " " + zone.getId();
    }

    // ---------------------------------------------------------------- next

    private Command next() {
        return Command.named("task", "next", Permission.TASK_READ)
                .argument("NAME|EXPR", "task.or-schedule", TaskCommands.TASK)
                .option("number", "recur.number", ValueKind.INTEGER)
                .option("zone", "task.next-zone", ValueKind.TEXT)
                .option("from", "task.next-from", ValueKind.TEXT)
                .columns(FIRINGS)
                .example("task next nightly-import")
                .example("task next \"0 6 * * 1-5\" -n 10 --zone Europe/Oslo -o json")
                .example("task next \"last workday of the month at 07:00\" --from 2027-01-01")
                .does(this::next);
    }

    private CommandResult next(CommandCall call) {
        int number = number(call);
        String given = call.argument("NAME|EXPR");
        Timing timing = timing(call, given);
        ZoneId zone = MomentInput.zone("--zone", timing.zone());
        Instant from =
                services.moment(call, "from", zone, TimeInput.Direction.ON).orElseGet(services.clock()::instant);
        List<Tasks.Firing> firings = tasks.preview(call.caller(), timing, from, number);
        CommandResult result = firings(firings);
        return firings.isEmpty() ? result.summary(Texts.text("task.next.never")) : result;
    }

    /** Times of a schedule, as rows and as a document. */
    static CommandResult firings(List<Tasks.Firing> firings) {
        Table.Builder table = Table.under(FIRINGS);
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Tasks.Firing firing : firings) {
            String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(firing.local());
            table.row(
                    Choices.text(firing.local().getDayOfWeek()),
                    local.replace('T', ' ').replaceFirst("(:\\d\\d):00$", "$1"),
                    firing.zone(),
                    firing.instant().toString(),
                    firing.note().orElse(null));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("local", local);
            document.put("zone", firing.zone());
            document.put("instant", firing.instant().toString());
            documents.add(document);
        }
        return CommandResult.of(table.build(), documents);
    }

    private Timing timing(CommandCall call, String given) {
        Optional<Timing> ofTask = given.matches("[a-z0-9-]+")
                ? tasks.task(call.caller(), given).map(Task::definition).map(definition -> definition.timing())
                : Optional.empty();
        if (ofTask.isPresent()) {
            return call.option("zone").map(zone -> inZone(ofTask.get(), zone)).orElseGet(ofTask::get);
        }
        return Timing.of(given, services.zone(call).getId());
    }

    private static Timing inZone(Timing timing, String zone) {
        return new Timing(
                timing.schedule(),
                zone,
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                timing.catchUp());
    }

    private static int number(CommandCall call) {
        long number = call.option("number").map(Long::parseLong).orElse((long) USUAL_NUMBER);
        if (number < 1 || number > MOST) {
            throw Texts.problem("usage.recur-number")
                    .where("--number")
                    .found(Long.toString(number))
                    .expected("1–" + MOST)
                    .exception();
        }
        return (int) number;
    }

    // ---------------------------------------------------------------- outlook

    private Command outlook() {
        return Command.named("task", "outlook", Permission.TASK_READ)
                .option("hours", "task.hours", ValueKind.INTEGER)
                .option("days", "task.days", ValueKind.INTEGER)
                .option("from", "task.outlook-from", ValueKind.TEXT)
                .flag("bars", "task.bars")
                .columns(EXPECTED)
                .example("task outlook")
                .example("task outlook --days 7 --bars")
                .example("task outlook --hours 12 --from 2026-11-27T18:00 -o json")
                .does(this::outlook);
    }

    private CommandResult outlook(CommandCall call) {
        ZoneId zone = services.clock().getZone();
        Instant from =
                services.moment(call, "from", zone, TimeInput.Direction.ON).orElseGet(services.clock()::instant);
        Instant to = from.plus(span(call));
        List<Tasks.Expected> runs = tasks.outlook(call.caller(), from, to, MOST_RUNS);
        if (call.flag("bars")) {
            return bars(runs, from, to, zone).summary(Texts.text("task.outlook.done", runs.size()));
        }
        Table.Builder table = Table.under(EXPECTED);
        runs.forEach(run ->
                table.row(run.task(), run.start(), run.end(), run.follows().isEmpty() ? null : run.follows()));
        return CommandResult.of(table.build()).summary(Texts.text("task.outlook.done", runs.size()));
    }

    private static Duration span(CommandCall call) {
        Optional<Long> hours = call.option("hours").map(Long::valueOf);
        Optional<Long> days = call.option("days").map(Long::valueOf);
        if (hours.isPresent() && days.isPresent()) {
            throw Texts.problem("usage.hours-or-days").exception();
        }
        long all = days.map(number -> Math.multiplyExact(Math.min(number, MOST), 24))
                .or(() -> hours)
                .orElse(24L);
        if (all < 1 || all > Duration.ofDays(366).toHours()) {
            throw Texts.problem("usage.span")
                    .found(String.valueOf(all))
                    .expected("1–" + Duration.ofDays(366).toHours() + " h")
                    .exception();
        }
        return Duration.ofHours(all);
    }

    /** A line for each hour in which something begins or is under way. */
    private static CommandResult bars(List<Tasks.Expected> runs, Instant from, Instant to, ZoneId zone) {
        List<Hour> hours = new ArrayList<>();
        ZonedDateTime begin = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        for (ZonedDateTime hour = begin; hour.toInstant().isBefore(to); hour = hour.plusHours(1)) {
            hours.add(Hour.of(hour, runs));
        }
        long most = hours.stream().mapToLong(Hour::starts).max().orElse(0);
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Hour hour : hours) {
            if (hour.atOnce() > 0) {
                text.append(hour.line(most)).append('\n');
            }
            documents.add(hour.document());
        }
        return CommandResult.of(text.toString(), documents);
    }

    /**
     * What happens in an hour.
     *
     * @param starts how many runs begin
     * @param atOnce how many are under way at the same time at most
     * @param names names of the tasks that begin
     */
    private record Hour(ZonedDateTime begin, long starts, long atOnce, List<String> names) {
        static Hour of(ZonedDateTime begin, List<Tasks.Expected> all) {
            Instant from = begin.toInstant();
            Instant to = begin.plusHours(1).toInstant();
            List<Tasks.Expected> here = all.stream()
                    .filter(run -> run.start().isBefore(to)
                            && (run.end().isAfter(from) || !run.start().isBefore(from)))
                    .toList();
            List<Tasks.Expected> begun =
                    here.stream().filter(run -> !run.start().isBefore(from)).toList();
            List<String> names = new ArrayList<>(
                    new TreeSet<>(begun.stream().map(Tasks.Expected::task).toList()));
            return new Hour(begin, begun.size(), mostAtOnce(here, from), names);
        }

        /** Goes through the starts in order, with the ends behind it; a run of which nothing is known takes no time. */
        private static long mostAtOnce(List<Tasks.Expected> here, Instant from) {
            List<Instant> starts = here.stream()
                    .map(run -> run.start().isBefore(from) ? from : run.start())
                    .sorted()
                    .toList();
            List<Instant> ends = here.stream()
                    .map(run -> run.end().isAfter(run.start())
                            ? run.end()
                            : run.start().plusNanos(1))
                    .sorted()
                    .toList();
            int ended = 0;
            int most = 0;
            for (int begun = 0; begun < starts.size(); begun++) {
                while (!ends.get(ended).isAfter(starts.get(begun))) {
                    ended++;
                }
                most = Math.max(most, begun + 1 - ended);
            }
            return most;
        }

        String line(long most) {
            long length = starts == 0 ? 0 : Math.max(1, starts * BAR / most);
            String bar = "#".repeat((int) length) + " ".repeat(BAR - (int) length);
            String told = String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                    + (names.size() > NAMES ? ", …" : "");
            return String.format(Locale.ROOT, "%s  %s %5d  ×%-3d %s", MINUTE.format(begin), bar, starts, atOnce, told)
                    .stripTrailing();
        }

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("hour", begin.toInstant().toString());
            document.put("starts", starts);
            document.put("at_once", atOnce);
            document.put("tasks", names);
            return document;
        }
    }
}
