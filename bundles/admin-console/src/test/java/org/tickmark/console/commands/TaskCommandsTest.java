package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class TaskCommandsTest {
    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final FakeTasks fake = new FakeTasks();
    private final FakeRuns runs = new FakeRuns();
    private final TaskFixtures.Records records = new TaskFixtures.Records(
                    Column.text("name"),
                    Column.message("state"),
                    Column.text("schedule"),
                    Column.list("follows"),
                    Column.instant("next"),
                    Column.integer("took_ms"),
                    Column.integer("failures"))
            .row(
                    "nightly-import",
                    Message.verbatim("failing"),
                    "task:daily at 06:00",
                    List.of(),
                    Instant.parse("2026-11-27T05:00:00Z"),
                    72_000L,
                    2L)
            .row("reconcile-all", Message.verbatim("on"), "", List.of("nightly-import"), null, null, 0L)
            .row("report", Message.verbatim("on"), "", List.of("reconcile-all"), null, null, 0L);
    private final TaskFixtures.Records nodes =
            new TaskFixtures.Records(Column.integer("id"), Column.instant("lease_until"));
    private final TaskServices services = new TaskServices(
            Partly.implemented(Tasks.class, fake),
            Partly.implemented(Runs.class, runs),
            records,
            records,
            nodes,
            ManualClock.at(TaskFixtures.NOW).withZone(ZoneId.of("Europe/Oslo")),
            true);

    /** What the commands call of the tasks. */
    public static final class FakeTasks {
        private final Map<String, TaskDefinition> tasks = new LinkedHashMap<>();
        private final List<String> calls = new ArrayList<>();
        private List<Problem> warnings = List.of();
        private Optional<String> held = Optional.empty();
        private Optional<Problem> refusal = Optional.empty();
        private List<Tasks.Expected> expected = List.of();
        private Timing previewed;
        private Instant previewedFrom;
        private ForeignSchedule foreign;
        private List<Problem> translationProblems = List.of();

        Optional<Task> task(Caller caller, String name) {
            return Optional.ofNullable(tasks.get(name)).map(TaskFixtures::task);
        }

        List<Problem> save(Caller caller, TaskDefinition definition, boolean dryRun) {
            if (!dryRun) {
                tasks.put(definition.name(), definition);
            }
            return warnings;
        }

        void remove(Caller caller, String name) {
            tasks.remove(name);
        }

        void activate(Caller caller, String name, boolean active) {
            calls.add((active ? "on " : "off ") + name);
        }

        int pause(Caller caller, List<String> names, Optional<Instant> until, String reason) {
            calls.add("pause " + names + " " + until.map(Object::toString).orElse("-") + " " + reason);
            return names.size();
        }

        int resume(Caller caller, List<String> names) {
            calls.add("resume " + names);
            return names.size();
        }

        void hold(Caller caller, boolean holding, String reason) {
            held = holding ? Optional.of(reason) : Optional.empty();
        }

        Optional<String> held(Caller caller) {
            return held;
        }

        long start(Caller caller, String name, Map<String, String> parameters, String request) {
            calls.add("start " + name + " " + parameters + " " + request);
            return 812;
        }

        List<Long> backfill(Caller caller, String name, Instant from, Instant to, int most) {
            calls.add("backfill " + name + " " + from + " " + to + " " + most);
            return List.of(813L, 814L);
        }

        int unlock(Caller caller, String name) {
            calls.add("unlock " + name);
            return 1;
        }

        String exportText(Caller caller, List<String> names) {
            return "tasks: " + names + "\n";
        }

        List<String> importText(Caller caller, String text, String from, boolean dryRun) {
            refusal.ifPresent(problem -> {
                throw new TickmarkException(problem);
            });
            calls.add((dryRun ? "check " : "import ") + from + " " + text.strip());
            return List.of("a", "b");
        }

        Tasks.Translated translate(Caller caller, ForeignSchedule given) {
            foreign = given;
            return new Tasks.Translated("tasks: [a, b]\n", List.of("a", "b"), translationProblems);
        }

        List<Tasks.Revision> revisions(Caller caller, String name) {
            return List.of(
                    new Tasks.Revision(2, "os:kari", TaskFixtures.NOW, "two"),
                    new Tasks.Revision(1, "os:ola", TaskFixtures.NOW, "one"));
        }

        List<Tasks.Firing> preview(Caller caller, Timing timing, Instant from, int count) {
            previewed = timing;
            previewedFrom = from;
            if (timing.schedule().equals("nonsense")) {
                throw Problem.error("task.invalid", Message.verbatim("No schedule"))
                        .exception();
            }
            List<Tasks.Firing> firings = new ArrayList<>();
            for (int i = 0; i < Math.min(count, 2); i++) {
                LocalDateTime local = LocalDateTime.of(2026, 11, 27 + i, 6, 0);
                ZoneId zone = ZoneId.of(timing.zone());
                firings.add(new Tasks.Firing(
                        local, timing.zone(), local.atZone(zone).toInstant(), Optional.empty()));
            }
            return firings;
        }

        List<Tasks.Expected> outlook(Caller caller, Instant from, Instant to, int most) {
            calls.add("outlook " + from + " " + to);
            return expected;
        }

        List<Tasks.Executor> executors(Caller caller) {
            return List.of(new Tasks.Executor(
                    "import",
                    "org.tickmark.importers 0.1.0",
                    Message.verbatim("Imports files"),
                    List.of(TaskParameter.optional(
                            "units", TaskParameter.Type.TEXT, "", Message.verbatim("Which units")))));
        }
    }

    /** What the commands call of the runs. */
    public static final class FakeRuns {
        private RunState end = RunState.SUCCEEDED;
        private Duration patience;

        Run await(Caller caller, long id, Duration given, CancelToken cancel) {
            patience = given;
            return TaskFixtures.run(id, end);
        }
    }

    @BeforeEach
    void oneTaskIsThereAndANodeForIt() {
        nodes.row(1L, TaskFixtures.NOW.plusSeconds(15));
        fake.tasks.put("nightly-import", TaskFixtures.definition("nightly-import"));
    }

    private ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    private TaskDefinition saved(String name) {
        return fake.tasks.get(name);
    }

    // ---------------------------------------------------------------- definitions

    @Test
    void aListTellsPeopleWhatProgramsGetInFull() {
        assertThat(run("task", "list")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("nightly-import  failing  task:daily at 06:00")
                .contains("1 min 12 s")
                .contains("after nightly-import");
        FakeTerminal program = new FakeTerminal();
        new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(program, "task", "list", "-o", "json");
        assertThat(program.out()).contains("\"took_ms\": 72000").contains("\"schedule\": \"\"");
    }

    @Test
    void aListIsNarrowedWhereTheRecordsAre() {
        run("task", "list", "-s", "failing", "--tag", "month-end", "--executor", "import", "--limit", "5");
        assertThat(records.queries)
                .containsExactly(
                        new RecordQuery(Map.of("state", "failing", "tags", "month-end", "executor", "import"), 5, ""));
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

    // ---------------------------------------------------------------- whether and when

    @Test
    void noTaskIsSwitchedWhenOneOfThemIsUnknown() {
        assertThat(run("task", "disable", "nightly-import", "nobody")).isEqualTo(ExitCode.FAILURE);
        assertThat(fake.calls).isEmpty();
        run("task", "disable", "nightly-import");
        assertThat(fake.calls).containsExactly("off nightly-import");
    }

    @ParameterizedTest
    @CsvSource({
        "2h, 2026-11-26T07:00:00Z",
        "2026-12-01, 2026-11-30T23:00:00Z",
        "2026-12-01T06:00, 2026-12-01T05:00:00Z",
        "2026-12-01T06:00Z, 2026-12-01T06:00:00Z",
    })
    void aPauseEndsWhenItIsSaid(String given, String until) {
        run("task", "pause", "#month-end", "--until", given, "--reason", "closing");
        assertThat(fake.calls).containsExactly("pause [#month-end] " + until + " closing");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01", "now", "soon"})
    void aPauseCannotEndInThePast(String until) {
        assertThat(run("task", "pause", "nightly-import", "--until", until)).isEqualTo(ExitCode.USAGE);
        assertThat(fake.calls).isEmpty();
    }

    @Test
    void startsAreHeldAndLetGo() {
        run("task", "hold", "on", "--reason", "moving");
        assertThat(terminal.err()).endsWith("All starts are held: moving\n");
        run("task", "hold");
        assertThat(terminal.err()).endsWith("All starts are held: moving\n");
        run("task", "hold", "off");
        assertThat(terminal.err()).endsWith("Starts are not held.\n");
    }

    @Test
    void aTaskIsStartedWithItsOwnParameters() {
        assertThat(run("task", "run", "nightly-import", "-p", "dry-run=true", "--request", "t-1"))
                .isEqualTo(ExitCode.OK);
        assertThat(fake.calls).containsExactly("start nightly-import {dry-run=true} t-1");
        assertThat(terminal.out()).isEqualTo("812\n");
        assertThat(terminal.err()).isEqualTo("Task nightly-import, run 812. To follow it: run log 812 -f\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED, OK",
        "FAILED, FAILURE",
        "LOST, FAILURE",
        "TIMED_OUT, TIMEOUT",
        "CANCELLED, INTERRUPTED",
        "RUNNING, TIMEOUT",
    })
    void theExitCodeTellsHowTheRunEnded(RunState end, ExitCode code) {
        runs.end = end;
        assertThat(run("task", "run", "nightly-import", "--wait", "--timeout", "10m"))
                .isEqualTo(code);
        assertThat(runs.patience).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void waitingTellsWhatTheRunBrought() {
        run("task", "run", "nightly-import", "--wait");
        assertThat(terminal.err()).isEqualTo("Run 812 succeeded after 1 min 12 s: 2 files, 40 new rows\n");
        runs.end = RunState.RUNNING;
        run("task", "run", "nightly-import", "--wait", "--timeout", "1s");
        assertThat(terminal.err()).endsWith("goes on as run 812. To stop it: run cancel 812\n");
    }

    @Test
    void nobodyWaitsWhereNoNodeCouldRunIt() {
        nodes.clear().row(1L, TaskFixtures.NOW.minusSeconds(1));
        assertThat(run("task", "run", "nightly-import", "--wait")).isEqualTo(ExitCode.FAILURE);
        assertThat(fake.calls).isEmpty();
        assertThat(run("task", "run", "nightly-import")).isEqualTo(ExitCode.OK);
        assertThat(terminal.err())
                .contains("warning: No server runs here that could carry it out — Start one: tickmark server");
    }

    @Test
    void aFormerNodeThatHadTheDatabaseToItselfRunsNothing() {
        nodes.clear().row(1L, Instant.parse("9999-01-01T00:00:00Z"));
        assertThat(run("task", "run", "nightly-import", "--wait")).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void timesOfThePastAreThoseOfTheTasksClocks() {
        run("task", "backfill", "nightly-import", "--from", "2026-11-01", "--to", "2026-11-08");
        assertThat(fake.calls).containsExactly("backfill nightly-import 2026-10-31T23:00:00Z 2026-11-07T23:00:00Z 100");
        assertThat(run("task", "backfill", "nightly-import", "--from", "2026-11-01"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("task", "backfill", "nightly-import", "--from", "2026-11-02", "--to", "2026-11-01"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTaskIsFreedOnlyWithConsent() {
        terminal.answering("no");
        run("task", "unlock", "nightly-import");
        assertThat(fake.calls).isEmpty();
        run("task", "unlock", "nightly-import", "-y");
        assertThat(fake.calls).containsExactly("unlock nightly-import");
    }

    // ---------------------------------------------------------------- when

    @Test
    void nextTellsProgramsLocalTimeZoneAndInstant() {
        assertThat(run("task", "next", "0 6 * * 1-5", "-n", "10", "--zone", "Europe/Oslo", "-o", "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("""
                [
                  {
                    "local": "2026-11-27T06:00:00",
                    "zone": "Europe/Oslo",
                    "instant": "2026-11-27T05:00:00Z"
                  },
                  {
                    "local": "2026-11-28T06:00:00",
                    "zone": "Europe/Oslo",
                    "instant": "2026-11-28T05:00:00Z"
                  }
                ]
                """);
        assertThat(fake.previewed).isEqualTo(Timing.of("0 6 * * 1-5", "Europe/Oslo"));
        assertThat(fake.previewedFrom).isEqualTo(TaskFixtures.NOW);
    }

    @Test
    void nextOfATaskGoesByItsOwnDefinition() {
        run("task", "next", "nightly-import", "--from", "2027-01-01");
        assertThat(fake.previewed).isEqualTo(saved("nightly-import").timing());
        assertThat(fake.previewedFrom).isEqualTo("2026-12-31T23:00:00Z");
        run("task", "next", "nightly-import", "--zone", "UTC");
        assertThat(fake.previewed.zone()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, '', CONFIGURATION",
        "0 6 * * *, --zone=Mars/Olympus, USAGE",
        "0 6 * * *, -n0, USAGE",
        "0 6 * * *, --from=whenever, USAGE",
    })
    void nextRefusesWhatItCannotRead(String schedule, String option, ExitCode code) {
        List<String> words = new ArrayList<>(List.of("task", "next", schedule));
        if (option != null && !option.isEmpty()) {
            words.add(option);
        }
        assertThat(run(words.toArray(String[]::new))).isEqualTo(code);
        assertThat(terminal.err()).startsWith("error: ");
    }

    @Test
    void theOutlookIsOfTheNextDayUnlessSaidOtherwise() {
        run("task", "outlook");
        run("task", "outlook", "--days", "7", "--from", "2026-12-01");
        assertThat(fake.calls)
                .containsExactly(
                        "outlook 2026-11-26T05:00:00Z 2026-11-27T05:00:00Z",
                        "outlook 2026-11-30T23:00:00Z 2026-12-07T23:00:00Z");
        assertThat(run("task", "outlook", "--days", "7", "--hours", "3")).isEqualTo(ExitCode.USAGE);
        assertThat(run("task", "outlook", "--hours", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void barsShowHowMuchBeginsInAnHourAndHowMuchRunsAtOnce() {
        fake.expected = List.of(
                expected("a", "2026-11-26T05:10:00Z", "2026-11-26T06:30:00Z"),
                expected("b", "2026-11-26T05:20:00Z", "2026-11-26T05:25:00Z"),
                expected("c", "2026-11-26T05:30:00Z", "2026-11-26T05:30:00Z"),
                expected("d", "2026-11-26T07:00:00Z", "2026-11-26T07:01:00Z"));
        run("task", "outlook", "--hours", "4", "--bars");
        assertThat(terminal.out()).isEqualTo("""
                2026-11-26 06:00  ##############################     3  ×2   a, b, c
                2026-11-26 07:00                                     0  ×1
                2026-11-26 08:00  ##########                         1  ×1   d
                """);
    }

    private static Tasks.Expected expected(String task, String start, String end) {
        return new Tasks.Expected(task, Instant.parse(start), Instant.parse(end), "");
    }

    @Test
    void theChainIsToldInBothDirections() {
        for (String name : List.of("reconcile-all", "report")) {
            TaskDefinition plain = TaskFixtures.definition(name);
            String parent = name.equals("report") ? "reconcile-all" : "nightly-import";
            fake.tasks.put(
                    name,
                    new TaskDefinition(
                            name,
                            "",
                            List.of(),
                            plain.owner(),
                            "import",
                            Map.of(),
                            Timing.never("Europe/Oslo"),
                            Optional.of(new After(List.of(parent), After.Condition.SUCCESS, After.Join.ALL)),
                            Running.USUAL,
                            Retry.NONE,
                            true));
        }
        run("task", "chain", "reconcile-all");
        assertThat(terminal.out()).isEqualTo("""
                reconcile-all follows:
                  nightly-import
                reconcile-all is followed by:
                  report (on success)
                """);
    }

    // ---------------------------------------------------------------- texts

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
