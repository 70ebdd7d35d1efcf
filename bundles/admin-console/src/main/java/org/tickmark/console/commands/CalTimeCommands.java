package org.tickmark.console.commands;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.Clash;
import org.tickmark.api.host.calendar.Clashes;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.Clearing.Move;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.calendar.SlotSearch;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.TimeInput.Direction;
import org.tickmark.console.commands.choice.Choices;

/** {@code cal}, as far as it is about people's time: when they are free, what meets what, and what moves would clear that. */
final class CalTimeCommands {
    private static final String ID = CalCommands.ID;
    private static final String WHO = "WHO";
    private static final int USUAL_DAYS = 7;
    private static final int USUAL_SEARCH = 60;
    private static final int USUAL_LIMIT = 100;
    private static final List<Column> BUSY =
            List.of(Column.text("who"), Column.text("from"), Column.text("to"), Column.message("kind"));
    private static final List<Column> CLASHES = List.of(
            Column.text("date"),
            Column.list("who"),
            Column.text("from"),
            Column.text("to"),
            Column.text("other"),
            Column.text("title"));
    private static final List<Column> MOVES = List.of(Column.text("date"), Column.text("from"), Column.text("to"));

    private final Appointments appointments;
    private final Meetings meetings;
    private final Clock clock;

    private CalTimeCommands(Appointments appointments, Meetings meetings, Clock clock) {
        this.appointments = appointments;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * The commands.
     *
     * @param clock tells today, in the zone of who looks
     */
    static List<Command> of(Appointments appointments, Meetings meetings, Clock clock) {
        CalTimeCommands commands = new CalTimeCommands(appointments, meetings, clock);
        return List.of(commands.freeBusy(), commands.free(), commands.conflicts(), commands.clear());
    }

    private Instant from(CommandCall call) {
        return call.option("from")
                .map(given -> new TimeInput(clock, clock.getZone()).moment("--from", given, Direction.BACK))
                .orElseGet(() -> clock.instant());
    }

    private Instant to(CommandCall call, Instant from, int usualDays) {
        return call.option("to")
                .map(given -> new TimeInput(clock, clock.getZone()).moment("--to", given, Direction.ON))
                .orElseGet(
                        () -> from.atZone(clock.getZone()).plusDays(usualDays).toInstant());
    }

    private static List<String> who(CommandCall call) {
        return call.arguments(WHO).stream().map(CalInput::who).toList();
    }

    private String shown(Instant instant) {
        return CalText.time(LocalDateTime.ofInstant(instant, clock.getZone()));
    }

    // ---------------------------------------------------------------- free-busy, free

    private Command freeBusy() {
        return Command.named("cal", "free-busy", Permission.CALENDAR_READ)
                .argument(WHO, "cal.who", ValueKind.TEXT, Cardinality.SOME)
                .option("from", "cal.from-now", ValueKind.TEXT)
                .option("to", "cal.to", ValueKind.TEXT)
                .columns(BUSY)
                .example("cal free-busy anna bo@example.org")
                .example("cal free-busy \"resource:Fjord room\" --from 2026-12-01 --to 2027-01-01 -o json")
                .does(this::freeBusy);
    }

    private CommandResult freeBusy(CommandCall call) {
        Instant from = call.option("from").isPresent()
                ? from(call)
                : LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        List<BusyTime> times = meetings.busy(call.caller(), who(call), from, to(call, from, USUAL_DAYS));
        Table.Builder table = Table.under(BUSY);
        times.forEach(time -> table.row(time.who(), shown(time.from()), shown(time.to()), Choices.text(time.kind())));
        return CommandResult.of(
                table.build(), times.stream().map(CalTimeCommands::document).toList());
    }

    private static Map<String, Object> document(BusyTime time) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("who", time.who());
        document.put("from", time.from().toString());
        document.put("to", time.to().toString());
        document.put("kind", Choices.id(time.kind()));
        return document;
    }

    private Command free() {
        return window(Command.named("cal", "free", Permission.CALENDAR_READ)
                        .argument(WHO, "cal.who", ValueKind.TEXT, Cardinality.SOME)
                        .option("length", "cal.free-length", ValueKind.DURATION)
                        .option("from", "cal.from-now", ValueKind.TEXT)
                        .option("to", "cal.to", ValueKind.TEXT))
                .example("cal free anna bo@example.org --length 1h")
                .example("cal free anna \"resource:Fjord room\" --from 2026-12-01 --free-days NO")
                .does(this::free);
    }

    private static Command.Declaration window(Command.Declaration declared) {
        return declared.option("day-begins", "cal.day-begins", ValueKind.TEXT)
                .option("day-ends", "cal.day-ends", ValueKind.TEXT)
                .option("free-days", "cal.free-days", ValueKind.TEXT);
    }

    private static LocalTime time(CommandCall call, String option, String usual) {
        String given = call.option(option).orElse(usual);
        try {
            return LocalTime.parse(given);
        } catch (DateTimeException wrong) {
            throw Texts.problem("usage.cal-time", "--" + option)
                    .found(given)
                    .expected("08:00")
                    .exception(wrong);
        }
    }

    private static LocalTime begins(CommandCall call) {
        return time(call, "day-begins", "08:00");
    }

    private static LocalTime ends(CommandCall call) {
        return time(call, "day-ends", "17:00");
    }

