package org.tickmark.console.commands;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.TimeInput.Direction;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Suggestion;
import org.tickmark.recurrence.words.Words;

/** {@code cal}, as far as it only looks: appointments, series, what to offer for a date, and whether rows are as their rules say. */
final class CalCommands {
    static final String ID = "ID";

    private static final String LIST = "list";
    private static final String SHOW = "show";
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_LIMIT = 1000;
    private static final List<Column> APPOINTMENTS = List.of(
            Column.text("id"),
            Column.message("weekday"),
            Column.text("start"),
            Column.text("end"),
            Column.text("title"),
            Column.text("location"),
            Column.integer("series"),
            Column.message("origin"));
    private static final List<Column> SERIES = List.of(
            Column.integer("id"),
            Column.text("owner"),
            Column.text("title"),
            Column.text("rule"),
            Column.text("label"));
    private static final List<Column> SUGGESTIONS = List.of(Column.text("sentence"), Column.text("rule"));
    private static final List<Column> DEPARTURES =
            List.of(Column.integer("series"), Column.text("where"), Column.message("what"));

    private final Appointments appointments;
    private final RecordSource series;
    private final Clock clock;

    private CalCommands(Appointments appointments, RecordSource series, Clock clock) {
        this.appointments = appointments;
        this.series = series;
        this.clock = clock;
    }

    /**
     * The commands.
     *
     * @param series the series as records
     * @param clock tells today, in the zone of who looks
     */
    static List<Command> of(Appointments appointments, RecordSource series, Clock clock) {
        CalCommands commands = new CalCommands(appointments, series, clock);
        List<Command> all = new ArrayList<>(
                List.of(commands.list(), commands.show(), commands.series(), commands.suggest(), commands.check()));
        all.addAll(CalEditCommands.of(appointments, clock));
        all.add(CalFileCommand.of(appointments));
        return all;
    }

    // ---------------------------------------------------------------- list, show

    private Command list() {
        return Command.named("cal", LIST, Permission.CALENDAR_READ)
                .option("from", "cal.from", ValueKind.TEXT)
                .option("to", "cal.to", ValueKind.TEXT)
                .option("owner", "cal.owner", ValueKind.TEXT)
                .option("limit", "limit", ValueKind.INTEGER)
                .columns(APPOINTMENTS)
                .example("cal list")
                .example("cal list --from 2026-12-01 --to 2027-01-01 -o json")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        TimeInput times = new TimeInput(clock, clock.getZone());
        Instant from = call.option("from")
                .map(given -> times.moment("--from", given, Direction.BACK))
                .orElseGet(
                        () -> LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant());
        Instant to = call.option("to")
                .map(given -> times.moment("--to", given, Direction.ON))
                .orElseGet(
                        () -> from.atZone(clock.getZone()).plusDays(USUAL_DAYS).toInstant());
        int limit = RecordCommands.limit(call, USUAL_LIMIT);
        List<Appointment> found =
                appointments.between(call.caller(), from, to, call.option("owner"), Math.min(limit, Appointments.MOST));
        Table.Builder table = Table.under(APPOINTMENTS);
        for (Appointment appointment : found) {
            table.row(
                    appointment.key().toString(),
                    Choices.text(day(appointment)),
                    shown(appointment, appointment.startsAt(), appointment.start()),
                    shown(appointment, appointment.endsAt(), appointment.end()),
                    appointment.field(Fields.TITLE),
                    appointment.field(Fields.LOCATION),
                    appointment.series() == 0 ? null : appointment.series(),
                    Choices.text(appointment.origin()));
        }
        return CommandResult.of(
                table.build(), found.stream().map(CalCommands::document).toList());
    }

    private DayOfWeek day(Appointment appointment) {
        return appointment.allDay()
                ? appointment.start().getDayOfWeek()
                : appointment.startsAt().atZone(clock.getZone()).getDayOfWeek();
    }

    /** Days as they are, times on the clock of who looks. */
    private String shown(Appointment appointment, Instant instant, LocalDateTime wallClock) {
        return appointment.allDay()
                ? wallClock.toLocalDate().toString()
                : CalText.time(LocalDateTime.ofInstant(instant, clock.getZone()));
    }

    private static Map<String, Object> document(Appointment appointment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", appointment.key().toString());
        document.put("series", appointment.series() == 0 ? null : appointment.series());
        document.put("revision", appointment.revision());
        document.put("owner", appointment.owner());
        document.put("origin", Choices.id(appointment.origin()));
        document.put("original", appointment.original().map(Object::toString).orElse(null));
        document.put("start", appointment.start().toString());
        document.put("end", appointment.end().toString());
        document.put("zone", appointment.zone());
        document.put("all_day", appointment.allDay());
        document.put("starts_at", appointment.startsAt().toString());
        document.put("ends_at", appointment.endsAt().toString());
        document.put("fields", appointment.fields());
        return document;
    }

    private Command show() {
        return Command.named("cal", SHOW, Permission.CALENDAR_READ)
                .argument(ID, "cal.id", ValueKind.TEXT)
                .example("cal show 17")
                .example("cal show 3@2026-11-10T09:00 -o json")
                .does(this::show);
    }

