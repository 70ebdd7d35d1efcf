package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Group.WriteOffs;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.testkit.host.Partly;

/** {@code rec}: runs, proofs and reports. */
class RecCommandsTest extends CommandFixture {
    private List<GroupRun> runs = List.of();
    private Optional<Proof> proof = Optional.empty();
    private final List<ReconciliationRequest> requests = new ArrayList<>();
    private final List<Group> saved = new ArrayList<>();
    private final Reconciliation reconciliation = Partly.implemented(Reconciliation.class, new ReconciliationMethods());

    /** What the commands call of the service. */
    public final class ReconciliationMethods {
        Optional<Group> group(Caller caller, String name) {
            return name.equals("bank")
                    ? Optional.of(new Group("bank", "100", List.of("b"), List.of("1920"), true, List.of()))
                    : Optional.empty();
        }

        void save(Caller caller, Group group) {
            saved.add(group);
        }

        List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
            requests.add(request);
            return runs;
        }

        Reconciliation.Standing standing(Caller caller, String group, Optional<LocalDate> date) {
            return new Reconciliation.Standing(group(caller, group).orElseThrow(), proof, List.of(), 0);
        }

        long undoRun(Caller caller, long runId, String reason) {
            return runId;
        }

        byte[] report(Caller caller, ReportRequest request) {
            String day = request.date().map(LocalDate::toString).orElse("the last day");
            return (request.format() + " " + request.kind().word() + " of " + request.subject() + " on " + day + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRunShowsRulesAndProof() {
        runs = List.of(GroupRuns.group(GroupRuns.proof(List.of()), List.of()));
        assertThat(run(RecCommands.of(reconciliation), "rec", "run", "bank", "--as-of", "2026-05-31"))
                .isEqualTo(ExitCode.OK);
        assertThat(requests)
                .containsExactly(new ReconciliationRequest(
                        List.of("bank"), List.of(), List.of(), false, Optional.of(GroupRuns.SUNDAY_31_MAY), false));
        assertThat(terminal.out()).isEqualTo("""
            bank (unit 100): 4 entries matched, 1 open at the bank, 0 open in the ledger
              by-reference  key  2 matches, 2 + 2 entries
              Proof on 2026-05-31, NOK: it holds
                Bank balance                                 1,250.50
                Ledger balance                               1,000.00
                Bank less ledger                               250.50
                of this: difference of the opening balances      0.00
                of this: open at the bank                      250.50
                of this: open in the ledger                      0.00
                of this: differences inside matches              0.00
                Closing balance stated by the bank           1,250.50
            """);
        assertThat(terminal.err()).isEqualTo("1 groups, 4 entries matched, 1 open.\n");
    }

    @Test
    void aFailedProofIsTheWorstEnd() {
        Problem failure =
                Problem.error("proof.bank", text("The bank states otherwise.")).build();
        Problem error = Problem.error("rule.failed", text("A rule failed.")).build();
        runs = List.of(
                GroupRuns.group(GroupRuns.proof(List.of(failure)), List.of()),
                GroupRuns.group(GroupRuns.proof(List.of()), List.of(error)));
        assertThat(run(RecCommands.of(reconciliation), "rec", "run")).isEqualTo(ExitCode.PROOF_FAILED);
        assertThat(terminal.out()).contains("IT DOES NOT HOLD");
        assertThat(terminal.err())
                .contains("error: bank: The bank states otherwise.")
                .contains("error: bank: A rule failed.");
    }

    @Test
    void aProofThatDoesNotHoldEndsWithItsExitCode() {
        assertThat(run(RecCommands.of(reconciliation), "rec", "proof", "bank")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("bank\n  Nothing has been booked yet.\n");
        Problem failure =
                Problem.error("proof.bank", text("The bank states otherwise.")).build();
        proof = Optional.of(GroupRuns.proof(List.of(failure)));
        assertThat(run(RecCommands.of(reconciliation), "rec", "proof", "bank")).isEqualTo(ExitCode.PROOF_FAILED);
        assertThat(terminal.out()).contains("IT DOES NOT HOLD");
        assertThat(terminal.err()).contains("error: bank: The bank states otherwise.");
    }

    @Test
    void aGroupNobodyKnowsIsRefusedBeforeAnythingRuns() {
        assertThat(run(RecCommands.of(reconciliation), "rec", "run", "bank", "bnak"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(requests).isEmpty();
    }

    @Test
    void undoingARunNeedsAReason() {
        assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "-y")).isEqualTo(ExitCode.USAGE);
        assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "1234", "-y"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(RecCommands.of(reconciliation), "rec", "undo", "1234", "-y", "--reason=test"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).endsWith("Run 1234: 1,234 matches were undone.\n");
    }

    private ExitCode report(String... words) {
        return run(ReportCommands.of(reconciliation), words);
    }

    @Test
    void aReportIsPrintedAsItIsOrWrittenToAFile() {
        run(RecCommands.of(reconciliation), "rec", "report", "bank");
        assertThat(terminal.out()).isEqualTo("TEXT reconciliation of bank on the last day\n");
        report("report", "run", "open-items", "bank", "--as-of=2026-05-31", "--format=json", "-O", "r.txt");
        assertThat(folder.resolve("r.txt")).hasContent("JSON open-items of bank on 2026-05-31");
    }

    @Test
    void theNameOfTheFileTellsTheFormatOfAReport() {
        report("report", "run", "match-rate", "bank", "-O", "rate.XLSX");
        assertThat(folder.resolve("rate.XLSX")).hasContent("XLSX match-rate of bank on the last day");
    }

    @Test
    void aReportThatIsNoTextNeedsAFile() {
        assertThat(report("report", "run", "run", "17", "--format=pdf")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("pdf").contains("-O");
    }

    @Test
    void aReportOfARunTakesNoDay() {
        assertThat(report("report", "run", "run", "17", "--as-of=2026-05-31")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsWhatReportsThereAre() {
        report("report", "list", "-o", "csv");
        assertThat(terminal.out()).contains("open-items").contains("match-rate").contains("pdf");
    }

    @Test
    void aGroupIsAddedAndChangedWithoutAText() {
        List<Command> commands = RecGroupCommands.of(reconciliation);
        assertThat(run(commands, "rec", "add", "new", "100", "--bank", "b", "--ledger", "1920", "--ledger", "1921"))
                .isEqualTo(ExitCode.OK);
        assertThat(run(commands, "rec", "edit", "bank", "--write-off-match", "2.50", "--background", "no"))
                .isEqualTo(ExitCode.OK);

        WriteOffs some = new WriteOffs(new BigDecimal("2.5"), BigDecimal.ZERO);
        assertThat(saved)
                .containsExactly(
                        new Group("new", "100", List.of("b"), List.of("1920", "1921"), true, List.of()),
                        new Group("bank", "100", List.of("b"), List.of("1920"), false, some, List.of()));
        assertThat(run(commands, "rec", "add", "bank", "100")).isNotEqualTo(ExitCode.OK);
        assertThat(run(commands, "rec", "edit", "bank", "--write-off-month", "-1"))
                .isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("12.50");
        assertThat(saved).hasSize(2);
    }
}
