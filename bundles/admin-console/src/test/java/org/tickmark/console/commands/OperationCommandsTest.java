package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.health.Health;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.console.health.Checkup;
import org.tickmark.console.service.SystemdUnits;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

/** {@code doctor}, {@code backup}, {@code restore}, {@code service}. */
class OperationCommandsTest {
    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final Checkup checkup = new Checkup(Duration.ofMinutes(1));

    private ExitCode run(List<Command> commands, String... words) {
        terminal.at(folder);
        return new Workbench().with(commands.toArray(Command[]::new)).run(terminal, words);
    }

    private static Message text(String text) {
        return Message.verbatim(text);
    }

    // ---------------------------------------------------------------- doctor

    private void check(String name, Problem... problems) {
        checkup.add(name, true, () -> new Health(text("found by " + name), List.of(problems)));
    }

    private ExitCode doctor(String... words) {
        return run(HealthCommands.of(checkup), words);
    }

    @Test
    void allWellIsZero() {
        check("database");

        assertThat(doctor("doctor")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("database").contains("well").contains("found by database");
        assertThat(terminal.err()).isEqualTo("1 checks: no errors, no warnings\n");
    }

    @Test
    void theWorstErrorDecidesAndEachProblemNamesItsCheck() {
        check(
                "settings",
                Problem.error("config.invalid", text("no value"))
                        .where("batch.enabled")
                        .build());
        check(
                "imports",
                Problem.error("imports.path", text("no folder"))
                        .advice(text("Make it."))
                        .build());
        check("mail", Problem.warning("mail.off", text("mail is off")).build());

        assertThat(doctor("doctor")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(terminal.err())
                .contains("error: imports: no folder — Make it.\n")
                .contains("error: settings, batch.enabled: no value\n")
                .endsWith("3 checks: 2 errors, 1 warning\n");
        assertThat(doctor("doctor", "imports")).isEqualTo(ExitCode.PATH);
    }

    @Test
    void warningsCountOnlyWhereTheyAreTakenSeriously() {
        check("mail", Problem.warning("mail.off", text("mail is off")).build());

        assertThat(doctor("doctor")).isEqualTo(ExitCode.OK);
        assertThat(doctor("doctor", "--strict")).isEqualTo(ExitCode.PARTLY);
    }

    @Test
    void programsGetEverythingAsOneDocument() {
        check("mail", Problem.warning("mail.off", text("mail is off")).build());

        doctor("doctor", "-o", "json");

        assertThat(terminal.out())
                .contains("\"check\"")
                .contains("\"result\": \"warning\"")
                .contains("\"code\": \"mail.off\"");
    }

    @Test
    void anUnknownCheckIsAnsweredWithThoseThereAre() {
        check("mail");

        assertThat(doctor("doctor", "male")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("expected mail");
    }

    @Test
    void healthIsOnlyWhatTheProcessCannotServeWithout() {
        check("database");
        checkup.add("mail", false, () -> {
            throw new IllegalStateException();
        });

        assertThat(doctor("sys", "health")).isEqualTo(ExitCode.OK);
        check(
                "plugins",
                Problem.error("plugins.resting", text("it does not run")).build());
        assertThat(doctor("sys", "health")).isEqualTo(ExitCode.FAILURE);
    }

    // ---------------------------------------------------------------- backup and restore

    private final List<String> asked = new ArrayList<>();
    private final List<Problem> found = new ArrayList<>();
    private Optional<String> held = Optional.empty();
    private final List<Command> backups = BackupCommands.of(
            Partly.implemented(Backups.class, new BackupsMethods()),
            Partly.implemented(Tasks.class, new TasksMethods()));

    /** What the commands call of the backups. */
    public final class BackupsMethods {
        Backups.Backup make(Caller caller, Optional<Path> to, OptionalInt keep, Progress progress, CancelToken cancel) {
            asked.add(to.map(Path::toString).orElse("usual") + " " + keep);
            return new Backups.Backup(folder.resolve("x.zip"), Instant.EPOCH, 4_000_000, Optional.of(12L), List.of());
        }

        Backups.Restored examine(Caller caller, Path file) {
            asked.add(file.toString());
            return new Backups.Restored(new TreeMap<>(Map.of("entry", 12L)), found);
        }
    }

    /** What the commands call of the tasks. */
    public final class TasksMethods {
        Optional<String> held(Caller caller) {
            return held;
        }

        void hold(Caller caller, boolean on, String reason) {
            held = Optional.of(reason);
        }
    }

    @Test
    void aBackupGoesToTheFolderRelativeToTheCaller() {
        assertThat(run(backups, "backup", "nightly", "--keep", "30")).isEqualTo(ExitCode.OK);
        assertThat(run(backups, "backup")).isEqualTo(ExitCode.OK);
        assertThat(run(backups, "backup", "--keep", "0")).isEqualTo(ExitCode.USAGE);

        assertThat(asked)
                .containsExactly(folder.resolve("nightly") + " " + OptionalInt.of(30), "usual " + OptionalInt.empty());
        assertThat(terminal.err()).contains("key of the secrets");
    }

    @Test
    void aRestoredCopyIsHeld() {
        assertThat(run(backups, "restore", "x.zip")).isEqualTo(ExitCode.OK);

        assertThat(asked).containsExactly(folder.resolve("x.zip").toString());
        assertThat(held).contains("This is a restored copy.");
        assertThat(terminal.err()).contains("The copy is whole: 1 tables with 12 rows");
    }

    @Test
    void whatHeldItBeforeStays() {
        held = Optional.of("moving house");

        run(backups, "restore", "x.zip");

        assertThat(held).contains("moving house");
    }

    @Test
    void aCopyWithAnErrorIsAFailure() {
        found.add(Problem.error("restored.rows", text("rows are missing")).build());

        assertThat(run(backups, "restore", "x.zip")).isEqualTo(ExitCode.FAILURE);
    }

    // ---------------------------------------------------------------- service

    private final List<Command> services = ServiceCommands.of(
            Partly.implemented(OwnFolders.class, new FoldersMethods()),
            Partly.answering(Imports.class, "definitions", () -> List.of(definition())),
            ManualClock.at("2026-11-27T03:00:00Z"));

    /** What the commands call of the folders. */
    public final class FoldersMethods {
        Path home() {
            return Path.of("/opt/tickmark");
        }

        Path data() {
            return folder;
        }

        Path config() {
            return Path.of("/etc/tickmark");
        }

        Path plugins() {
            return Path.of("/opt/tickmark/plugins");
        }

        Path backups() {
            return Path.of("/srv/backups");
        }
    }

    private static ImportDefinition definition() {
        return new ImportDefinition(
                "bank",
                "100",
                Optional.empty(),
                List.of(),
                "in/bank",
                "*",
                "/srv/archive/bank",
                true,
                ImportDefinition.Strictness.USUAL,
                Map.of(),
                List.of(),
                ImportDefinition.Whole.SETTLED);
    }

    @Test
    void theUnitsNameTheFoldersOfTheImports() {
        assertThat(run(services, "service", "print-unit", "tickmark.service")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("ReadWritePaths=\"-/srv/archive/bank\"")
                .contains("ReadWritePaths=\"-/srv/backups\"")
                .doesNotContain("in/bank")
                .doesNotContain("[Timer]");
    }

    @Test
    void unitsAreWrittenOnceAndAgainButNeverOverAnothers() throws IOException {
        Path units = Files.createDirectory(folder.resolve("units"));

        assertThat(run(services, "service", "install", "units", "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(units).isEmptyDirectory();
        assertThat(run(services, "service", "install", "units", "--at", "04:00"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("sudo systemctl enable --now tickmark.service");
        assertThat(run(services, "service", "install", "units", "--at", "05:00"))
                .isEqualTo(ExitCode.OK);
        assertThat(units.resolve(SystemdUnits.TIMER)).content().contains("05:00:00");

        Files.writeString(units.resolve(SystemdUnits.SERVER), "[Unit]\n");
        assertThat(run(services, "service", "install", "units", "--at", "06:00"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(units.resolve(SystemdUnits.SERVER)).hasContent("[Unit]");
        assertThat(units.resolve(SystemdUnits.TIMER)).content().contains("05:00:00");
    }

    @Test
    void aWrongTimeZoneOrAccountIsToldBeforeAnythingIsWritten() {
        assertThat(run(services, "service", "print-unit", "--at", "25:00")).isEqualTo(ExitCode.USAGE);
        assertThat(run(services, "service", "print-unit", "--zone", "Europe/Olso"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(services, "service", "print-unit", "--user", "a b")).isEqualTo(ExitCode.FAILURE);
        assertThat(run(services, "service", "install", "nowhere")).isEqualTo(ExitCode.PATH);
    }

    @Test
    void aServiceThatWouldRunAsRootIsWarnedOf() {
        run(services, "service", "print-unit", "--user", "root");

        assertThat(terminal.err()).contains("warning: It would run as root");
    }

    @Test
    void theTaskForWindowsCanBeWrittenIntoAFile() {
        assertThat(run(services, "service", "print-task", "-O", "night.xml", "--user", "kari"))
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("night.xml"))
                .content()
                .contains("2026-11-27T05:30:00")
                .contains("/A --wait-lock");
    }
}
