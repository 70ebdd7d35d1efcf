package org.tickmark.console.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code rec}: groups of accounts and their reconciliation. */
final class RecCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final ValueKind GROUP = ValueKind.record("group");
    private static final List<Column> GROUPS = List.of(
            Column.text("name"),
            Column.text("unit"),
            Column.list("bank_accounts"),
            Column.list("ledger_accounts"),
            Column.flag("background"),
            Column.integer("rules"));
    private static final List<Column> STATUS = List.of(
            Column.text("group"),
            Column.text("unit"),
            Column.date("date"),
            Column.text("currency"),
            Column.amount("bank"),
            Column.amount("ledger"),
            Column.amount("difference"),
            Column.integer("open"),
            Column.integer("matches"),
            Column.flag("proven"));
    private static final List<Column> OPEN = List.of(
            Column.integer("entry_id"),
            Column.message("side"),
            Column.text("account"),
            Column.date("booking_date"),
            Column.amount("amount"),
            Column.amount("whole"),
            Column.text("currency"),
            Column.text("reference"),
            Column.text("party"),
            Column.text("text"),
            Column.integer("age_days"),
            Column.message("reason"),
            Column.text("note"));

    private final Reconciliation reconciliation;
    private final ReportOutput output;

    private RecCommands(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
        this.output = new ReportOutput(reconciliation);
    }

    static List<Command> of(Reconciliation reconciliation) {
        RecCommands commands = new RecCommands(reconciliation);
        return List.of(
                commands.list(),
                commands.show(),
                commands.run(),
                commands.status(),
                commands.proof(),
                commands.open(),
                commands.matches(),
                commands.report(),
                commands.undo(),
                commands.unmatch(),
                commands.delete(),
                commands.export());
    }

    private Command list() {
        return Command.named("rec", "list", Permission.RECONCILIATION_READ)
                .columns(GROUPS)
                .example("rec list")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(GROUPS);
        for (Group group : reconciliation.groups(call.caller())) {
            table.row(group.name(), group.unit(), group.bank(), group.ledger(), group.background(), (long)
                    group.rules().size());
        }
        return CommandResult.of(table.build());
    }

    private Command show() {
        return Command.named("rec", "show", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .example("rec show fjordlys-bank")
                .does(call -> {
                    Group group = existing(call);
                    return new Details(call.caller().locale())
                            .add("name", group.name())
                            .add("unit", group.unit())
                            .add("bank_accounts", group.bank())
                            .add("ledger_accounts", group.ledger())
                            .add("background", group.background())
                            .add("write_off_match", group.writeOffs().perMatch().toPlainString())
                            .add("write_off_month", group.writeOffs().perMonth().toPlainString())
                            .add("rules", group.rules().stream().map(Rule::name).toList())
                            .result();
                });
    }

    private Command run() {
        return Command.named("rec", "run", Permission.RECONCILIATION_RUN)
                .argument("GROUP", "group", GROUP, Cardinality.ANY)
                .repeatable("unit", "only-unit", UNIT)
                .repeatable("rule", "apply-rule", ValueKind.TEXT)
                .flag("scheduled", "only-scheduled")
                .option("as-of", "as-of", ValueKind.DATE)
                .flag("dry-run", "dry-run")
                .example("rec run")
                .example("rec run fjordlys-bank --as-of 2026-05-31 --dry-run")
                .does(this::run);
    }

    private CommandResult run(CommandCall call) {
        call.arguments("GROUP").forEach(name -> existing(call, name));
        ReconciliationRequest request = new ReconciliationRequest(
                call.arguments("GROUP"),
                call.options("unit"),
                call.options("rule"),
                call.flag("scheduled"),
                date(call),
                call.flag("dry-run"));
        List<GroupRun> runs = reconciliation.run(call.caller(), request, call.progress(), call.cancel());
        GroupOutcome outcome = new GroupOutcome(runs, call.caller().locale());
        return CommandResult.of(outcome.text(), outcome.documents())
                .problems(outcome.problems())
                .summary(Texts.text(
                        request.dryRun() ? "rec.run.dry" : "rec.run.done",
                        runs.size(),
                        outcome.matched(),
                        outcome.open()))
                .exit(outcome.exitCode());
    }

    private Command status() {
        return Command.named("rec", "status", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP, Cardinality.ANY)
                .option("as-of", "as-of", ValueKind.DATE)
                .columns(STATUS)
                .example("rec status")
                .example("rec status fjordlys-bank --as-of 2026-05-31")
                .does(this::status);
    }

    private CommandResult status(CommandCall call) {
        Table.Builder table = Table.under(STATUS);
        for (String name : names(call)) {
            call.cancel().throwIfCancelled();
            Standing standing = reconciliation.standing(call.caller(), name, date(call));
            Optional<Proof> proof = standing.proof();
            table.row(
                    standing.group().name(),
                    standing.group().unit(),
                    proof.map(Proof::date).orElse(null),
                    proof.map(Proof::currency).orElse(null),
                    proof.map(Proof::bankBalance).orElse(null),
                    proof.map(Proof::ledgerBalance).orElse(null),
                    proof.map(stated -> stated.bankBalance().subtract(stated.ledgerBalance()))
                            .orElse(null),
                    (long) standing.open().size(),
                    standing.matches(),
                    proof.map(Proof::ok).orElse(null));
        }
        return CommandResult.of(table.build());
    }

    private Command proof() {
        return Command.named("rec", "proof", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP, Cardinality.ANY)
                .option("as-of", "as-of", ValueKind.DATE)
                .example("rec proof")
                .example("rec proof fjordlys-bank --as-of 2026-05-31 -o json")
                .does(this::proof);
    }

    private CommandResult proof(CommandCall call) {
        ProofText texts = new ProofText(call.caller().locale());
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> documents = new ArrayList<>();
        List<Problem> failures = new ArrayList<>();
        for (String name : names(call)) {
            call.cancel().throwIfCancelled();
            Optional<Proof> proof =
                    reconciliation.standing(call.caller(), name, date(call)).proof();
            text.append(name).append('\n');
            text.append(proof.map(texts::text)
                    .orElseGet(() -> "  "
                            + Texts.text("rec.proof.none").text(call.caller().locale()) + "\n"));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("group", name);
            document.put("proof", proof.map(texts::document).orElse(null));
            documents.add(document);
            proof.map(Proof::failures).orElse(List.of()).forEach(failure -> failures.add(failure.within(name)));
        }
        return CommandResult.of(text.toString(), documents)
                .problems(failures)
                .exit(failures.isEmpty() ? ExitCode.OK : ExitCode.PROOF_FAILED);
    }

    private Command open() {
        return Command.named("rec", "open", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .option("as-of", "as-of", ValueKind.DATE)
                .option("side", "only-side", ValueKind.choice("bank", "ledger"))
                .columns(OPEN)
                .example("rec open fjordlys-bank")
                .example("rec open fjordlys-bank --side bank -o csv")
                .does(this::open);
    }

    private CommandResult open(CommandCall call) {
        Standing standing =
                reconciliation.standing(call.caller(), existing(call).name(), date(call));
        Table.Builder table = Table.under(OPEN);
        for (OpenItem item : standing.open()) {
            if (call.option("side").map(Choices.id(item.side())::equals).orElse(true)) {
                table.row(
                        item.entryId(),
                        Choices.text(item.side()),
                        item.account(),
                        item.bookingDate(),
                        item.amount(),
                        item.whole(),
                        item.currency(),
                        item.reference(),
                        item.party(),
                        item.text(),
                        item.ageDays(),
                        item.reason(),
                        item.note());
            }
        }
        return CommandResult.of(table.build());
    }

    private Command matches() {
        return Command.named("rec", "matches", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .option("rule", "only-rule", ValueKind.TEXT)
                .option("limit", "limit", ValueKind.INTEGER)
                .option("after", "after", ValueKind.INTEGER)
                .flag("newest", "newest")
                .option("holding", "holding", ValueKind.TEXT)
                .columns(MatchRows.COLUMNS)
                .example("rec matches fjordlys-bank")
                .example("rec matches fjordlys-bank --newest --limit 20")
                .does(this::matches);
    }

    private CommandResult matches(CommandCall call) {
        Map<String, String> rule =
                call.option("rule").map(name -> Map.of("rule", name)).orElse(Map.of());
        RecordQuery query = RecordCommands.query(call, rule);
        List<Match> matches =
                reconciliation.matches(call.caller(), existing(call).name(), query);
        return RecordCommands.page(MatchRows.table(matches, call.caller().locale()), query.limit());
    }

    private Command report() {
        return ReportOutput.options(Command.named("rec", "report", Permission.RECONCILIATION_READ)
                        .argument("GROUP", "group", GROUP))
                .example("rec report fjordlys-bank")
                .example("rec report fjordlys-bank -O report.html")
                .does(call -> output.result(
                        call, ReportKind.RECONCILIATION, existing(call).name()));
    }

    private Command undo() {
        return Command.named("rec", "undo", Permission.RECONCILIATION_UNDO)
                .argument("RUN", "run-id", ValueKind.INTEGER)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec undo 17 --reason \"wrong rule\"")
                .does(call -> {
                    long run = Long.parseLong(call.argument("RUN"));
                    String reason = Reasons.given(call);
                    if (!call.confirm(Texts.text("rec.undo.ask", run))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    long undone = reconciliation.undoRun(call.caller(), run, reason);
                    return CommandResult.done(Texts.text("rec.undo.done", run, undone));
                });
    }

    private Command unmatch() {
        return Command.named("rec", "unmatch", Permission.RECONCILIATION_UNDO)
                .argument("MATCH", "match-id", ValueKind.INTEGER, Cardinality.SOME)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec unmatch 4711 --reason \"not the same payment\"")
                .does(call -> {
                    List<String> matches = call.arguments("MATCH");
                    String reason = Reasons.given(call);
                    if (!call.confirm(Texts.text("rec.unmatch.ask", String.join(", ", matches)))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    matches.forEach(id -> reconciliation.undoMatch(call.caller(), Long.parseLong(id), reason));
                    return CommandResult.done(Texts.text("rec.unmatch.done", matches.size()));
                });
    }

    private Command delete() {
        return Command.named("rec", "delete", Permission.RECONCILIATION_EDIT)
                .argument("GROUP", "group", GROUP)
                .example("rec delete fjordlys-bank")
                .does(call -> {
                    Group group = existing(call);
                    if (!call.confirm(Texts.text("rec.delete.ask", group.name()))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    reconciliation.remove(call.caller(), group.name());
                    return CommandResult.done(Texts.text("rec.deleted", group.name()));
                });
    }

    private Command export() {
        return Command.named("rec", "export", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP, Cardinality.ANY)
                .option("out", "out", ValueKind.PATH)
                .example("rec export fjordlys-bank -O fjordlys-bank.yaml")
                .does(call ->
                        OutputFile.result(call, reconciliation.exportText(call.caller(), call.arguments("GROUP"))));
    }

    /** The groups named, or all. */
    private List<String> names(CommandCall call) {
        List<String> named = call.arguments("GROUP");
        if (named.isEmpty()) {
            return reconciliation.groups(call.caller()).stream()
                    .map(Group::name)
                    .toList();
        }
        named.forEach(name -> existing(call, name));
        return named;
    }

    private static Optional<LocalDate> date(CommandCall call) {
        return call.option("as-of").map(LocalDate::parse);
    }

    private Group existing(CommandCall call) {
        return existing(call, call.argument("GROUP"));
    }

    private Group existing(CommandCall call, String name) {
        return reconciliation.group(call.caller(), name).orElseThrow(() -> unknown(name));
    }

    /** No such group, or none that the caller may see. */
    static TickmarkException unknown(String name) {
        return Texts.problem("group.unknown", name)
                .advice(Texts.text("group.unknown.advice"))
                .exception();
    }
}
