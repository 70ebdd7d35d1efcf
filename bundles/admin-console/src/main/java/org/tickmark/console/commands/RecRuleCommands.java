package org.tickmark.console.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.GroupVersion;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code rec}: the rules of a group, how they were, what others would have done, and what Tickmark learned from people. */
final class RecRuleCommands {
    private static final ValueKind GROUP = ValueKind.record("group");
    private static final String VERSION = "VERSION";
    private static final String TEXT = "text";
    private static final String OVER = "over";
    private static final String DRY_RUN = "dry-run";
    private static final List<Column> RULES = List.of(
            Column.integer("position"),
            Column.text("name"),
            Column.text("kind"),
            Column.message("state"),
            Column.list("parameters"));
    private static final List<Column> VERSIONS = List.of(
            Column.integer("version"),
            Column.flag("current"),
            Column.instant("saved_at"),
            Column.text("saved_by"),
            Column.integer("rules"),
            Column.text("reason"));
    private static final List<Column> CHANGES = List.of(
            Column.message("what"),
            Column.text("rule"),
            Column.text("field"),
            Column.text("before"),
            Column.text("after"));
    private static final List<Column> PROPOSALS = List.of(
            Column.text("proposal"),
            Column.text("name"),
            Column.text("kind"),
            Column.list("parameters"),
            Column.list("learned_from"),
            Column.integer("alike"),
            Column.integer("more"));

    private final RuleWork rules;

    private RecRuleCommands(RuleWork rules) {
        this.rules = rules;
    }

    static List<Command> of(RuleWork rules) {
        RecRuleCommands commands = new RecRuleCommands(rules);
        return List.of(
                commands.rules(),
                commands.kinds(),
                commands.saveRules(),
                commands.versions(),
                commands.version(),
                commands.diff(),
                commands.restore(),
                commands.whatIf(),
                commands.proposals(),
                commands.adopt());
    }

