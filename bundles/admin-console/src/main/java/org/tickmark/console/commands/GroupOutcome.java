package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.reconciliation.GroupRun;

/** What reconciling groups did: a block a group for people, an object a group for programs. */
final class GroupOutcome {
    private final List<GroupRun> runs;
    private final Locale locale;
    private final ProofText proofs;

    GroupOutcome(List<GroupRun> runs, Locale locale) {
        this.runs = List.copyOf(runs);
        this.locale = locale;
        this.proofs = new ProofText(locale);
    }

    /** Each group with what its rules matched and its proof. */
    String text() {
        return String.join("\n", runs.stream().map(this::block).toList());
    }

    List<Map<String, Object>> documents() {
        return runs.stream().map(this::document).toList();
    }

    /** What kept groups from being reconciled or proven, each with its group. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (GroupRun run : runs) {
            run.problems().forEach(problem -> problems.add(problem.within(run.group())));
            run.proof()
                    .ifPresent(proof -> proof.failures().forEach(failure -> problems.add(failure.within(run.group()))));
        }
        return problems;
    }

    long matched() {
        return runs.stream().mapToLong(GroupRun::matchedEntries).sum();
    }

    long open() {
        return runs.stream().mapToLong(run -> run.bankOpen() + run.ledgerOpen()).sum();
    }

    ExitCode exitCode() {
        ExitCode exit = ExitCode.OK;
        for (GroupRun run : runs) {
            if (run.proof().map(proof -> !proof.ok()).orElse(false)) {
                exit = exit.worst(ExitCode.PROOF_FAILED);
            }
            if (run.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
                exit = exit.worst(ExitCode.PARTLY);
            }
        }
        return exit;
    }

    private String block(GroupRun run) {
        StringBuilder text = new StringBuilder();
        text.append(text(
                        "outcome.group",
                        run.group(),
                        run.unit(),
                        run.matchedEntries(),
                        run.bankOpen(),
                        run.ledgerOpen()))
                .append('\n');
        text.append(RuleCounts.text(run.rules(), locale));
        run.proof().ifPresent(proof -> text.append(proofs.text(proof)));
        return text.toString();
    }

    private Map<String, Object> document(GroupRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", run.runId());
        document.put("group", run.group());
        document.put("unit", run.unit());
        document.put("matched_entries", run.matchedEntries());
        document.put("bank_open", run.bankOpen());
        document.put("ledger_open", run.ledgerOpen());
        document.put("rules", RuleCounts.documents(run.rules()));
        document.put("proof", run.proof().map(proofs::document).orElse(null));
        document.put("issues", ProblemDocument.of(run.problems(), locale));
        return document;
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }
}
