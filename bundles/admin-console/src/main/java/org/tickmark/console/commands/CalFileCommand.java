package org.tickmark.console.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.ImportedCalendar;

/** {@code cal ics}: appointments and series as iCalendar or jCal files, and back. */
final class CalFileCommand {
    /** The option that names a form of files. */
    static final String FORMAT = "format";

    private static final String JCAL = "jcal";

    /** The forms that it may name. */
    static final ValueKind FORMATS = ValueKind.choice("ics", JCAL);

    private static final String STANDARD_INPUT = "-";
    private static final String EXPORT = "export";
    private static final String ACTION = "ACTION";
    private static final String FILE = "FILE";

    private final Appointments appointments;

    private CalFileCommand(Appointments appointments) {
        this.appointments = appointments;
    }

    static Command of(Appointments appointments) {
        CalFileCommand command = new CalFileCommand(appointments);
        return Command.named("cal", "ics", Permission.CALENDAR_READ)
                .argument(ACTION, "cal.ics-action", ValueKind.choice(EXPORT, "import"))
                .argument(FILE, "cal.file", ValueKind.PATH, Cardinality.OPTIONAL)
                .repeatable("series", "cal.series", ValueKind.record("series"))
                .option("owner", "cal.owner", ValueKind.TEXT)
                .option(FORMAT, "cal.format", FORMATS)
                .flag("dry-run", "cal.dry-run")
                .example("cal ics export --series 3")
                .example("cal ics export all.ics --owner os:kari")
                .example("cal ics export all.json --format jcal")
                .example("cal ics import invitation.ics --dry-run")
                .example("cal ics import -")
                .does(command::run);
    }

    private CommandResult run(CommandCall call) {
        Optional<String> file = call.arguments(FILE).stream().findFirst();
        if (call.argument(ACTION).equals(EXPORT)) {
            return written(call, file.map(call::path));
        }
        return read(call, file.orElseThrow(() -> Texts.problem("usage.cal-file").exception()));
    }

    private CommandResult written(CommandCall call, Optional<Path> file) {
        List<Long> series = call.options("series").stream().map(Long::valueOf).toList();
        String text = appointments.exportText(call.caller(), series, call.option("owner"), format(call));
        if (file.isEmpty()) {
            return CommandResult.of(text);
        }
        OutputFile.write(file.get(), text);
        return CommandResult.done(Texts.text("out.written", file.get()));
    }

    static CalendarFormat format(CommandCall call) {
        return call.option(FORMAT).filter(JCAL::equals).isPresent() ? CalendarFormat.JCAL : CalendarFormat.ICALENDAR;
    }

    private CommandResult read(CommandCall call, String file) {
        ImportedCalendar imported = appointments.importText(
                call.caller(),
                text(call, file),
                from(call, file),
                call.option("owner").orElse(""),
                call.flag("dry-run"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("added", imported.added());
        document.put("changed", imported.changed());
        document.put("unchanged", imported.unchanged());
        document.put("problems", imported.problems().size());
        CommandResult result = CommandResult.of("", document)
                .problems(imported.problems())
                .summary(Texts.text(
                        call.flag("dry-run") ? "cal.would-import" : "cal.imported",
                        imported.added(),
                        imported.changed(),
                        imported.unchanged()));
        boolean leftOut = imported.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return leftOut ? result.exit(ExitCode.PARTLY) : result;
    }

    /** What a file holds. */
    static String text(CommandCall call, String given) {
        if (given.equals(STANDARD_INPUT)) {
            return call.input();
        }
        Path file = call.path(given);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Texts.problem("usage.cal-file-path", file)
                    .found(e.getClass().getSimpleName())
                    .exception(e);
        }
    }

    /** Where a text comes from, for whoever reads of it. */
    static String from(CommandCall call, String given) {
        return given.equals(STANDARD_INPUT) ? given : call.path(given).toString();
    }
}
