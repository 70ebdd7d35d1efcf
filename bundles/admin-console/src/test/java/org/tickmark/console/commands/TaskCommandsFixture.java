package org.tickmark.console.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

/** The commands of tasks, over a service that writes down what it is asked. */
abstract class TaskCommandsFixture {
    @TempDir
    Path folder;

    final FakeTerminal terminal = new FakeTerminal();

    final FakeTasks fake = new FakeTasks();

    final FakeRuns runs = new FakeRuns();

    final TaskFixtures.Records records = new TaskFixtures.Records(
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
                    "cron:0 6 * * *",
                    List.of(),
                    Instant.parse("2026-11-27T05:00:00Z"),
                    72_000L,
                    2L)
            .row("reconcile-all", Message.verbatim("on"), "", List.of("nightly-import"), null, null, 0L)
            .row("report", Message.verbatim("on"), "", List.of("reconcile-all"), null, null, 0L);

    final TaskFixtures.Records nodes = new TaskFixtures.Records(Column.integer("id"), Column.instant("lease_until"));

    final TaskServices services = new TaskServices(
            Partly.implemented(Tasks.class, fake),
            Partly.implemented(Runs.class, runs),
            records,
            records,
            nodes,
            ManualClock.at(TaskFixtures.NOW).withZone(ZoneId.of("Europe/Oslo")),
            true);

    /** What the commands call of the tasks. */
    public static final class FakeTasks {
        final Map<String, TaskDefinition> tasks = new LinkedHashMap<>();
        final List<String> calls = new ArrayList<>();
        List<Problem> warnings = List.of();
        Optional<String> held = Optional.empty();
        Optional<Problem> refusal = Optional.empty();
        List<Tasks.Expected> expected = List.of();
        Timing previewed;
        Instant previewedFrom;
        ForeignSchedule foreign;
        List<Problem> translationProblems = List.of();

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
        RunState end = RunState.SUCCEEDED;
        Duration patience;

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

    ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    TaskDefinition saved(String name) {
        return fake.tasks.get(name);
    }
}
