package org.tickmark.console.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
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
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Repetition.HandChange;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;
import org.tickmark.console.commands.choice.Choices;

/** {@code cal}, as far as it changes what stands: each command says first what it will do, and tells how it is undone. */
final class CalEditCommands {
    private static final String ID = CalCommands.ID;
    private static final String SCOPE = "scope";
    private static final String DRY_RUN = "dry-run";
    private static final String ACTION = "ACTION";
    private static final String DATE = "DATE";

    private static final int FORESEEN_DATES = 10;

    private final Appointments appointments;

    CalEditCommands(Appointments appointments) {
        this.appointments = appointments;
    }

    static List<Command> of(Appointments appointments, Clock clock) {
        CalEditCommands commands = new CalEditCommands(appointments);
        return List.of(
                CalAddCommand.of(appointments, clock),
                commands.dates(),
                commands.edit(),
                commands.delete(),
                commands.stop(),
                commands.cut(),
                commands.join(),
                commands.undo());
    }

    static Command.Declaration editing(String verb) {
        return editing(verb, Permission.CALENDAR_EDIT);
    }

    private static Command.Declaration editing(String verb, Permission permission) {
        return Command.named("cal", verb, permission)
                .flag(DRY_RUN, "cal.dry-run")
                .option("revision", "cal.revision", ValueKind.INTEGER);
    }

    private static Reach reach(CommandCall call) {
        return Reach.valueOf(call.option(SCOPE).orElse("this").toUpperCase(Locale.ROOT));
    }

    /** Says what an edit will do, asks where it reaches further than one appointment, and does it. */
    CommandResult carryOut(CommandCall call, AppointmentKey key, Edit.Action action, boolean asks) {
        int revision = call.option("revision").map(Integer::parseInt).orElse(Edit.ANY);
        Edit edit = new Edit(key, revision, action);
        Preview preview = appointments.preview(call.caller(), edit);
        if (call.flag(DRY_RUN)) {
            return foreseen(call, preview, action instanceof Edit.Repeat repeat ? dates(call, key, repeat) : List.of());
        }
        if (asks && !call.confirm(Texts.text("cal.ask", preview.sentence()))) {
            return CommandResult.done(Texts.text("left"));
        }
        Saved saved = appointments.apply(call.caller(), edit.seen(preview.revision()));
        return done(saved, Texts.text("cal.done", preview.sentence(), Long.toString(saved.change())));
    }

    /** What would be done and, of another rule, its first dates. */
    private static CommandResult foreseen(CommandCall call, Preview preview, List<LocalDateTime> dates) {
        Locale locale = call.caller().locale();
        StringBuilder text = new StringBuilder(preview.sentence().text(locale)).append('\n');
        dates.forEach(date -> text.append("  ")
                .append(CalText.time(date))
                .append("  ")
                .append(Choices.text(date.getDayOfWeek()).text(locale))
                .append('\n'));
        Map<String, Object> document = document(preview);
        if (!dates.isEmpty()) {
            document.put("dates", dates.stream().map(LocalDateTime::toString).toList());
        }
        return CommandResult.of(text.toString(), document);
    }

    /** The dates that a rule gives from where it is to begin, without what was changed by hand. */
    private List<LocalDateTime> dates(CommandCall call, AppointmentKey key, Edit.Repeat repeat) {
        return appointments
                .appointment(call.caller(), key)
                .map(from -> new Draft(
                        from.owner(),
                        repeat.reach() == Reach.ALL ? start(call, from) : from.start(),
                        from.zone(),
                        from.allDay(),
                        Duration.between(from.start(), from.end()).toString(),
                        repeat.rule(),
                        Map.of(),
                        List.of(),
                        ""))
                .map(draft -> appointments.dates(call.caller(), draft, FORESEEN_DATES).dates().stream()
                        .map(DateList.Date::start)
                        .toList())
                .orElse(List.of());
    }

    /** Where all of it begins. */
    private LocalDateTime start(CommandCall call, Appointment one) {
        return one.series() == 0
                ? one.start()
                : appointments
                        .repetition(call.caller(), one.series())
                        .map(Repetition::start)
                        .orElse(one.start());
    }

