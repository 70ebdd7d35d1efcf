package org.tickmark.console.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.SignOff.Deed;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code rec}: periods that are locked, and who answers for them. */
final class RecPeriodCommands {
    private static final ValueKind GROUP = ValueKind.record("group");
    private static final List<Column> SIGN_OFFS = List.of(
            Column.integer("sign_off"),
            Column.text("group"),
            Column.date("through"),
            Column.message("state"),
            Column.text("prepared_by"),
            Column.text("reviewed_by"),
            Column.text("closed_by"),
            Column.text("ended_by"),
            Column.text("reason"),
            Column.text("statement_hash"));

    private final Periods periods;
    private final ReportOutput output;

    private RecPeriodCommands(Periods periods, Reconciliation reconciliation) {
        this.periods = periods;
        this.output = new ReportOutput(reconciliation);
    }

    static List<Command> of(Periods periods, Reconciliation reconciliation) {
        RecPeriodCommands commands = new RecPeriodCommands(periods, reconciliation);
        return List.of(
                commands.lock(),
                commands.unlock(),
                commands.signOffs(),
                commands.prepare(),
                commands.review(),
                commands.sendBack(),
                commands.close(),
                commands.reopen(),
                commands.statement());
    }

    private Command lock() {
        return Command.named("rec", "lock", Permission.RECONCILIATION_LOCK)
                .argument("GROUP", "group", GROUP)
                .argument("DATE", "lock-through", ValueKind.DATE)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec lock fjordlys-bank 2026-05-31 --reason \"month delivered\"")
                .does(call -> {
                    LocalDate through = LocalDate.parse(call.argument("DATE"));
                    periods.lock(call.caller(), call.argument("GROUP"), through, Reasons.given(call));
                    return CommandResult.done(locked(call));
                });
    }

    private Command unlock() {
        return Command.named("rec", "unlock", Permission.RECONCILIATION_LOCK)
                .argument("GROUP", "group", GROUP)
                .argument("DATE", "unlock-through", ValueKind.DATE, Cardinality.OPTIONAL)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec unlock fjordlys-bank 2026-04-30 --reason \"late bank statement\"")
                .does(this::unlock);
    }

    private CommandResult unlock(CommandCall call) {
        String group = call.argument("GROUP");
        String reason = Reasons.given(call);
        Optional<LocalDate> through =
                call.arguments("DATE").stream().findFirst().map(LocalDate::parse);
        if (!call.confirm(Texts.text("rec.unlock.ask", group))) {
            return CommandResult.done(Texts.text("left"));
        }
        periods.unlock(call.caller(), group, through, reason);
        return CommandResult.done(locked(call));
    }

    private Message locked(CommandCall call) {
        String group = call.argument("GROUP");
        return periods.lockedThrough(call.caller(), group)
                .map(day -> Texts.text("rec.locked", group, Texts.date(day)))
                .orElseGet(() -> Texts.text("rec.not-locked", group));
    }

    private Command signOffs() {
        return Command.named("rec", "sign-offs", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .columns(SIGN_OFFS)
                .example("rec sign-offs fjordlys-bank")
                .does(call -> CommandResult.of(table(periods.signOffs(call.caller(), call.argument("GROUP"))))
                        .summary(locked(call)));
    }

    private static Table table(List<SignOff> signOffs) {
        Table.Builder table = Table.under(SIGN_OFFS);
        for (SignOff signOff : signOffs) {
            table.row(
                    signOff.id(),
                    signOff.group(),
                    signOff.through(),
                    Choices.text(signOff.state()),
                    signOff.prepared().by(),
                    by(signOff.reviewed()),
                    by(signOff.closed()),
                    by(signOff.ended()),
                    signOff.reason(),
                    signOff.statementHash());
        }
        return table.build();
    }

    private static String by(Optional<Deed> deed) {
        return deed.map(Deed::by).orElse("");
    }

    private Command prepare() {
        return Command.named("rec", "prepare", Permission.RECONCILIATION_SIGN)
                .argument("GROUP", "group", GROUP)
                .argument("DATE", "sign-off-through", ValueKind.DATE)
                .columns(SIGN_OFFS)
                .example("rec prepare fjordlys-bank 2026-05-31")
                .does(call -> CommandResult.of(table(List.of(periods.prepare(
                        call.caller(), call.argument("GROUP"), LocalDate.parse(call.argument("DATE")))))));
    }

    private static Command.Declaration step(String verb, Permission permission) {
        return Command.named("rec", verb, permission)
                .argument("ID", "sign-off-id", ValueKind.INTEGER)
                .columns(SIGN_OFFS);
    }

    private static long id(CommandCall call) {
        return Long.parseLong(call.argument("ID"));
    }

    private Command review() {
        return step("review", Permission.RECONCILIATION_SIGN)
                .example("rec review 17")
                .does(call -> CommandResult.of(table(List.of(periods.review(call.caller(), id(call))))));
    }

    private Command sendBack() {
        return step("send-back", Permission.RECONCILIATION_SIGN)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec send-back 17 --reason \"the fee of the 29th is missing\"")
                .does(call -> CommandResult.of(
                        table(List.of(periods.sendBack(call.caller(), id(call), Reasons.given(call))))));
    }

    private Command close() {
        return step("close", Permission.RECONCILIATION_LOCK)
                .example("rec close 17")
                .does(call -> CommandResult.of(table(List.of(periods.close(call.caller(), id(call))))));
    }

    private Command reopen() {
        return step("reopen", Permission.RECONCILIATION_LOCK)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec reopen 17 --reason \"late bank statement\"")
                .does(this::reopen);
    }

    private CommandResult reopen(CommandCall call) {
        String reason = Reasons.given(call);
        if (!call.confirm(Texts.text("rec.reopen.ask", id(call)))) {
            return CommandResult.done(Texts.text("left"));
        }
        return CommandResult.of(table(List.of(periods.reopen(call.caller(), id(call), reason))));
    }

    private Command statement() {
        return ReportOutput.optionsWithMoment(Command.named("rec", "statement", Permission.RECONCILIATION_READ)
                        .argument("WHAT", "statement-of", ValueKind.TEXT))
                .example("rec statement 17 -O may.html")
                .example("rec statement fjordlys-bank --as-of 2026-05-31 --known-at 2026-06-03T08:00:00Z")
                .does(call -> isSignOff(call)
                        ? OutputFile.result(call, ofSignOff(call))
                        : output.result(call, ReportKind.STATEMENT, call.argument("WHAT")));
    }

    /** A number is a sign-off, unless it is asked for a day or a moment of a group of that name. */
    private static boolean isSignOff(CommandCall call) {
        return call.argument("WHAT").matches("\\d{1,18}")
                && call.option("as-of").isEmpty()
                && call.option("known-at").isEmpty();
    }

    private String ofSignOff(CommandCall call) {
        return periods.statement(call.caller(), Long.parseLong(call.argument("WHAT")));
    }
}
