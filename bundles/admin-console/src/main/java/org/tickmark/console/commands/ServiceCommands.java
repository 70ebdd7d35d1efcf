package org.tickmark.console.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.console.service.ServicePlan;
import org.tickmark.console.service.SystemdUnits;
import org.tickmark.console.service.WindowsTask;

/** {@code service}: how the operating system starts Tickmark. */
final class ServiceCommands {
    private static final String USUAL_TIME = "05:30";
    private static final Path UNITS = Path.of("/etc/systemd/system");

    private final OwnFolders own;
    private final Imports imports;
    private final Clock clock;

    private ServiceCommands(OwnFolders own, Imports imports, Clock clock) {
        this.own = own;
        this.imports = imports;
        this.clock = clock;
    }

    static List<Command> of(OwnFolders own, Imports imports, Clock clock) {
        ServiceCommands commands = new ServiceCommands(own, imports, clock);
        return List.of(
                withTimes(Command.named("service", "print-unit", Permission.SYSTEM_CHECK)
                                .argument(
                                        "UNIT",
                                        "service.unit",
                                        ValueKind.choice(SystemdUnits.SERVER, SystemdUnits.NIGHT, SystemdUnits.TIMER),
                                        Cardinality.ANY))
                        .example("service print-unit")
                        .example("service print-unit tickmark-night.timer --at 05:30 --weekdays --zone Europe/Oslo")
                        .does(commands::printUnits),
                withTimes(Command.named("service", "install", Permission.SYSTEM_CHECK)
                                .argument("DIR", "service.dir", ValueKind.PATH))
                        .flag("dry-run", "dry-run")
                        .example("service install units --dry-run")
                        .example("service install units --user tickmark --at 04:00")
                        .does(commands::install),
                withTimes(Command.named("service", "print-task", Permission.SYSTEM_CHECK))
                        .option("out", "out", ValueKind.PATH)
                        .example("service print-task --at 05:30 --weekdays -O tickmark-night.xml")
                        .does(commands::printTask));
    }

    private static Command.Declaration withTimes(Command.Declaration declaration) {
        return declaration
                .option("user", "service.user", ValueKind.TEXT)
                .option("at", "service.at", ValueKind.TEXT)
                .flag("weekdays", "service.weekdays")
                .option("zone", "service.zone", ValueKind.TEXT);
    }

    // ---------------------------------------------------------------- systemd

    private CommandResult printUnits(CommandCall call) {
        Map<String, String> units = new LinkedHashMap<>(said(call, SystemdUnits::of));
        List<String> wanted = call.arguments("UNIT");
        if (!wanted.isEmpty()) {
            units.keySet().retainAll(wanted);
        }
        return CommandResult.of(String.join("\n", units.values()), units).problems(asRoot(plan(call)));
    }

    private CommandResult install(CommandCall call) {
        Path folder = call.path(call.argument("DIR"));
        if (!Files.isDirectory(folder)) {
            throw Texts.problem("service.path", folder)
                    .advice(Texts.text("service.path.advice"))
                    .exception();
        }
        Map<String, String> units = said(call, SystemdUnits::of);
        units.keySet().forEach(unit -> requireOurs(folder.resolve(unit)));
        Locale locale = call.caller().locale();
        Map<String, Object> document = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        units.forEach((unit, content) -> {
            if (!call.flag("dry-run")) {
                OutputFile.write(folder.resolve(unit), content);
            }
            text.append(folder.resolve(unit)).append('\n');
        });
        List<String> next = next(folder);
        text.append('\n').append(Texts.text("service.next").text(locale)).append('\n');
        next.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append('\n').append(Texts.text("service.which").text(locale)).append('\n');
        document.put(
                "files",
                units.keySet().stream()
                        .map(unit -> folder.resolve(unit).toString())
                        .toList());
        document.put("next", next);
        return CommandResult.of(text.toString(), document)
                .problems(asRoot(plan(call)))
                .summary(Texts.text(
                        call.flag("dry-run") ? "service.install.dry" : "service.install.done", units.size()));
    }

    /** A unit that another wrote, or that lost its first line to somebody's hand, is left alone. */
    private static void requireOurs(Path file) {
        try {
            if (Files.exists(file) && !Files.readString(file).startsWith(SystemdUnits.MARK)) {
                throw Texts.problem("service.foreign", file)
                        .advice(Texts.text("service.foreign.advice"))
                        .exception();
            }
        } catch (IOException e) {
            throw Texts.problem("service.path", file).found(e.toString()).exception(e);
        }
    }

    private static List<String> next(Path folder) {
        List<String> lines = new ArrayList<>();
        if (!folder.equals(UNITS)) {
            lines.add("sudo cp \"" + folder + "\"/tickmark*.service \"" + folder + "\"/tickmark*.timer " + UNITS + "/");
        }
        lines.add("sudo systemctl daemon-reload");
        lines.add("sudo systemctl enable --now " + SystemdUnits.SERVER);
        lines.add("sudo systemctl enable --now " + SystemdUnits.TIMER);
        return lines;
    }

    // ---------------------------------------------------------------- Windows

    private CommandResult printTask(CommandCall call) {
        LocalDate from = LocalDate.now(clock);
        return OutputFile.result(call, said(call, plan -> WindowsTask.of(plan, from)));
    }

    // ---------------------------------------------------------------- what both need

    private <T> T said(CommandCall call, Function<ServicePlan, T> text) {
        try {
            return text.apply(plan(call));
        } catch (IllegalArgumentException e) {
            throw Texts.problem("service.unsayable")
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private ServicePlan plan(CommandCall call) {
        List<Path> writable = new ArrayList<>(List.of(own.backups()));
        for (ImportDefinition definition : imports.definitions(call.caller())) {
            writable.add(own.data().resolve(definition.source()));
            writable.add(own.data().resolve(definition.archive()));
        }
        return new ServicePlan(
                own.home(),
                own.data(),
                own.config(),
                own.plugins(),
                writable,
                Path.of(System.getProperty("java.home")),
                call.option("user").orElseGet(this::owner),
                time(call.option("at").orElse(USUAL_TIME)),
                call.flag("weekdays"),
                call.option("zone").map(ServiceCommands::zone));
    }

    /** Whose the data directory is. */
    private String owner() {
        try {
            return Files.getOwner(own.data()).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name");
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw Texts.problem("usage.time").found(text).expected(USUAL_TIME).exception(e);
        }
    }

    private static String zone(String text) {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            throw Texts.problem("usage.zone-unknown")
                    .found(text)
                    .expected("Europe/Oslo")
                    .exception(e);
        }
    }

    private static List<Problem> asRoot(ServicePlan plan) {
        return plan.user().equals("root")
                ? List.of(Problem.warning("service.root", Texts.text("service.root"))
                        .advice(Texts.text("service.root.advice"))
                        .build())
                : List.of();
    }
}