    private CommandResult free(CommandCall call) {
        Instant from = from(call);
        SlotSearch search = new SlotSearch(
                who(call),
                from,
                to(call, from, USUAL_SEARCH),
                Duration.parse(call.option("length").orElse("PT30M")),
                clock.getZone(),
                begins(call),
                ends(call),
                call.option("free-days").orElse(""));
        Optional<Instant> found = meetings.firstFree(call.caller(), search);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start", found.map(Instant::toString).orElse(null));
        if (found.isEmpty()) {
            return CommandResult.of("", document)
                    .summary(Texts.text("cal.none-free"))
                    .exit(ExitCode.FAILURE);
        }
        return CommandResult.of(shown(found.get()) + "\n", document);
    }

    // ---------------------------------------------------------------- conflicts, clear

    private Command conflicts() {
        return Command.named("cal", "conflicts", Permission.CALENDAR_READ)
                .argument(ID, "cal.id", ValueKind.TEXT)
                .option("limit", "limit", ValueKind.INTEGER)
                .columns(CLASHES)
                .example("cal conflicts 17")
                .example("cal conflicts 3@2026-11-10T09:00 -o json")
                .does(this::conflicts);
    }

    private CommandResult conflicts(CommandCall call) {
        int limit = Math.min(RecordCommands.limit(call, USUAL_LIMIT), Appointments.MOST);
        Clashes clashes = meetings.clashes(call.caller(), CalText.key(call.argument(ID)), limit);
        Table.Builder table = Table.under(CLASHES);
        for (Clash clash : clashes.clashes()) {
            table.row(
                    CalText.time(clash.original()),
                    clash.who(),
                    shown(clash.from()),
                    shown(clash.to()),
                    clash.other().toString(),
                    clash.title());
        }
        return CommandResult.of(
                        table.build(),
                        clashes.clashes().stream()
                                .map(CalTimeCommands::document)
                                .toList())
                .summary(Texts.text("cal.clashes", clashes.total()));
    }

    private static Map<String, Object> document(Clash clash) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", clash.original().toString());
        document.put("who", clash.who());
        document.put("from", clash.from().toString());
        document.put("to", clash.to().toString());
        document.put("other", clash.other().toString());
        document.put("series", clash.series() == 0 ? null : clash.series());
        document.put("title", clash.title());
        return document;
    }

    private Command clear() {
        return window(Command.named("cal", "clear", Permission.CALENDAR_EDIT)
                        .argument(ID, "cal.id", ValueKind.TEXT)
                        .option("days", "cal.clear-days", ValueKind.INTEGER))
                .option("do", "cal.clear-do", ValueKind.choice("nothing", "moves", "shift"))
                .columns(MOVES)
                .example("cal clear 17")
                .example("cal clear 17 --days 2 --free-days NO --do moves")
                .example("cal clear 17 --do shift")
                .does(this::clear);
    }

    private CommandResult clear(CommandCall call) {
        AppointmentKey key = CalText.key(call.argument(ID));
        int days = call.option("days").map(Integer::parseInt).orElse(0);
        ClearingLimits limits = new ClearingLimits(
                days, begins(call), ends(call), call.option("free-days").orElse(""));
        Clearing clearing = meetings.clear(call.caller(), key, limits);
        Table.Builder table = Table.under(MOVES);
        for (Move move : clearing.moves()) {
            table.row(CalText.time(move.original()), CalText.time(move.from()), CalText.time(move.to()));
        }
        List<Long> changes = carryOut(call, key, clearing);
        Map<String, Object> document = document(clearing);
        document.put("changes", changes);
        String shift = clearing.shift().map(Duration::toString).orElse("–");
        CommandResult result = CommandResult.of(table.build(), document)
                .summary(Texts.text(
                        "cal.clearing", clearing.moves().size(), clearing.left().size(), shift, changes.size()));
        return clearing.left().isEmpty() ? result : result.exit(ExitCode.PARTLY);
    }

    private static Map<String, Object> document(Clearing clearing) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<Map<String, Object>> moves = new ArrayList<>();
        for (Move move : clearing.moves()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("date", move.original().toString());
            one.put("from", move.from().toString());
            one.put("to", move.to().toString());
            moves.add(one);
        }
        document.put("moves", moves);
        document.put(
                "left", clearing.left().stream().map(LocalDateTime::toString).toList());
        document.put("shift", clearing.shift().map(Duration::toString).orElse(null));
        return document;
    }

    /** Does what was asked for; tells the numbers of the changes. */
    private List<Long> carryOut(CommandCall call, AppointmentKey key, Clearing clearing) {
        String what = call.option("do").orElse("nothing");
        Appointment appointment = appointments.appointment(call.caller(), key).orElseThrow(() -> Texts.problem(
                        "usage.cal-unknown")
                .found(key.toString())
                .advice(Texts.text("usage.cal-unknown.advice"))
                .exception());
        List<Edit> edits = new ArrayList<>();
        if (what.equals("moves")) {
            clearing.moves()
                    .forEach(move -> edits.add(Edit.of(
                            appointment.series() == 0 ? key : AppointmentKey.of(appointment.series(), move.original()),
                            Edit.Change.start(move.to(), Reach.THIS))));
        } else if (what.equals("shift") && clearing.shift().isPresent()) {
            LocalDateTime then = appointment.start().plus(clearing.shift().get());
            edits.add(Edit.of(key, new Edit.Begin(then, Restart.SHIFT)));
        }
        List<Long> changes = new ArrayList<>();
        if (!edits.isEmpty() && call.confirm(Texts.text("cal.clear-ask", edits.size()))) {
            for (Edit edit : edits) {
                Saved saved = appointments.apply(call.caller(), edit);
                changes.add(saved.change());
            }
        }
        return changes;
    }
}
