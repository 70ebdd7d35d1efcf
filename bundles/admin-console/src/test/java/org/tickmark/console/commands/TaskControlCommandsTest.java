package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.tasks.RunState;

/** Whether tasks run, and what is started by hand. */
class TaskControlCommandsTest extends TaskCommandsFixture {
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

    @Test
    void aNodeThatHasTheDatabaseToItselfIsSaidToAndHasNoEnd() {
        nodes.clear().row(1L, TaskFixtures.NOW.plusSeconds(15));
        assertThat(run("sys", "nodes")).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).doesNotContain("database to itself");

        nodes.clear().row(1L, Instant.parse("9999-01-01T00:00:00Z"));
        assertThat(run("sys", "nodes")).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("database to itself");
        assertThat(run("sys", "nodes", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).doesNotContain("9999").contains("\"lease_until\": null");
    }
}
