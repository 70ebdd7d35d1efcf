package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

/** Definitions of tasks. */
class TaskCommandsTest extends TaskCommandsFixture {
    @Test
    void aListTellsPeopleWhatProgramsGetInFull() {
        assertThat(run("task", "list")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("nightly-import  failing  Daily at 06:00")
                .contains("1 min 12 s")
                .contains("after nightly-import");
        FakeTerminal program = new FakeTerminal();
        new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(program, "task", "list", "-o", "json");
        assertThat(program.out())
                .contains("\"took_ms\": 72000")
                .contains("\"schedule\": \"\"")
                .contains("\"schedule\": \"cron:0 6 * * *\"", "\"sentence\": \"Daily at 06:00\"");
    }

    @Test
    void aListIsNarrowedWhereTheRecordsAre() {
        run("task", "list", "-s", "failing", "--tag", "month-end", "--executor", "import", "--limit", "5");
        run("task", "list", "--last", "never", "--holding", "bank", "--after", "a", "--limit", "7");
        assertThat(records.queries)
                .containsExactly(
                        new RecordQuery(Map.of("state", "failing", "tags", "month-end", "executor", "import"), 5, ""),
                        new RecordQuery(Map.of("last", "never"), 7, "a").holding("bank"));
    }

    @Test
    void aListSaysWhenAllStartsAreHeld() {
        fake.held = Optional.of("moving");
        run("task", "list");
        assertThat(terminal.err()).contains("warning: All starts are held: moving — To let them go on: task hold off");
    }

    @Test
    void aTaskIsAddedWithAllItsParts() {
        assertThat(run(
                        "task",
                        "add",
                        "month-end",
                        "--executor",
                        "import",
                        "--description",
                        "Books of the month",
                        "--tag",
                        "month-end",
                        "--tag",
                        "finance",
                        "--owner",
                        "os:anna",
                        "-p",
                        "units=100,200",
                        "-p",
                        "dry-run=true",
                        "--schedule",
                        "last workday of the month at 07:00",
                        "--zone",
                        "Europe/Stockholm",
                        "--gap",
                        "skip",
                        "--overlap",
                        "both",
                        "--start",
                        "2027-01-01",
                        "--end",
                        "2028-01-01T06:30",
                        "--calendar",
                        "SE",
                        "--free-days",
                        "before",
                        "--jitter",
                        "5m",
                        "--catch-up",
                        "all",
                        "--catch-up-window",
                        "2d",
                        "--catch-up-most",
                        "3",
                        "--after",
                        "nightly-import",
                        "--on",
                        "always",
                        "--join",
                        "any",
                        "--lock",
                        "30m",
                        "--when-busy",
                        "queue",
                        "--priority",
                        "-5",
                        "--key",
                        "books",
                        "--label",
                        "big",
                        "--at-most-once",
                        "yes",
                        "--retries",
                        "3",
                        "--retry-delay",
                        "10m",
                        "--backoff",
                        "doubling",
                        "--longest-delay",
                        "2h",
                        "--active",
                        "no"))
                .isEqualTo(ExitCode.OK);
        assertThat(saved("month-end"))
                .isEqualTo(new TaskDefinition(
                        "month-end",
                        "Books of the month",
                        List.of("month-end", "finance"),
                        "os:anna",
                        "import",
                        Map.of("units", "100,200", "dry-run", "true"),
                        new Timing(
                                "last workday of the month at 07:00",
                                "Europe/Stockholm",
                                Timing.Gap.SKIP,
                                Timing.Overlap.BOTH,
                                Optional.of(LocalDateTime.of(2027, 1, 1, 0, 0)),
                                Optional.of(LocalDateTime.of(2028, 1, 1, 6, 30)),
                                Optional.of("SE"),
                                Timing.FreeDays.BEFORE,
                                Duration.ofMinutes(5),
                                new Timing.CatchUp(Timing.CatchUp.Policy.ALL, Optional.of(Duration.ofDays(2)), 3)),
                        Optional.of(new After(List.of("nightly-import"), After.Condition.ALWAYS, After.Join.ANY)),
                        new Running(
                                Duration.ofMinutes(30),
                                Running.WhenBusy.QUEUE,
                                -5,
                                Optional.of("books"),
                                List.of("big"),
                                true),
                        new Retry(3, Duration.ofMinutes(10), Retry.Backoff.DOUBLING, Duration.ofHours(2)),
                        false));
        assertThat(terminal.err())
                .isEqualTo("Task month-end is added; it runs next at 2026-11-27 06:00 Europe/Stockholm.\n");
    }

    @Test
    void aTaskIsTheCallersAndRunsByTheClocksOfTheMachineUnlessSaidOtherwise() {
        run("task", "add", "plain", "--executor", "import", "--schedule", "0 6 * * *");
        assertThat(saved("plain").owner()).isEqualTo("os:kari");
        assertThat(saved("plain").timing()).isEqualTo(Timing.of("0 6 * * *", "Europe/Oslo"));
        assertThat(saved("plain").running()).isEqualTo(Running.USUAL);
        assertThat(saved("plain").retry()).isEqualTo(Retry.NONE);
    }

    @Test
    void aTaskThatIsThereIsNotAddedAgain() {
        assertThat(run("task", "add", "nightly-import", "--executor", "import")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .isEqualTo("error: There is a task nightly-import already — To change it: task edit nightly-import\n");
    }

    @Test
    void aTaskWithoutAnExecutorIsToldWhichThereAre() {
        assertThat(run("task", "add", "idle")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("expected --executor import");
    }

    @Test
    void whatShouldBeLookedAtIsWarnedOf() {
        fake.warnings = List.of(Problem.warning("task.executor", Message.verbatim("No such executor is there."))
                .build());
        assertThat(run("task", "add", "later", "--executor", "http", "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).isEqualTo("""
            warning: No such executor is there.
            Task later could be saved so; nothing was changed.
            """);
        assertThat(saved("later")).isNull();
    }

    @Test
    void aDryRunTellsTheNextTimes() {
        assertThat(run("task", "add", "later", "--executor", "http", "--schedule", "daily at 06:00", "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("Local time").contains("06:00");
        assertThat(fake.previewed.schedule()).isEqualTo("daily at 06:00");
    }

    @Test
    void editTakesOptionsAndAssignmentsAndLeavesTheRest() {
        run("task", "edit", "nightly-import", "lock=30m", "tag=a,b", "schedule=0 5 * * *", "-p", "units=100");
        TaskDefinition changed = saved("nightly-import");
        assertThat(changed.running().lock()).isEqualTo(Duration.ofMinutes(30));
        assertThat(changed.tags()).containsExactly("a", "b");
        assertThat(changed.timing().schedule()).isEqualTo("0 5 * * *");
        assertThat(changed.parameters()).containsExactly(Map.entry("units", "100"));
        assertThat(changed.owner()).isEqualTo("os:kari");
        run("task", "edit", "nightly-import", "--tag", "", "-p", "units=", "schedule=");
        assertThat(saved("nightly-import").tags()).isEmpty();
        assertThat(saved("nightly-import").parameters()).isEmpty();
        assertThat(saved("nightly-import").timing().schedule()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, no part of a task",
        "lock=soon, found soon",
        "when-busy=perhaps, 'expected skip, queue, replace, allow'",
        "start=yesterday, is no moment",
        "priority=high, found high",
    })
    void anAssignmentThatCannotBeIsRefused(String assignment, String told) {
        assertThat(run("task", "edit", "nightly-import", assignment)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).containsIgnoringCase(told);
        assertThat(saved("nightly-import")).isEqualTo(TaskFixtures.definition("nightly-import"));
    }

    @Test
    void aDelayWithoutRetriesIsNotForgottenInSilence() {
        assertThat(run("task", "edit", "nightly-import", "--retry-delay", "5m")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--retries 3");
    }

    @Test
    void aTaskIsShownWithEveryPart() {
        assertThat(run("task", "show", "nightly-import")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("task:weekly on MO,TU,WE,TH,FR at 06:00")
                .contains("PT1H")
                .contains("2026-11-27 06:00:00 Europe/Oslo");
    }

    @Test
    void aTaskIsRemovedOnlyWithConsent() {
        terminal.answering("n");
        run("task", "delete", "nightly-import");
        assertThat(saved("nightly-import")).isNotNull();
        run("task", "delete", "nightly-import", "-y");
        assertThat(saved("nightly-import")).isNull();
    }

    @Test
    void revisionsAreListedAndShown() {
        run("task", "revisions", "nightly-import", "1");
        assertThat(terminal.out()).isEqualTo("one\n");
        assertThat(run("task", "revisions", "nightly-import", "9")).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void whatIsNotThereIsNamed() {
        for (String verb : List.of("show", "delete", "run", "unlock", "chain")) {
            assertThat(run("task", verb, "nobody")).as(verb).isEqualTo(ExitCode.FAILURE);
            assertThat(terminal.err()).endsWith("error: There is no task nobody — See: task list\n");
        }
    }
}
