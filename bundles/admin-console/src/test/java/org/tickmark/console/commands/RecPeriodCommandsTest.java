package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.SignOff.Deed;
import org.tickmark.api.host.reconciliation.SignOff.State;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class RecPeriodCommandsTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final List<String> done = new ArrayList<>();
    private final Periods periods = Partly.implemented(Periods.class, new Methods());

    private final Reconciliation reconciliation = Partly.implemented(Reconciliation.class, new Statements());

    /** What the commands call of reconciliation. */
    public static final class Statements {
        byte[] report(Caller caller, ReportRequest request) {
            assertThat(request.kind()).isEqualTo(ReportKind.STATEMENT);
            return (String.join(
                                    " ",
                                    request.subject(),
                                    request.date().toString(),
                                    request.knownAt().toString(),
                                    request.format().toString())
                            + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What the commands call of the service. */
    public final class Methods {
        private Optional<LocalDate> locked = Optional.empty();

        Optional<LocalDate> lockedThrough(Caller caller, String group) {
            return locked;
        }

        void lock(Caller caller, String group, LocalDate through, String reason) {
            locked = Optional.of(through);
        }

        void unlock(Caller caller, String group, Optional<LocalDate> through, String reason) {
            locked = through;
        }

        List<SignOff> signOffs(Caller caller, String group) {
            return List.of(signOff(State.REVIEWED));
        }

        SignOff prepare(Caller caller, String group, LocalDate through) {
            done.add("prepare " + through);
            return signOff(State.PREPARED);
        }

        SignOff review(Caller caller, long id) {
            done.add("review " + id);
            return signOff(State.REVIEWED);
        }

        SignOff sendBack(Caller caller, long id, String reason) {
            done.add("send-back " + id + " " + reason);
            return signOff(State.SENT_BACK);
        }

        SignOff close(Caller caller, long id) {
            done.add("close " + id);
            return signOff(State.CLOSED);
        }

        SignOff reopen(Caller caller, long id, String reason) {
            done.add("reopen " + id + " " + reason);
            return signOff(State.REOPENED);
        }

        String statement(Caller caller, long id) {
            return "<html></html>";
        }
    }

    private static SignOff signOff(State state) {
        Deed kari = new Deed("os:kari", Instant.parse("2026-06-01T06:00:00Z"));
        return new SignOff(
                17,
                "bank",
                "100",
                SUNDAY_31_MAY,
                state,
                "4f2a",
                kari,
                Optional.of(new Deed("os:ola", kari.at())),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench()
                .with(RecPeriodCommands.of(periods, reconciliation).toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    @Test
    void locksWithAReasonAndOpensOnlyWithConsent() {
        assertThat(run("rec", "lock", "bank", "2026-05-31")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "lock", "bank", "31.5.2026", "--reason=x")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "lock", "bank", "2026-05-31", "--reason=delivered"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).endsWith("Group bank is locked through 2026-05-31.\n");

        terminal.answering("n");
        run("rec", "unlock", "bank", "--reason=late");
        assertThat(terminal.questions()).containsExactly("Open what was locked of group bank? [y/N]");
        run("rec", "unlock", "bank", "--reason=late", "--yes");
        assertThat(terminal.err()).endsWith("Group bank is not locked.\n");
    }

    @Test
    void goesThroughTheStepsOfASignOff() {
        run("rec", "prepare", "bank", "2026-05-31");
        run("rec", "review", "17");
        run("rec", "close", "17");
        run("rec", "reopen", "17", "--reason", "late", "--yes");
        run("rec", "send-back", "17", "--reason", "no");
        assertThat(done)
                .containsExactly("prepare 2026-05-31", "review 17", "close 17", "reopen 17 late", "send-back 17 no");
        assertThat(run("rec", "reopen", "17", "--yes")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsSignOffsForProgramsAndWritesAStatementAsItIs() {
        run("rec", "sign-offs", "bank", "-o", "json");
        assertThat(terminal.out()).contains("\"state\": \"reviewed\"").contains("\"reviewed_by\": \"os:ola\"");

        run("rec", "statement", "17", "-O", "may.html");
        assertThat(folder.resolve("may.html")).hasContent("<html></html>");
    }

    @Test
    void writesTheStatementOfAGroupAsItWasKnownAtAMoment() {
        run("rec", "statement", "bank", "--as-of", "2026-05-31", "--known-at", "2026-06-03T10:00:00+02:00");
        assertThat(terminal.out()).endsWith("bank Optional[2026-05-31] Optional[2026-06-03T08:00:00Z] TEXT\n");
        run("rec", "statement", "17", "--as-of", "2026-05-31", "--format", "json");
        assertThat(terminal.out()).endsWith("17 Optional[2026-05-31] Optional.empty JSON\n");
        assertThat(run("rec", "statement", "bank", "--known-at", "yesterday")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void writesDaysInSentencesAsPeopleDo() {
        terminal.in(Locale.forLanguageTag("nb"));
        run("rec", "lock", "bank", "2026-05-31", "--reason=levert");
        assertThat(terminal.err()).endsWith("Gruppen bank er låst til og med 31.05.2026.\n");
    }
}