    private static Map<String, Object> document(Preview preview) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("revision", preview.revision());
        document.put("case", preview.editCase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put(
                "changed", preview.changed().isPresent() ? preview.changed().getAsLong() : null);
        document.put(
                "removed", preview.removed().isPresent() ? preview.removed().getAsLong() : null);
        document.put("kept", preview.kept());
        document.put(
                "lost", preview.lost().stream().map(LocalDateTime::toString).toList());
        document.put(
                "old_rule_ends", preview.oldRuleEnds().map(Object::toString).orElse(null));
        return document;
    }

    /** What stands afterwards, with one line that sums it up. */
    static CommandResult done(Saved saved, Message summary) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("change", saved.change());
        document.put("series", saved.series());
        document.put("appointments", saved.singles());
        return CommandResult.of("", document).summary(summary);
    }

    // ---------------------------------------------------------------- edit

    private Command edit() {
        return editing("edit")
                .argument(ID, "cal.id", ValueKind.TEXT)
                .option(SCOPE, "cal.scope", ValueKind.choice("this", "following", "all"))
                .option("hand-changed", "cal.hand-changed", ValueKind.choice("field-by-field", "untouched", "reset"))
                .option("start", "cal.new-start", ValueKind.TEXT)
                .option("length", "cal.length", ValueKind.DURATION)
                .option("title", "cal.title", ValueKind.TEXT)
                .option("location", "cal.location", ValueKind.TEXT)
                .option("note", "cal.note", ValueKind.TEXT)
                .option("status", "cal.status", ValueKind.choice("not-started", "started", "completed"))
                .repeatable("field", "cal.field", ValueKind.TEXT)
                .option("repeat", "cal.repeat", ValueKind.TEXT)
                .option("shift", "cal.shift", ValueKind.TEXT)
                .option("reanchor", "cal.reanchor", ValueKind.TEXT)
                .option("split", "cal.split", ValueKind.TEXT)
                .example("cal edit 17 --title Review")
                .example("cal edit 17 --scope following --start 2026-11-10T10:00 --dry-run")
                .example("cal edit 17 --scope all --hand-changed untouched --location Attic")
                .example("cal edit 17 --scope following --repeat \"every other Tuesday\"")
                .example("cal edit 17 --shift 2026-11-11T09:00")
                .does(this::edit);
    }

    private CommandResult edit(CommandCall call) {
        AppointmentKey key = CalText.key(call.argument(ID));
        Edit.Action action = action(call);
        boolean one = action instanceof Edit.Change change && change.reach() == Reach.THIS;
        return carryOut(call, key, action, !one);
    }

    private static Edit.Action action(CommandCall call) {
        for (Restart how : Restart.values()) {
            String option = how.name().toLowerCase(Locale.ROOT);
            if (call.option(option).isPresent()) {
                return new Edit.Begin(
                        TimeInput.local("--" + option, call.option(option).get()), how);
            }
        }
        if (call.option("repeat").isPresent()) {
            Reach reach = call.option(SCOPE).isPresent() ? reach(call) : Reach.ALL;
            return new Edit.Repeat(CalInput.rule(call, call.option("repeat").get()), reach);
        }
        HandChanged handChanged = HandChanged.valueOf(call.option("hand-changed")
                .orElse("field-by-field")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        Edit.Change change = new Edit.Change(
                call.option("start").map(given -> TimeInput.local("--start", given)),
                call.option("length"),
                CalInput.fields(call),
                reach(call),
                handChanged);
        if (change.start().isEmpty()
                && change.length().isEmpty()
                && change.fields().isEmpty()) {
            throw Texts.problem("usage.cal-nothing").exception();
        }
        return change;
    }

    // ---------------------------------------------------------------- delete, stop, cut, join, undo

    private Command delete() {
        return editing("delete")
                .argument(ID, "cal.id", ValueKind.TEXT)
                .option(SCOPE, "cal.scope", ValueKind.choice("this", "following", "all"))
                .example("cal delete 17")
                .example("cal delete 17 --scope all --yes")
                .does(call -> carryOut(call, CalText.key(call.argument(ID)), new Edit.Delete(reach(call)), true));
    }

    private Command stop() {
        return editing("stop")
                .argument(ID, "cal.id", ValueKind.TEXT)
                .example("cal stop 17")
                .does(call -> carryOut(call, CalText.key(call.argument(ID)), new Edit.Stop(), true));
    }

    private Command cut() {
        return editing("cut")
                .argument(ID, "cal.id", ValueKind.TEXT)
                .example("cal cut 17")
                .does(call -> carryOut(call, CalText.key(call.argument(ID)), new Edit.Cut(), true));
    }

    private Command join() {
        return editing("join")
                .argument("FIRST", "cal.first", ValueKind.record("series"))
                .argument("SECOND", "cal.second", ValueKind.record("series"))
                .example("cal join 3 4")
                .does(this::join);
    }

    private CommandResult join(CommandCall call) {
        Repetition first = CalText.repetition(appointments, call, Long.parseLong(call.argument("FIRST")));
        AppointmentKey key = AppointmentKey.of(first.id(), first.start());
        return carryOut(call, key, new Edit.Join(Long.parseLong(call.argument("SECOND"))), true);
    }

    private Command undo() {
        return Command.named("cal", "undo", Permission.CALENDAR_EDIT)
                .argument("CHANGE", "cal.change", ValueKind.INTEGER)
                .example("cal undo 41")
                .does(call -> {
                    Saved saved = appointments.undo(call.caller(), Long.parseLong(call.argument("CHANGE")));
                    return done(saved, Texts.text("cal.undone", Long.toString(saved.change())));
                });
    }

    // ---------------------------------------------------------------- dates of a series that stands

    /** Whoever sees a series sees its dates; to change one takes more, which the service asks for. */
    private Command dates() {
        return editing("dates", Permission.CALENDAR_READ)
                .argument("SERIES", "cal.series", ValueKind.record("series"))
                .argument(
                        ACTION,
                        "cal.dates-action",
                        ValueKind.choice("list", "add", "delete", "earlier", "later", "reset"))
                .argument(DATE, "cal.date", ValueKind.TEXT, Cardinality.OPTIONAL)
                .option("holidays", "cal.holidays", ValueKind.TEXT)
                .option("limit", "limit", ValueKind.INTEGER)
                .columns(CalAddCommand.DATES)
                .example("cal dates 3 list")
                .example("cal dates 3 later 2026-11-10")
                .example("cal dates 3 add 2026-12-24T09:00")
                .does(this::dates);
    }

    private CommandResult dates(CommandCall call) {
        long series = Long.parseLong(call.argument("SERIES"));
        Repetition repetition = CalText.repetition(appointments, call, series);
        String action = call.argument(ACTION);
        if (action.equals("list")) {
            return CalAddCommand.standing(call, appointments, series);
        }
        String given = call.arguments(DATE).stream().findFirst().orElseThrow(() -> Texts.problem("usage.cal-date")
                .exception());
        LocalDateTime date = date(repetition, given);
        LocalDateTime original = action.equals("add") ? date : original(repetition, given, date);
        AppointmentKey key = AppointmentKey.of(series, original);
        return carryOut(call, key, dateAction(call, key, action), false);
    }

    /** A date alone is meant at the time of day of the series. */
    private static LocalDateTime date(Repetition repetition, String given) {
        LocalDateTime date = TimeInput.local(DATE, given);
        return given.contains("T")
                ? date
                : date.toLocalDate().atTime(repetition.start().toLocalTime());
    }

    /** A date is named by where the rule has it, and also by where it was moved to. */
    private static LocalDateTime original(Repetition repetition, String given, LocalDateTime date) {
        List<HandChange> changes = repetition.handChanges();
        if (changes.stream().anyMatch(change -> change.original().equals(date))) {
            return date;
        }
        return changes.stream()
                .filter(change -> change.start()
                        .map(start -> given.contains("T")
                                ? start.equals(date)
                                : start.toLocalDate().equals(date.toLocalDate()))
                        .orElse(false))
                .map(HandChange::original)
                .findFirst()
                .orElse(date);
    }

    private Edit.Action dateAction(CommandCall call, AppointmentKey key, String action) {
        return switch (action) {
            case "add" -> new Edit.Add();
            case "delete" -> new Edit.Delete(Reach.THIS);
            case "earlier" -> Edit.Change.start(now(call, key).minusDays(1), Reach.THIS);
            case "later" -> Edit.Change.start(now(call, key).plusDays(1), Reach.THIS);
            default -> new Edit.Restore();
        };
    }

    private LocalDateTime now(CommandCall call, AppointmentKey key) {
        Optional<Appointment> appointment = appointments.appointment(call.caller(), key);
        return appointment.map(Appointment::start).orElseThrow(() -> Texts.problem("usage.cal-unknown")
                .found(key.toString())
                .advice(Texts.text("usage.cal-unknown.advice"))
                .exception());
    }
}