    private Command rules() {
        return Command.named("rec", "rules", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .columns(RULES)
                .example("rec rules fjordlys-bank")
                .does(this::rules);
    }

    private CommandResult rules(CommandCall call) {
        List<Rule> own = current(call, call.argument("GROUP"));
        Table.Builder table = Table.under(RULES);
        long position = 0;
        for (Rule rule : rules.effective(own)) {
            position++;
            table.row(position, rule.name(), rule.kind(), Choices.text(rule.state()), parameters(rule));
        }
        CommandResult result = CommandResult.of(table.build());
        return own.isEmpty() ? result.summary(Texts.text("rec.rules.default")) : result;
    }

    private static List<String> parameters(Rule rule) {
        return rule.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .toList();
    }

    private Command kinds() {
        return Command.named("rec", "kinds", Permission.RECONCILIATION_READ)
                .argument("KIND", "rule-kind", ValueKind.TEXT, Cardinality.OPTIONAL)
                .example("rec kinds one-one")
                .does(this::kinds);
    }

    private CommandResult kinds(CommandCall call) {
        List<KnownKind> known = rules.kinds();
        Optional<String> named = call.arguments("KIND").stream().findFirst();
        List<KnownKind> told = known.stream()
                .filter(kind -> named.map(kind.name()::equals).orElse(true))
                .toList();
        if (told.isEmpty()) {
            throw Texts.problem("usage.rule-kind", named.orElse(""))
                    .expected(known.stream().map(KnownKind::name).collect(Collectors.joining(", ")))
                    .exception();
        }
        return RuleKinds.result(told, call.caller().locale());
    }

    private Command saveRules() {
        return Command.named("rec", "save-rules", Permission.RECONCILIATION_EDIT)
                .argument("GROUP", "group", GROUP)
                .option("rules", "save-rules", ValueKind.PATH)
                .option(TEXT, "rules-text", ValueKind.TEXT)
                .option(OVER, "rules-over", ValueKind.INTEGER)
                .option("reason", "reason", ValueKind.TEXT)
                .flag(DRY_RUN, DRY_RUN)
                .columns(CHANGES)
                .example("rec save-rules fjordlys-bank --rules wider.yaml --reason \"the bank books later\"")
                .example("rec save-rules fjordlys-bank --rules wider.yaml --dry-run")
                .does(this::saveRules);
    }

    private CommandResult saveRules(CommandCall call) {
        String group = call.argument("GROUP");
        boolean dryRun = call.flag(DRY_RUN);
        String reason = dryRun ? "" : Reasons.given(call);
        List<Rule> given = given(call).orElseThrow(() -> Texts.problem("usage.save-rules")
                .advice(Texts.text("usage.save-rules.advice"))
                .exception());
        OptionalInt over = call.option(OVER)
                .map(RecRuleCommands::number)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
        List<RuleChange> changes = rules.save(call.caller(), group, new RuleEdit(given, over, reason, dryRun));
        CommandResult result = CommandResult.of(table(changes));
        return result.summary(
                changes.isEmpty()
                        ? Texts.text("rec.rules.same", group)
                        : Texts.text(dryRun ? "rec.rules.would-save" : "rec.rules.saved", group, changes.size()));
    }

    /** The rules in a file, or in a text; empty if neither is given. */
    private Optional<List<Rule>> given(CommandCall call) {
        Optional<String> file = call.option("rules");
        Optional<String> text = call.option(TEXT);
        if (file.isPresent() && text.isPresent()) {
            throw Texts.problem("usage.save-rules")
                    .advice(Texts.text("usage.save-rules.advice"))
                    .exception();
        }
        return file.map(name -> rules.rules(DefinitionCommands.read(call.path(name)), name))
                .or(() -> text.map(typed -> rules.rules(typed, "--" + TEXT)));
    }

    private Command versions() {
        return Command.named("rec", "versions", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .columns(VERSIONS)
                .example("rec versions fjordlys-bank")
                .does(this::versions);
    }

    private CommandResult versions(CommandCall call) {
        Table.Builder table = Table.under(VERSIONS);
        for (GroupVersion version : rules.versions(call.caller(), call.argument("GROUP"))) {
            table.row(
                    (long) version.number(),
                    version.current(),
                    version.savedAt().orElse(null),
                    version.savedBy(),
                    (long) version.group().rules().size(),
                    version.reason());
        }
        return CommandResult.of(table.build());
    }

    private Command version() {
        return Command.named("rec", "version", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .argument(VERSION, "group-version", ValueKind.INTEGER)
                .option("out", "out", ValueKind.PATH)
                .example("rec version fjordlys-bank 3")
                .does(call -> OutputFile.result(
                        call, find(call, number(call.argument(VERSION))).text()));
    }

    private GroupVersion find(CommandCall call, int number) {
        String group = call.argument("GROUP");
        return rules.versions(call.caller(), group).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> Texts.problem("rec.unknown-version", group, number)
                        .advice(Texts.text("rec.unknown-version.advice", group))
                        .exception());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Texts.problem("usage.version").found(text).exception(e);
        }
    }

    private Command diff() {
        return Command.named("rec", "diff", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .argument(VERSION, "group-version", ValueKind.INTEGER)
                .argument("OTHER", "other-version", ValueKind.INTEGER, Cardinality.OPTIONAL)
                .columns(CHANGES)
                .example("rec diff fjordlys-bank 3")
                .example("rec diff fjordlys-bank 3 5")
                .does(this::diff);
    }

    private CommandResult diff(CommandCall call) {
        String group = call.argument("GROUP");
        int other = call.arguments("OTHER").stream()
                .findFirst()
                .map(RecRuleCommands::number)
                .orElseGet(() -> rules.versions(call.caller(), group).get(0).number());
        return CommandResult.of(table(rules.changes(call.caller(), group, number(call.argument(VERSION)), other)));
    }

    private static Table table(List<RuleChange> changes) {
        Table.Builder table = Table.under(CHANGES);
        for (RuleChange change : changes) {
            table.row(Choices.text(change.what()), change.rule(), change.field(), change.before(), change.after());
        }
        return table.build();
    }

    private Command restore() {
        return Command.named("rec", "restore", Permission.RECONCILIATION_EDIT)
                .argument("GROUP", "group", GROUP)
                .argument(VERSION, "group-version", ValueKind.INTEGER)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec restore fjordlys-bank 3 --reason \"the wider window matched too much\"")
                .does(this::restore);
    }

    private CommandResult restore(CommandCall call) {
        String group = call.argument("GROUP");
        int number = number(call.argument(VERSION));
        String reason = Reasons.given(call);
        if (!call.confirm(Texts.text("rec.restore.ask", group, number))) {
            return CommandResult.done(Texts.text("left"));
        }
        rules.restore(call.caller(), group, number, reason);
        return CommandResult.done(Texts.text("rec.restored", group, number));
    }

    private Command whatIf() {
        return Command.named("rec", "what-if", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .option("rules", "what-if-rules", ValueKind.PATH)
                .option(TEXT, "rules-text", ValueKind.TEXT)
                .option("version", "what-if-version", ValueKind.INTEGER)
                .option("against", "what-if-against", ValueKind.INTEGER)
                .option("from", "what-if-from", ValueKind.DATE)
                .option("as-of", "as-of", ValueKind.DATE)
                .example("rec what-if fjordlys-bank --rules wider.yaml")
                .example("rec what-if fjordlys-bank --version 5 --against 3 --from 2026-01-01")
                .does(this::whatIf);
    }

    private CommandResult whatIf(CommandCall call) {
        String group = call.argument("GROUP");
        WhatIf found = rules.whatIf(
                call.caller(),
                group,
                version(call, "against").orElseGet(() -> current(call, group)),
                other(call),
                call.option("from").map(LocalDate::parse),
                call.option("as-of").map(LocalDate::parse),
                call.cancel());
        WhatIfOutcome outcome = new WhatIfOutcome(found, call.caller().locale());
        return CommandResult.of(outcome.text(), outcome.document())
                .problems(outcome.problems())
                .summary(outcome.summary());
    }

    private List<Rule> other(CommandCall call) {
        Optional<List<Rule>> given = given(call);
        Optional<List<Rule>> version = version(call, "version");
        if (given.isPresent() == version.isPresent()) {
            throw Texts.problem("usage.what-if")
                    .advice(Texts.text("usage.what-if.advice"))
                    .exception();
        }
        return version.or(() -> given).orElseThrow();
    }

    private Optional<List<Rule>> version(CommandCall call, String option) {
        return call.option(option).map(text -> find(call, number(text)).group().rules());
    }

    private List<Rule> current(CommandCall call, String group) {
        return rules.versions(call.caller(), group).get(0).group().rules();
    }

    private Command proposals() {
        return Command.named("rec", "proposals", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .columns(PROPOSALS)
                .example("rec proposals fjordlys-bank")
                .does(this::proposals);
    }

    private CommandResult proposals(CommandCall call) {
        Table.Builder table = Table.under(PROPOSALS);
        for (RuleProposal proposal : rules.proposals(call.caller(), call.argument("GROUP"), call.cancel())) {
            table.row(
                    proposal.id(),
                    proposal.rule().name(),
                    proposal.rule().kind(),
                    parameters(proposal.rule()),
                    proposal.learnedFrom().stream().map(String::valueOf).toList(),
                    proposal.alike(),
                    proposal.more());
        }
        return CommandResult.of(table.build());
    }

    private Command adopt() {
        return Command.named("rec", "adopt", Permission.RECONCILIATION_EDIT)
                .argument("GROUP", "group", GROUP)
                .argument("PROPOSAL", "proposal", ValueKind.TEXT)
                .example("rec adopt fjordlys-bank 3f9a1c07be")
                .does(call -> {
                    String group = call.argument("GROUP");
                    Rule rule = rules.adopt(call.caller(), group, call.argument("PROPOSAL"));
                    return CommandResult.done(Texts.text("rec.adopted", rule.name(), group));
                });
    }
}
