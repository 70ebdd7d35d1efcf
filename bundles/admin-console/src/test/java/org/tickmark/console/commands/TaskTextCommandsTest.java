package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.message.Message;

/** Tasks as text, also that of other programs. */
class TaskTextCommandsTest extends TaskCommandsFixture {
    @Test
    void aTextOfTasksIsImportedWhole() throws IOException {
        Files.writeString(folder.resolve("tasks.yaml"), "tasks: []");
        assertThat(run("task", "import", "tasks.yaml", "--dry-run")).isEqualTo(ExitCode.OK);
        run("task", "import", "tasks.yaml");
        assertThat(fake.calls).containsExactly("check tasks.yaml tasks: []", "import tasks.yaml tasks: []");
        assertThat(terminal.err()).isEqualTo("2 tasks would be saved.\n2 tasks are saved.\n");
    }

    @Test
    void aCrontabIsShownAsTasksBeforeItIsSaved() throws IOException {
        Files.writeString(folder.resolve("crontab.txt"), "0 6 * * 1-5 /usr/bin/backup\n");
        fake.translationProblems = List.of(Problem.error("task.foreign", Message.verbatim("@reboot has no time"))
                .where("crontab.txt:2")
                .build());
        assertThat(run(
                        "task",
                        "import",
                        "crontab.txt",
                        "--format",
                        "crontab",
                        "--executor",
                        "shell",
                        "--command-parameter",
                        "command",
                        "--parameter",
                        "folder=/var",
                        "--dry-run"))
                .isEqualTo(ExitCode.PARTLY);
        assertThat(terminal.out()).isEqualTo("tasks: [a, b]\n");
        assertThat(terminal.err())
                .contains("crontab.txt:2: @reboot has no time")
                .endsWith("2 tasks would be saved.\n");
        assertThat(fake.foreign)
                .isEqualTo(new ForeignSchedule(
                        ForeignSchedule.Format.CRONTAB,
                        "0 6 * * 1-5 /usr/bin/backup\n",
                        "crontab.txt",
                        "shell",
                        "command",
                        Map.of("folder", "/var"),
                        "Europe/Oslo",
                        ""));
    }

    @Test
    void aDryRunShowsWhatWouldBeSavedAlsoWhereItCouldNotBe() throws IOException {
        Files.writeString(folder.resolve("crontab.txt"), "0 6 * * 1-5 /usr/bin/backup\n");
        fake.refusal = Optional.of(Problem.error("task.invalid", Message.verbatim("A parameter is missing"))
                .build());
        assertThat(run("task", "import", "crontab.txt", "--format", "crontab", "--executor", "http", "--dry-run"))
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(terminal.out()).isEqualTo("tasks: [a, b]\n");
        assertThat(terminal.err()).isEqualTo("error: A parameter is missing\n");
        assertThat(run("task", "import", "crontab.txt", "--format", "crontab", "--executor", "http"))
                .isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void anotherProgramsTextNeedsAnExecutor() throws IOException {
        Files.writeString(folder.resolve("a.timer"), "OnCalendar=daily");
        assertThat(run("task", "import", "a.timer", "--format", "systemd-timer"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--executor import");
    }

    @Test
    void aTextThatIsNotThereIsAPathThatIsMissing() {
        assertThat(run("task", "import", "nowhere.yaml")).isEqualTo(ExitCode.PATH);
    }

    @Test
    void norwegiansAreToldInNorwegian() {
        terminal.in(Locale.forLanguageTag("nb"));
        run("task", "pause", "nightly-import");
        assertThat(terminal.err()).isEqualTo("1 oppgave er satt på pause. For å avslutte: task resume\n");
    }
}