    private CommandResult show(CommandCall call) {
        Appointment appointment = appointments
                .appointment(call.caller(), CalText.key(call.argument(ID)))
                .orElseThrow(() -> Texts.problem("usage.cal-unknown")
                        .found(call.argument(ID))
                        .advice(Texts.text("usage.cal-unknown.advice"))
                        .exception());
        return new Details(call.caller().locale())
                .add("id", appointment.key().toString())
                .add("title", appointment.field(Fields.TITLE))
                .add("start", CalText.time(appointment.start()))
                .add("end", CalText.time(appointment.end()))
                .add("zone", appointment.zone())
                .add("all_day", appointment.allDay())
                .add("owner", appointment.owner())
                .choice("origin", appointment.origin())
                .add("series", appointment.series() == 0 ? null : appointment.series())
                .add("original", appointment.original().map(CalText::time))
                .add("revision", (long) appointment.revision())
                .add("fields", appointment.fields())
                .result();
    }

    // ---------------------------------------------------------------- series

    private Command series() {
        return Command.named("cal", "series", Permission.CALENDAR_READ)
                .argument("ACTION", "cal.series-action", ValueKind.choice(LIST, SHOW))
                .argument("SERIES", "cal.series", ValueKind.record("series"), Cardinality.OPTIONAL)
                .columns(SERIES)
                .example("cal series list")
                .example("cal series show 3")
                .does(this::series);
    }

    private CommandResult series(CommandCall call) {
        boolean shows = call.argument("ACTION").equals(SHOW);
        Optional<String> id = call.arguments("SERIES").stream().findFirst();
        if (shows && id.isEmpty()) {
            throw Texts.problem("usage.cal-series").exception();
        }
        return shows ? seriesShow(call, Long.parseLong(id.get())) : seriesList(call);
    }

    private CommandResult seriesList(CommandCall call) {
        Table.Builder table = Table.under(SERIES);
        for (Map<String, Object> row :
                Rows.of(series.list(call.caller(), new RecordQuery(Map.of(), USUAL_LIMIT, "")))) {
            appointments
                    .repetition(call.caller(), Rows.number(row, "series_id"))
                    .ifPresent(one -> table.row(
                            one.id(),
                            one.owner(),
                            one.fields().getOrDefault(Fields.TITLE, ""),
                            one.label(),
                            one.shortLabel()));
        }
        return CommandResult.of(table.build());
    }

    private CommandResult seriesShow(CommandCall call, long id) {
        Repetition repetition = CalText.repetition(appointments, call, id);
        List<String> handChanges = repetition.handChanges().stream()
                .map(change -> CalText.handChange(change, call.caller().locale()))
                .toList();
        return new Details(call.caller().locale())
                .add("id", repetition.id())
                .add("title", repetition.fields().getOrDefault(Fields.TITLE, ""))
                .add("owner", repetition.owner())
                .add("sentence", repetition.label())
                .add("label", repetition.shortLabel())
                .add("rule", repetition.rule())
                .add("start", CalText.time(repetition.start()))
                .add("zone", repetition.zone())
                .add("all_day", repetition.allDay())
                .add("length", repetition.length())
                .add(
                        "occurrences",
                        repetition.count().isEmpty() ? null : repetition.count().getAsLong())
                .add("last_occurrence", repetition.last().map(Object::toString))
                .add("fields", repetition.fields())
                .add("hand_changes", handChanges)
                .add("revision", (long) repetition.revision())
                .result();
    }

    // ---------------------------------------------------------------- suggest, check

    private Command suggest() {
        return Command.named("cal", "suggest", Permission.CALENDAR_READ)
                .argument("DATE", "cal.suggest-date", ValueKind.DATE)
                .columns(SUGGESTIONS)
                .example("cal suggest 2025-01-13")
                .does(this::suggest);
    }

    private CommandResult suggest(CommandCall call) {
        Locale locale = call.caller().locale();
        Words words = Words.in(Language.of(locale).orElse(Language.ENGLISH));
        Table.Builder table = Table.under(SUGGESTIONS).row(words.labelOfNone(), null);
        for (Suggestion suggestion : words.suggestions(LocalDate.parse(call.argument("DATE")))) {
            table.row(suggestion.label(), suggestion.rule().map(RuleForm::text).orElse(null));
        }
        return CommandResult.of(table.build());
    }

    private Command check() {
        return Command.named("cal", "check", Permission.CALENDAR_READ)
                .flag("mend", "cal.mend")
                .columns(DEPARTURES)
                .example("cal check")
                .example("cal check --mend")
                .does(this::check);
    }

    private CommandResult check(CommandCall call) {
        boolean mend = call.flag("mend");
        List<Departure> departures = appointments.check(call.caller(), mend);
        Table.Builder table = Table.under(DEPARTURES);
        departures.forEach(departure -> table.row(departure.series(), departure.where(), departure.what()));
        CommandResult result = CommandResult.of(table.build())
                .summary(Texts.text(mend ? "cal.mended" : "cal.checked", departures.size()));
        return departures.isEmpty() || mend ? result : result.exit(ExitCode.FAILURE);
    }
}
