package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** What reconciling groups did: a block a group for people, an object a group for programs. */
final class GroupOutcome {
    private final List<GroupRun> runs;
    private final Locale locale;

    GroupOutcome(List<GroupRun> runs, Locale locale) {
        this.runs = List.copyOf(runs);
        this.locale = locale;
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
            run.problems().forEach(problem -> problems.add(Located.in(run.group(), problem)));
            run.proof().ifPresent(proof -> proof.failures()
                    .forEach(failure -> problems.add(Located.in(run.group(), failure))));
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
        TextTable rules = TextTable.of(Align.LEFT, Align.LEFT, Align.RIGHT);
        for (RuleCount rule : run.rules()) {
            if (rule.matches() > 0) {
                rules.row(
                        "  " + rule.rule(),
                        rule.kind(),
                        text("outcome.rule", rule.matches(), rule.bankEntries(), rule.ledgerEntries()));
            }
        }
        text.append(rules.text());
        run.proof().ifPresent(proof -> text.append(proof(proof)));
        return text.toString();
    }

    private String proof(Proof proof) {
        TextTable lines = TextTable.of(Align.LEFT, Align.RIGHT);
        line(lines, "proof.bank", proof.bankBalance(), proof);
        line(lines, "proof.ledger", proof.ledgerBalance(), proof);
        line(lines, "proof.difference", proof.bankBalance().subtract(proof.ledgerBalance()), proof);
        line(lines, "proof.opening", proof.openingDifference(), proof);
        line(lines, "proof.bank-open", proof.bankOpen(), proof);
        line(lines, "proof.ledger-open", proof.ledgerOpen().negate(), proof);
        line(lines, "proof.matched", proof.matchedDifference(), proof);
        proof.bankStated().ifPresent(stated -> line(lines, "proof.bank-stated", stated, proof));
        proof.ledgerStated().ifPresent(stated -> line(lines, "proof.ledger-stated", stated, proof));
        return "  "
                + text(proof.ok() ? "proof.ok" : "proof.failed", proof.date().toString(), proof.currency()) + "\n"
                + lines.text();
    }

    private void line(TextTable lines, String id, BigDecimal amount, Proof proof) {
        lines.row("    " + text(id), Amounts.display(amount, proof.currency(), locale));
    }

    private Map<String, Object> document(GroupRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", run.runId());
        document.put("group", run.group());
        document.put("unit", run.unit());
        document.put("matched_entries", run.matchedEntries());
        document.put("bank_open", run.bankOpen());
        document.put("ledger_open", run.ledgerOpen());
        document.put("rules", run.rules().stream().map(GroupOutcome::document).toList());
        document.put("proof", run.proof().map(this::document).orElse(null));
        document.put("issues", ProblemDocument.of(run.problems(), locale));
        return document;
    }

    private static Map<String, Object> document(RuleCount rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", rule.rule());
        document.put("kind", rule.kind());
        document.put("matches", rule.matches());
        document.put("bank_entries", rule.bankEntries());
        document.put("ledger_entries", rule.ledgerEntries());
        return document;
    }

    private Map<String, Object> document(Proof proof) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", proof.date());
        document.put("currency", proof.currency());
        document.put("bank_balance", proof.bankBalance());
        document.put("ledger_balance", proof.ledgerBalance());
        document.put("opening_difference", proof.openingDifference());
        document.put("bank_open", proof.bankOpen());
        document.put("ledger_open", proof.ledgerOpen());
        document.put("matched_difference", proof.matchedDifference());
        document.put("bank_stated", proof.bankStated().orElse(null));
        document.put("ledger_stated", proof.ledgerStated().orElse(null));
        document.put("ok", proof.ok());
        document.put("failures", ProblemDocument.of(proof.failures(), locale));
        return document;
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }
}
