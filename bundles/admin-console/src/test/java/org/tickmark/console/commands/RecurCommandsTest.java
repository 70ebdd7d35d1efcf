package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.ManualClock;

class RecurCommandsTest {
    private static final String OSLO_MONDAY_6_JANUARY = "TZID=Europe/Oslo:20250106T090000";

    private final FakeTerminal terminal = new FakeTerminal();
    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:30Z");

    @Test
    void listsWhatARuleOfTheStandardMakesWithSingleDates() {
        assertThat(run(
                        "next",
                        "--dtstart",
                        OSLO_MONDAY_6_JANUARY,
                        "--rrule",
                        "FREQ=WEEKLY;BYDAY=MO,WE",
                        "--exdate",
                        "TZID=Europe/Oslo:20250108T090000",
                        "--rdate",
                        "TZID=Europe/Oslo:20250107T120000",
                        "-n",
                        "3",
                        "-o",
                        "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(compact())
                .isEqualTo("[{\"local\":\"2025-01-06T09:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-06T08:00:00Z\"},"
                        + "{\"local\":\"2025-01-07T12:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-07T11:00:00Z\"},"
                        + "{\"local\":\"2025-01-13T09:00:00\",\"zone\":\"Europe/Oslo\",\"instant\":\"2025-01-13T08:00:00Z\"}]");
    }

    @Test
    void listsDatesAndFloatingTimesWithoutAnInstant() {
        run("next", "--dtstart", "20250131", "--rrule", "FREQ=MONTHLY", "-n", "2", "-o", "json");
        run("next", "--dtstart", "20250131T080000", "--rrule", "FREQ=DAILY;COUNT=1", "-o", "json");
        run("next", "--dtstart", "20250131T080000Z", "--rrule", "FREQ=DAILY;COUNT=1", "-o", "json");

        assertThat(compact())
                .contains("[{\"local\":\"2025-01-31\",\"zone\":null,\"instant\":null},{\"local\":\"2025-03-31\"")
                .contains("{\"local\":\"2025-01-31T08:00:00\",\"zone\":null,\"instant\":null}")
                .contains("{\"local\":\"2025-01-31T08:00:00\",\"zone\":\"UTC\",\"instant\":\"2025-01-31T08:00:00Z\"}");
    }

    @Test
    void listsNothingAtOnceForARuleThatNeverFires() {
        assertThat(run(
                        "next",
                        "--dtstart",
                        "20250131T080000Z",
                        "--rrule",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "-o",
                        "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(compact()).isEqualTo("[]");
    }

    @Test
    void putsTimesThatTheClockLeavesOutWhereAsked() {
        for (String gap : List.of("shift", "skip", "first-valid")) {
            run(
                    "next",
                    "--dtstart",
                    "TZID=Europe/Oslo:20250330T023000",
                    "--rrule",
                    "FREQ=DAILY",
                    "--gap",
                    gap,
                    "-n",
                    "1",
                    "-o",
                    "csv",
                    "--no-headers");
        }
        assertThat(terminal.out().lines())
                .containsExactly(
                        "2025-03-30T03:30:00,Europe/Oslo,2025-03-30T01:30:00Z",
                        "2025-03-31T02:30:00,Europe/Oslo,2025-03-31T00:30:00Z",
                        "2025-03-30T03:00:00,Europe/Oslo,2025-03-30T01:00:00Z");
    }

    @Test
    void listsCronFromNowOnInAZone() {
        run("next", "0 6 * * 1-5", "--zone", "Europe/Oslo", "-n", "2", "-o", "csv", "--no-headers");

        assertThat(terminal.out().lines())
                .containsExactly(
                        "2026-02-02T06:00:00,Europe/Oslo,2026-02-02T05:00:00Z",
                        "2026-02-03T06:00:00,Europe/Oslo,2026-02-03T05:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every other Tuesday at 9", "annenhver tirsdag kl. 9", "varannan tisdag kl 9"})
    void understandsSentencesOfEachLanguage(String sentence) {
        run("next", sentence, "--dtstart", "TZID=Europe/Oslo:20250107T090000", "-n", "2", "-o", "csv", "--no-headers");

        assertThat(terminal.out().lines().map(line -> line.split(",")[0]))
                .containsExactly("2025-01-07T09:00:00", "2025-01-21T09:00:00");
    }

    @Test
    void listsWhatIsAfterAMoment() {
        run(
                "next",
                "--dtstart",
                OSLO_MONDAY_6_JANUARY,
                "--rrule",
                "FREQ=DAILY",
                "--after",
                "2045-06-01T09:00:00",
                "--zone",
                "Europe/Oslo",
                "-n",
                "1",
                "-o",
                "csv",
                "--no-headers");

        assertThat(terminal.out()).startsWith("2045-06-02T09:00:00");
    }

    @Test
    void saysWhatARuleMeansAndHowFarItGoes() {
        run("describe", "FREQ=WEEKLY;COUNT=3;BYDAY=TU", "--dtstart", "20250107", "-o", "json");

        assertThat(compact())
                .contains("\"rule\":\"RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU\"")
                .contains("\"extent\":\"finite\"")
                .contains("\"first_occurrence\":\"2025-01-07\",\"last_occurrence\":\"2025-01-21\",\"occurrences\":3");
    }

    @Test
    void writesARuleInAnotherFormOrSaysWhatIsLost() {
        assertThat(run("convert", "0 6 * * 1-5", "--to", "rrule")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).startsWith("RRULE:FREQ=").contains("BYHOUR=6");

        assertThat(run("convert", "0 0 6 15W * ?", "--to", "rrule")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("nearest", "15W");
    }

    @Test
    void refusesWhatItCannotReadAndSaysWhere() {
        assertThat(run("next", "--rrule", "FREQ=DAILY;INTERVAL=0")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("At character");
        assertThat(run("next", "every flurgday")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("flurgday");
        assertThat(run("next", "0 6 * * 1-5", "--zone", "Europe/Nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(run("next", "0 6 * * 1-5", "--rrule", "FREQ=DAILY")).isEqualTo(ExitCode.USAGE);
        assertThat(run("next", "0 6 * * 1-5", "-n", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("describe")).isEqualTo(ExitCode.USAGE);
    }

    private ExitCode run(String... words) {
        List<String> all = new ArrayList<>(List.of("recur"));
        all.addAll(Arrays.asList(words));
        return new Workbench()
                .with(RecurCommands.of(clock).toArray(WorkbenchCommand[]::new))
                .run(terminal, all.toArray(String[]::new));
    }

    private String compact() {
        return terminal.out().replaceAll("\\s+", "");
    }
}
