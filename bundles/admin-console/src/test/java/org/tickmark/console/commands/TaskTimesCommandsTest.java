package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.Timing;

/** When tasks run. */
class TaskTimesCommandsTest extends TaskCommandsFixture {
    private static Tasks.Expected expected(String task, String start, String end) {
        return new Tasks.Expected(task, Instant.parse(start), Instant.parse(end), "");
    }

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
    void nextTellsPeopleTheDayOfTheWeek() {
        run("task", "next", "0 6 * * 1-5", "--zone", "Europe/Oslo");
        assertThat(terminal.out()).contains("Friday", "2026-11-27 06:00 ", "Europe/Oslo");
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
}
