package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Group.WriteOffs;
import org.tickmark.api.host.reconciliation.Reconciliation;

/** {@code rec add} and {@code rec edit}: groups, with the default rules or those that they have. */
final class RecGroupCommands {
    private static final String GROUP = "GROUP";
    private static final String BANK = "bank";
    private static final String LEDGER = "ledger";
    private static final ValueKind YES_NO = ValueKind.choice("yes", "no");

    private final Reconciliation reconciliation;

    private RecGroupCommands(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    static List<Command> of(Reconciliation reconciliation) {
        RecGroupCommands commands = new RecGroupCommands(reconciliation);
        return List.of(commands.add(), commands.edit());
    }

    private static Command.Declaration parts(Command.Declaration declaration) {
        return declaration
                .repeatable(BANK, "group.bank", ValueKind.TEXT)
                .repeatable(LEDGER, "group.ledger", ValueKind.TEXT)
                .option("background", "background", YES_NO)
                .option("write-off-match", "group.write-off-match", ValueKind.TEXT)
                .option("write-off-month", "group.write-off-month", ValueKind.TEXT);
    }

    private Command add() {
        return parts(Command.named("rec", "add", Permission.RECONCILIATION_EDIT)
                        .argument(GROUP, "group.new", ValueKind.TEXT)
                        .argument("UNIT", "unit", ValueKind.record("unit")))
                .example("rec add fjordlys-bank 100 --bank bank --ledger 1920")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String name = call.argument(GROUP);
        if (reconciliation.group(call.caller(), name).isPresent()) {
            throw Texts.problem("group.exists", name)
                    .advice(Texts.text("group.exists.advice", name))
                    .exception();
        }
        Group plain = new Group(name, call.argument("UNIT"), List.of(), List.of(), true, List.of());
        reconciliation.save(call.caller(), over(plain, call));
        return CommandResult.done(Texts.text("rec.added", name));
    }

    private Command edit() {
        return parts(Command.named("rec", "edit", Permission.RECONCILIATION_EDIT)
                        .argument(GROUP, "group", ValueKind.record("group")))
                .example("rec edit fjordlys-bank --write-off-match 5 --write-off-month 100")
                .does(call -> {
                    String name = call.argument(GROUP);
                    Group standing =
                            reconciliation.group(call.caller(), name).orElseThrow(() -> RecCommands.unknown(name));
                    reconciliation.save(call.caller(), over(standing, call));
                    return CommandResult.done(Texts.text("rec.changed", name));
                });
    }

    private static Group over(Group before, CommandCall call) {
        WriteOffs writeOffs = before.writeOffs();
        return new Group(
                before.name(),
                before.unit(),
                call.options(BANK).isEmpty() ? before.bank() : call.options(BANK),
                call.options(LEDGER).isEmpty() ? before.ledger() : call.options(LEDGER),
                call.option("background").map("yes"::equals).orElse(before.background()),
                new WriteOffs(
                        amount(call, "write-off-match", writeOffs.perMatch()),
                        amount(call, "write-off-month", writeOffs.perMonth())),
                before.rules());
    }

    private static BigDecimal amount(CommandCall call, String option, BigDecimal before) {
        return call.option(option)
                .map(given -> {
                    if (!given.matches("\\d{1,15}(\\.\\d{1,4})?")) {
                        throw Texts.problem("usage.group-amount")
                                .where("--" + option)
                                .found(given)
                                .expected("12.50")
                                .exception();
                    }
                    return new BigDecimal(given);
                })
                .orElse(before);
    }
}
