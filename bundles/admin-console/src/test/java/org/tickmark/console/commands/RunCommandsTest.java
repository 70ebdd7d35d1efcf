package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.tasks.LogQuery;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class RunCommandsTest {
    private final FakeTerminal terminal = new FakeTerminal();
    private final FakeRuns runs = new FakeRuns();
    private final TaskFixtures.Records records = new TaskFixtures.Records(
                    Column.integer("id"),
                    Column.text("task"),
                    Column.message("state"),
                    Column.message("cause"),
                    Column.instant("nominal"),
                    Column.integer("took_ms"),
                    Column.integer("attempt"),
                    Column.integer("times"),
                    Column.text("summary"))
            .row(
                    812L,
                    "nightly-import",
                    Message.verbatim("succeeded"),
                    Message.verbatim("now"),
                    TaskFixtures.NOW,
                    350L,
                    1L,
                    1L,
                    "2 files")
            .row(
                    811L,
                    "nightly-import",
                    Message.verbatim("missed"),
                    Message.verbatim("schedule"),
                    Instant.parse("2026-11-10T05:00:00Z"),
                    null,
                    1L,
                    5L,
                    "nothing could run");
    private final TaskServices services = new TaskServices(
            Partly.implemented(Tasks.class, new FakeTasks()),
            Partly.implemented(Runs.class, runs),
            records,
            records,
            records,
            ManualClock.at(TaskFixtures.NOW).withZone(ZoneId.of("Europe/Oslo")),
            false);

    /** The one task there is. */
    public static final class FakeTasks {
        Optional<Task> task(Caller caller, String name) {
            return name.equals("nightly-import")
                    ? Optional.of(TaskFixtures.task(TaskFixtures.definition(name)))
                    : Optional.empty();
        }
    }

    /** What the commands call of the runs; a run that is awaited writes its next lines, and ends with the last of them. */
    public static final class FakeRuns {
        private RunState state = RunState.SUCCEEDED;
        private final List<Runs.LogLine> log = new ArrayList<>();
        private final Deque<String> toCome = new ArrayDeque<>();
        private final List<String> calls = new ArrayList<>();
        private final List<LogQuery> queries = new ArrayList<>();
        private Instant since;

        void write(Severity severity, String text) {
            log.add(new Runs.LogLine(log.size() + 1L, TaskFixtures.NOW.plusSeconds(log.size()), severity, text));
        }

        Optional<Run> run(Caller caller, long id) {
            return id == 811 ? Optional.of(TaskFixtures.run(id, state)) : Optional.empty();
        }

        List<Runs.LogLine> log(Caller caller, long id, LogQuery query) {
            queries.add(query);
            List<Runs.LogLine> lines = log.stream()
                    .filter(line -> line.number() > query.after() && line.number() < query.before())
                    .filter(line -> line.severity().compareTo(query.lightest()) >= 0)
                    .filter(line -> line.text().contains(query.holding()))
                    .toList();
            int left = query.end() == LogQuery.End.LAST ? Math.max(0, lines.size() - query.most()) : 0;
            return lines.stream().skip(left).limit(query.most()).toList();
        }

        List<Run> together(Caller caller, long id) {
            return List.of(TaskFixtures.run(810, RunState.FAILED), TaskFixtures.run(id, state));
        }

        Map<String, Duration> usual(Caller caller, Collection<String> tasks) {
            return tasks.contains("nightly-import") ? Map.of("nightly-import", Duration.ofSeconds(72)) : Map.of();
        }

        Run await(Caller caller, long id, Duration patience, CancelToken cancel) {
            if (toCome.isEmpty()) {
                state = RunState.SUCCEEDED;
            } else {
                write(Severity.INFO, toCome.remove());
            }
            return TaskFixtures.run(id, state);
        }

        void cancel(Caller caller, long id, String reason) {
            calls.add("cancel " + id + " " + reason);
        }

        long retry(Caller caller, long id) {
            calls.add("retry " + id);
            return 815;
        }

        Runs.Statistics statistics(Caller caller, String task, Instant from) {
            since = from;
            return new Runs.Statistics(20, 2, 1, Duration.ofSeconds(72), Duration.ofMinutes(5), Duration.ofMillis(120));
        }
    }

    private ExitCode run(String... words) {
        return new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    @Test
    void runsAreListedWithTheTimesAtWhichNoneRan() {
        run("run", "list");
        assertThat(terminal.out()).contains("350 ms").contains("5 × nothing could run");
    }

    @Test
    void aListIsNarrowedByTaskStateAndTime() {
        run("run", "list", "-t", "nightly-import", "-s", "missed", "--since", "7d", "-o", "json");
        assertThat(records.queries)
                .containsExactly(new RecordQuery(Map.of("task", "nightly-import", "state", "missed"), 100, ""));
        assertThat(terminal.out()).contains("\"id\": 812").doesNotContain("\"id\": 811");
    }

    @Test
    void aListIsNarrowedByHowRunsStandAndComparedWithTheUsual() {
        run("run", "list", "--outcome", "not-run", "--holding", "file", "--usual");
        assertThat(records.queries)
                .containsExactly(new RecordQuery(Map.of("outcome", "not-run"), 100, "").holding("file"));
        assertThat(terminal.out()).contains("Usually takes").contains("1 min 12 s");
    }

    @Test
    void runsThatBelongTogetherAreListed() {
        run("run", "related", "811");
        assertThat(terminal.out()).contains("810").contains("failed").contains("811");
    }

    @Test
    void aFullPageSaysHowToGoOn() {
        run("run", "list", "--limit", "1");
        assertThat(terminal.err()).contains("812");
    }

    @Test
    void aRunIsShownWithWhatItBrought() {
        run("run", "show", "811");
        assertThat(terminal.out()).contains("1 min 12 s").contains("files=2").contains("2 files, 40 new rows");
        assertThat(run("run", "show", "1")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).endsWith("error: There is no run 1 — See: run list\n");
        assertThat(run("run", "show", "latest")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aLogIsShownFromItsEnd() {
        runs.write(Severity.INFO, "one");
        runs.write(Severity.WARNING, "two");
        runs.write(Severity.ERROR, "three");
        run("run", "log", "811");
        assertThat(terminal.out()).isEqualTo("""
            2026-11-26 06:00:00       one
            2026-11-26 06:00:01 WARN  two
            2026-11-26 06:00:02 ERROR three
            """);
        FakeTerminal program = new FakeTerminal();
        new Workbench()
                .with(services.commands().toArray(WorkbenchCommand[]::new))
                .run(program, "run", "log", "811", "--tail", "1", "--level", "warn", "-o", "json");
        assertThat(program.out())
                .contains("\"level\": \"error\"")
                .contains("\"number\": 3")
                .doesNotContain("two");
    }

    @Test
    void ofALogOnlyWhatIsAskedForIsRead() {
        run(
                "run",
                "log",
                "811",
                "--after",
                "40",
                "--before",
                "90",
                "--tail",
                "5",
                "--level",
                "warn",
                "--search",
                "xml");
        run("run", "log", "811", "--limit", "5", "--after", "40");
        assertThat(runs.queries)
                .containsExactly(
                        new LogQuery(40, 90, Severity.WARNING, "xml", 5, LogQuery.End.LAST),
                        LogQuery.first(5).after(40));
        assertThat(terminal.err()).startsWith("Run 811 has written no such line.\n");
    }

    @Test
    void aLogHasOneEndAtATime() {
        assertThat(run("run", "log", "811", "--limit", "5", "-f")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--limit takes the first lines");
        assertThat(run("run", "log", "811", "--tail", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsPassedOverWhileALogIsFollowedIsNotLookedThroughAgain() {
        runs.state = RunState.RUNNING;
        runs.write(Severity.ERROR, "one");
        runs.toCome.addAll(List.of("two", "three"));
        run("run", "log", "811", "-f", "--level", "error");
        assertThat(terminal.out()).endsWith("ERROR one\n").hasLineCount(1);
        assertThat(runs.queries.stream().filter(query -> query.end() == LogQuery.End.FIRST))
                .extracting(LogQuery::after)
                .containsExactly(1L, 1L, 2L, 3L);
    }

    @Test
    void aLogIsFollowedUntilTheRunEnds() {
        runs.state = RunState.RUNNING;
        runs.write(Severity.INFO, "one");
        runs.toCome.addAll(List.of("two", "three"));
        assertThat(run("run", "log", "811", "-f")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out().lines().map(line -> line.substring(26))).containsExactly("one", "two", "three");
        assertThat(terminal.err()).startsWith("Run 811 succeeded after 1 min 12 s");
    }

    @Test
    void followingStopsWhenTheCallerGoes() {
        runs.state = RunState.RUNNING;
        terminal.alreadyCancelled();
        assertThat(run("run", "log", "811", "-f")).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void aRunThatIsOverIsNotCancelled() {
        assertThat(run("run", "cancel", "811")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("Run 811 has ended already: succeeded");
        runs.state = RunState.RUNNING;
        run("run", "cancel", "811", "--reason", "wrong file");
        assertThat(runs.calls).containsExactly("cancel 811 wrong file");
    }

    @Test
    void aRetryTellsItsKey() {
        run("run", "retry", "811");
        assertThat(terminal.out()).isEqualTo("815\n");
    }

    @Test
    void figuresAreThoseOfAMonthUnlessSaidOtherwise() {
        run("run", "stats", "nightly-import", "-o", "json");
        assertThat(runs.since).isEqualTo(TaskFixtures.NOW.minus(Duration.ofDays(30)));
        assertThat(terminal.out()).contains("\"median_ms\": 72000").contains("\"late_p95_ms\": 120");
        run("run", "stats", "nightly-import", "--since", "2026-11-20");
        assertThat(runs.since).isEqualTo("2026-11-19T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.35S, 350 ms",
        "PT12.9S, 12 s",
        "PT3M12S, 3 min 12 s",
        "PT2H, 2 h",
        "PT2H5M9S, 2 h 5 min",
        "P3DT4H, 3 d 4 h",
    })
    void spansAreShownWithTwoUnitsAtMost(Duration span, String text) {
        assertThat(Spans.text(span)).isEqualTo(text);
    }
}
