package org.tickmark.console.commands;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Draft.Adjustment;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code cal add}: an appointment or a series, and before that the list of its dates. */
final class CalAddCommand {
    /** A list of dates. */
    static final List<Column> DATES = List.of(
            Column.message("weekday"),
            Column.text("start"),
            Column.text("original"),
            Column.message("state"),
            Column.list("conflicts"),
            Column.text("holiday"));

    private static final String START = "START";
    private static final String USUAL_LENGTH = "PT30M";
    private static final int USUAL_DATES = 100;

    private final Appointments appointments;
    private final Clock clock;

    CalAddCommand(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    static Command of(Appointments appointments, Clock clock) {
        return new CalAddCommand(appointments, clock).add();
    }

    private Command add() {
        return Command.named("cal", "add", Permission.CALENDAR_EDIT)
                .argument(START, "cal.start", ValueKind.TEXT)
                .option("length", "cal.length", ValueKind.DURATION)
                .option("repeat", "cal.repeat", ValueKind.TEXT)
                .option("zone", "cal.zone", ValueKind.TEXT)
                .option("owner", "cal.owner", ValueKind.TEXT)
                .option("title", "cal.title", ValueKind.TEXT)
                .option("location", "cal.location", ValueKind.TEXT)
                .option("note", "cal.note", ValueKind.TEXT)
                .option("kind", "cal.kind", ValueKind.choice("appointment", "task", "call"))
                .repeatable("field", "cal.field", ValueKind.TEXT)
                .repeatable("with", "cal.with", ValueKind.TEXT)
                .flag("mail", "cal.mail")
                .repeatable("earlier", "cal.earlier", ValueKind.TEXT)
                .repeatable("later", "cal.later", ValueKind.TEXT)
                .repeatable("extra", "cal.extra", ValueKind.TEXT)
                .repeatable("without", "cal.without", ValueKind.TEXT)
                .option("holidays", "cal.holidays", ValueKind.TEXT)
                .flag("dry-run", "cal.dates-only")
                .columns(DATES)
                .example("cal add 2026-12-01T09:00 --length 1h --title Audit")
                .example("cal add 2026-11-03T09:00 --title Standup --repeat \"every Tuesday until December 22, 2026\"")
                .example("cal add 2026-11-03T09:00 --repeat \"weekly on Tuesday\" --holidays NO --dry-run")
                .example("cal add 2026-12-24 --title Closed --repeat \"yearly on 24 December\"")
                .example("cal add 2026-12-01T09:00 --with anna --with bo@example.org --with \"resource:Fjord room\""
                        + " --mail")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        Draft draft = draft(call);
        if (call.flag("dry-run")) {
            return foreseen(call, draft);
        }
        Saved saved = appointments.add(call.caller(), draft);
        List<Long> added = saved.series().isEmpty() ? saved.singles() : saved.series();
        String text = saved.series().isEmpty() ? "cal.added" : "cal.added-series";
        return CalEditCommands.done(
                saved, Texts.text(text, Long.toString(added.get(0)), Long.toString(saved.change())));
    }

    private Draft draft(CommandCall call) {
        String given = call.argument(START);
        boolean allDay = !given.contains("T");
        LocalDateTime start = TimeInput.local(START, given);
        String zone = call.option("zone").orElse(clock.getZone().getId());
        return new Draft(
                call.option("owner").orElse(""),
                start,
                zone,
                allDay,
                call.option("length").orElse(allDay ? "P1D" : USUAL_LENGTH),
                call.option("repeat").map(rule -> CalInput.rule(call, rule)).orElse(""),
                fields(call),
                adjustments(call, start),
                call.option("holidays").orElse(""));
    }

    private static Map<String, String> fields(CommandCall call) {
        Map<String, String> fields = CalInput.fields(call);
        if (call.flag("mail")) {
            fields.put(Fields.SEND_MAIL, "yes");
        }
        return fields;
    }

    private static List<Adjustment> adjustments(CommandCall call, LocalDateTime start) {
        List<Adjustment> adjustments = new ArrayList<>();
        adjust(call, "without", Adjustment.Kind.DELETE, start, adjustments);
        adjust(call, "earlier", Adjustment.Kind.EARLIER, start, adjustments);
        adjust(call, "later", Adjustment.Kind.LATER, start, adjustments);
        adjust(call, "extra", Adjustment.Kind.ADD, start, adjustments);
        return adjustments;
    }

    /** A date alone is meant at the time of day of the start. */
    private static void adjust(
            CommandCall call, String option, Adjustment.Kind kind, LocalDateTime start, List<Adjustment> all) {
        for (String given : call.options(option)) {
            LocalDateTime date = TimeInput.local("--" + option, given);
            all.add(new Adjustment(
                    kind, given.contains("T") ? date : date.toLocalDate().atTime(start.toLocalTime())));
        }
    }

    // The list of dates

    /** The dates that there would be; of an appointment that does not repeat, the one. */
    private CommandResult foreseen(CommandCall call, Draft draft) {
        CommandResult listed = listed(appointments.dates(call.caller(), draft, USUAL_DATES));
        return draft.rule().isEmpty()
                ? listed.summary(Texts.text(
                        "cal.would-add",
                        Choices.text(draft.start().getDayOfWeek()),
                        draft.allDay() ? draft.start().toLocalDate().toString() : CalText.time(draft.start()),
                        draft.length(),
                        draft.zone()))
                : listed;
    }

    /** The dates of a series that stands. */
    static CommandResult standing(CommandCall call, Appointments appointments, long series) {
        String holidays = call.option("holidays").orElse("");
        int limit = Math.min(RecordCommands.limit(call, USUAL_DATES), Appointments.MOST);
        return listed(appointments.dates(call.caller(), series, holidays, limit));
    }

    private static CommandResult listed(DateList dates) {
        Table.Builder table = Table.under(DATES);
        for (DateList.Date date : dates.dates()) {
            table.row(
                    Choices.text(date.start().getDayOfWeek()),
                    CalText.time(date.start()),
                    CalText.time(date.original()),
                    Choices.text(date.state()),
                    date.conflicts(),
                    date.holiday().orElse(null));
        }
        return CommandResult.of(table.build(), document(dates)).summary(end(dates));
    }

    /** The end that was given and the other one beside it. */
    private static Message end(DateList dates) {
        return dates.last()
                .map(last -> Texts.text("cal.ends", dates.label(), dates.count().orElse(0), last.toString()))
                .orElseGet(() -> Texts.text("cal.never-ends", dates.label()));
    }

    private static Map<String, Object> document(DateList dates) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("label", dates.label());
        document.put("count", dates.count().isPresent() ? dates.count().getAsLong() : null);
        document.put("last", dates.last().map(Object::toString).orElse(null));
        document.put("more", dates.more());
        document.put(
                "dates", dates.dates().stream().map(CalAddCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(DateList.Date date) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("original", date.original().toString());
        document.put("start", date.start().toString());
        document.put("state", Choices.id(date.state()));
        document.put("conflicts", date.conflicts());
        document.put("holiday", date.holiday().orElse(null));
        return document;
    }
}
