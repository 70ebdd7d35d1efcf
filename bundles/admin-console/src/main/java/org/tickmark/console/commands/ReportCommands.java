package org.tickmark.console.commands;

import java.util.Arrays;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code report}: what reports there are, and having them made. */
final class ReportCommands {
    private static final List<Column> REPORTS = List.of(
            Column.text("report"), Column.message("report_of"), Column.message("description"), Column.list("formats"));

    private final ReportOutput output;

    private ReportCommands(Reconciliation reconciliation) {
        this.output = new ReportOutput(reconciliation);
    }

    static List<Command> of(Reconciliation reconciliation) {
        return List.of(list(), new ReportCommands(reconciliation).run());
    }

    private static Command list() {
        return Command.named("report", "list", Permission.RECONCILIATION_READ)
                .columns(REPORTS)
                .example("report list")
                .does(call -> CommandResult.of(reports()));
    }

    private static Table reports() {
        List<String> formats =
                Arrays.stream(ReportFormat.values()).map(ReportOutput::word).toList();
        Table.Builder table = Table.under(REPORTS);
        for (ReportKind kind : ReportKind.values()) {
            table.row(
                    kind.word(),
                    Texts.text(kind.isOfGroup() ? "report.of-group" : "report.of-run"),
                    Texts.text("report.kind." + kind.word()),
                    formats);
        }
        return table.build();
    }

    private Command run() {
        String[] words =
                Arrays.stream(ReportKind.values()).map(ReportKind::word).toArray(String[]::new);
        return ReportOutput.optionsWithMoment(Command.named("report", "run", Permission.RECONCILIATION_READ)
                        .argument("NAME", "report-name", ValueKind.choice(words))
                        .argument("OF", "report-of", ValueKind.TEXT))
                .example("report run open-items fjordlys-bank")
                .example("report run reconciliation fjordlys-bank --as-of 2026-05-31 -O may.pdf")
                .example("report run match-rate fjordlys-bank -O rules.xlsx")
                .example("report run run 17 --format json")
                .does(this::run);
    }

    private CommandResult run(CommandCall call) {
        ReportKind kind = Arrays.stream(ReportKind.values())
                .filter(each -> each.word().equals(call.argument("NAME")))
                .findFirst()
                .orElseThrow();
        return output.result(call, kind, call.argument("OF"));
    }
}
