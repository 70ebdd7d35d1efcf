package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.engine.ExitCodes;
import org.tickmark.console.health.Checkup;
import org.tickmark.console.health.Finding;

/** {@code doctor}: everything that work by night needs; {@code sys health}: what this process cannot serve without. */
final class HealthCommands {
    private static final List<Column> FINDINGS =
            List.of(Column.text("check"), Column.message("result"), Column.message("detail"));
    private static final List<Column> READINESS =
            List.of(Column.text("check"), Column.flag("ok"), Column.message("detail"));

    private final Checkup checkup;

    private HealthCommands(Checkup checkup) {
        this.checkup = checkup;
    }

    static List<Command> of(Checkup checkup) {
        HealthCommands commands = new HealthCommands(checkup);
        return List.of(
                Command.named("doctor", "", Permission.SYSTEM_CHECK)
                        .argument("CHECK", "doctor.check", ValueKind.TEXT, Cardinality.ANY)
                        .flag("strict", "doctor.strict")
                        .columns(FINDINGS)
                        .example("doctor")
                        .example("doctor imports mail")
                        .example("doctor --strict -o json")
                        .does(commands::examine),
                Command.named("sys", "health", Permission.SYSTEM_READ)
                        .columns(READINESS)
                        .example("sys health")
                        .does(commands::health));
    }

    private CommandResult examine(CommandCall call) {
        List<Finding> findings = checkup.ask(known(call.arguments("CHECK")));
        Table.Builder table = Table.under(FINDINGS);
        findings.forEach(finding ->
                table.row(finding.check(), result(finding), finding.health().found()));
        List<Problem> problems = problems(findings);
        long errors = count(problems, Severity.ERROR);
        long warnings = count(problems, Severity.WARNING);
        Locale locale = call.caller().locale();
        return CommandResult.of(
                        table.build(),
                        findings.stream()
                                .map(finding -> document(finding, locale))
                                .toList())
                .problems(problems)
                .summary(Texts.text("doctor.done", findings.size(), errors, warnings))
                .exit(exitCode(problems, call.flag("strict")));
    }

    private List<String> known(List<String> names) {
        List<String> all = checkup.names();
        for (String name : names) {
            if (!all.contains(name)) {
                throw Texts.problem("usage.check-unknown", name)
                        .expected(String.join(", ", all))
                        .exception();
            }
        }
        return names;
    }

    /** Each with its check in front. */
    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream()
                .flatMap(
                        finding -> finding.health().problems().stream().map(problem -> problem.within(finding.check())))
                .toList();
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** By the worst error; warnings count as partly done where they are taken seriously. */
    private static ExitCode exitCode(List<Problem> problems, boolean strict) {
        Optional<ExitCode> worst = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> ExitCodes.of(problem.code()))
                .reduce(ExitCode::worst);
        boolean warned = strict && count(problems, Severity.WARNING) > 0;
        return worst.orElse(warned ? ExitCode.PARTLY : ExitCode.OK);
    }

    private static Message result(Finding finding) {
        return Texts.text("doctor." + id(finding));
    }

    private static String id(Finding finding) {
        return finding.health()
                .worst()
                .map(worst -> worst.name().toLowerCase(Locale.ROOT))
                .orElse("well");
    }

    private static Map<String, Object> document(Finding finding, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("check", finding.check());
        document.put("result", id(finding));
        document.put("detail", finding.health().found().text(locale));
        document.put("problems", ProblemDocument.of(finding.health().problems(), locale));
        return document;
    }

    private CommandResult health(CommandCall call) {
        call.caller().require(Permission.SYSTEM_READ);
        List<Finding> findings = checkup.askReadiness();
        Table.Builder table = Table.under(READINESS);
        findings.forEach(finding ->
                table.row(finding.check(), isWell(finding), finding.health().found()));
        boolean healthy = !findings.isEmpty() && findings.stream().allMatch(HealthCommands::isWell);
        return CommandResult.of(table.build())
                .problems(problems(findings))
                .summary(Texts.text(healthy ? "sys.healthy" : "sys.unhealthy"))
                .exit(healthy ? ExitCode.OK : ExitCode.FAILURE);
    }

    private static boolean isWell(Finding finding) {
        return finding.health().worst().stream().noneMatch(worst -> worst == Severity.ERROR);
    }
}
