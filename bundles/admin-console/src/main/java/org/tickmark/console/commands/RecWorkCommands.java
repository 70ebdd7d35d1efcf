package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.kit.money.Amounts;

/** {@code rec}: what people do by hand. */
final class RecWorkCommands {
    private static final ValueKind GROUP = ValueKind.record("group");
    private static final ValueKind KIND = ValueKind.choice("rounding", "fee", "discount", "exchange", "other");
    private static final List<Column> SUGGESTIONS = List.of(
            Column.text("suggestion"),
            Column.integer("rank"),
            Column.list("bank_entries"),
            Column.list("ledger_entries"),
            Column.amount("amount"),
            Column.amount("difference"),
            Column.list("rows"),
            Column.list("reasons"));
    private static final List<Column> NOTES = List.of(
            Column.message("on"), Column.integer("id"), Column.instant("at"), Column.text("by"), Column.text("note"));

    private final ManualWork work;

    private RecWorkCommands(ManualWork work) {
        this.work = work;
    }

    static List<Command> of(ManualWork work) {
        RecWorkCommands commands = new RecWorkCommands(work);
        return List.of(
                commands.suggest(),
                commands.accept(),
                commands.reject(),
                commands.match(),
                commands.writeOff(),
                commands.exclude(),
                commands.include(),
                commands.note(),
                commands.notes());
    }

    private static Command.Declaration changing(String verb) {
        return Command.named("rec", verb, Permission.RECONCILIATION_MATCH).argument("GROUP", "group", GROUP);
    }

    private Command suggest() {
        return Command.named("rec", "suggest", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .option("entry", "only-entry", ValueKind.INTEGER)
                .columns(SUGGESTIONS)
                .example("rec suggest fjordlys-bank")
                .example("rec suggest fjordlys-bank --entry 4711")
                .does(this::suggest);
    }

    private CommandResult suggest(CommandCall call) {
        Optional<Long> entry = call.option("entry").map(Long::valueOf);
        Table.Builder table = Table.under(SUGGESTIONS);
        for (Suggestion suggestion : work.suggestions(call.caller(), call.argument("GROUP"))) {
            if (entry.isEmpty() || suggestion.rows().stream().anyMatch(row -> row.entryId() == entry.get())) {
                row(table, suggestion, call.caller().locale());
            }
        }
        return CommandResult.of(table.build());
    }

    private static void row(Table.Builder table, Suggestion suggestion, Locale locale) {
        List<String> bank = keys(suggestion, Side.BANK);
        table.row(
                suggestion.id(),
                (long) suggestion.rank(),
                bank,
                keys(suggestion, Side.LEDGER),
                sum(suggestion, bank.isEmpty() ? Side.LEDGER : Side.BANK),
                suggestion.difference(),
                suggestion.rows().stream().map(item -> described(item, locale)).toList(),
                suggestion.reasons().stream().map(reason -> reason.text(locale)).toList());
    }

    private static List<String> keys(Suggestion suggestion, Side side) {
        return suggestion.rows().stream()
                .filter(item -> item.side() == side)
                .map(item -> String.valueOf(item.entryId()))
                .toList();
    }

    private static BigDecimal sum(Suggestion suggestion, Side side) {
        return suggestion.rows().stream()
                .filter(item -> item.side() == side)
                .map(OpenItem::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String described(OpenItem item, Locale locale) {
        List<String> words = new ArrayList<>(
                List.of(item.bookingDate().toString(), Amounts.display(item.amount(), item.currency(), locale)));
        List.of(item.reference(), item.party(), item.text()).stream()
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return String.join(" ", words);
    }

    private Command accept() {
        return changing("accept")
                .argument("SUGGESTION", "suggestion", ValueKind.TEXT)
                .option("kind", "written-off-as", KIND)
                .columns(MatchRows.COLUMNS)
                .example("rec accept fjordlys-bank 3f9a1c07be")
                .example("rec accept fjordlys-bank 3f9a1c07be --kind fee")
                .does(this::accept);
    }

    private CommandResult accept(CommandCall call) {
        String group = call.argument("GROUP");
        String id = call.argument("SUGGESTION");
        Optional<WriteOff> writeOff = kind(call).flatMap(kind -> work.suggestions(call.caller(), group).stream()
                .filter(suggestion -> suggestion.id().equals(id))
                .findFirst()
                .map(suggestion -> new WriteOff(kind, suggestion.difference())));
        return made(call, work.accept(call.caller(), group, id, writeOff));
    }

    private static Optional<WriteOff.Kind> kind(CommandCall call) {
        return call.option("kind").map(word -> WriteOff.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static CommandResult made(CommandCall call, Match match) {
        return CommandResult.of(MatchRows.table(List.of(match), call.caller().locale()))
                .summary(Texts.text("rec.matched", match.id(), Texts.date(match.effective())));
    }

    private Command reject() {
        return changing("reject")
                .argument("SUGGESTION", "suggestion", ValueKind.TEXT, Cardinality.SOME)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec reject fjordlys-bank 3f9a1c07be --reason \"another customer\"")
                .does(call -> {
                    String reason = Reasons.given(call);
                    List<String> ids = call.arguments("SUGGESTION");
                    ids.forEach(id -> work.reject(call.caller(), call.argument("GROUP"), id, reason));
                    return CommandResult.done(Texts.text("rec.rejected", ids.size()));
                });
    }

    private Command match() {
        return changing("match")
                .argument("ENTRY", "entry-part", ValueKind.TEXT, Cardinality.SOME)
                .option("note", "match-note", ValueKind.TEXT)
                .columns(MatchRows.COLUMNS)
                .example("rec match fjordlys-bank 4711 4803")
                .example("rec match fjordlys-bank 4711=600.00 4803")
                .does(call -> made(call, work.match(call.caller(), request(call))));
    }

    private static HandMatch request(CommandCall call) {
        List<HandMatch.Row> rows =
                call.arguments("ENTRY").stream().map(RecWorkCommands::row).toList();
        return new HandMatch(
                call.argument("GROUP"),
                rows,
                Optional.empty(),
                call.option("note").orElse(""));
    }

    private static HandMatch.Row row(String word) {
        String[] parts = word.split("=", 2);
        try {
            long entry = Long.parseLong(parts[0]);
            return parts.length == 1 ? HandMatch.Row.of(entry) : HandMatch.Row.part(entry, new BigDecimal(parts[1]));
        } catch (NumberFormatException e) {
            throw Texts.problem("usage.entry-part")
                    .found(word)
                    .expected("4711, 4711=600.00")
                    .exception(e);
        }
    }

    private Command writeOff() {
        return changing("write-off")
                .argument("ENTRY", "entry-part", ValueKind.TEXT, Cardinality.SOME)
                .option("kind", "written-off-as", KIND)
                .option("note", "match-note", ValueKind.TEXT)
                .columns(MatchRows.COLUMNS)
                .example("rec write-off fjordlys-bank 4711 4803 --kind rounding")
                .does(this::writeOff);
    }

    /** The difference that is asked about is the one that is borne: if it has become another, nothing is matched. */
    private CommandResult writeOff(CommandCall call) {
        WriteOff.Kind kind = kind(call).orElseThrow(() -> Texts.problem("usage.write-off-kind")
                .expected(String.join(", ", KIND.words()))
                .exception());
        HandMatch request = request(call);
        ManualWork.Draft draft = work.draft(call.caller(), request);
        if (draft.difference().signum() == 0) {
            throw Texts.problem("rec.nothing-to-write-off")
                    .advice(Texts.text("rec.nothing-to-write-off.advice"))
                    .exception();
        }
        String amount = Amounts.display(
                draft.difference(), draft.currency(), call.caller().locale());
        String left = Amounts.display(
                draft.monthLeft(), draft.currency(), call.caller().locale());
        if (!call.confirm(Texts.text("rec.write-off.ask", amount, Choices.text(kind), left))) {
            return CommandResult.done(Texts.text("left"));
        }
        return made(call, work.match(call.caller(), request.bearing(new WriteOff(kind, draft.difference()))));
    }

    private Command exclude() {
        return changing("exclude")
                .argument("ENTRY", "entry", ValueKind.INTEGER, Cardinality.SOME)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec exclude fjordlys-bank 4711 --reason \"disputed\"")
                .does(call -> {
                    List<Long> entries = entries(call);
                    work.exclude(call.caller(), call.argument("GROUP"), entries, Reasons.given(call));
                    return CommandResult.done(Texts.text("rec.excluded", entries.size()));
                });
    }

    private Command include() {
        return changing("include")
                .argument("ENTRY", "entry", ValueKind.INTEGER, Cardinality.SOME)
                .option("reason", "reason", ValueKind.TEXT)
                .example("rec include fjordlys-bank 4711 --reason \"settled\"")
                .does(call -> {
                    List<Long> entries = entries(call);
                    work.include(call.caller(), call.argument("GROUP"), entries, Reasons.given(call));
                    return CommandResult.done(Texts.text("rec.included", entries.size()));
                });
    }

    private static List<Long> entries(CommandCall call) {
        return call.arguments("ENTRY").stream().map(Long::valueOf).toList();
    }

    private Command note() {
        return changing("note")
                .argument("ID", "note-on", ValueKind.INTEGER)
                .argument("TEXT", "note-text", ValueKind.TEXT)
                .flag("match", "note-match")
                .example("rec note fjordlys-bank 4711 \"asked the bank on Monday\"")
                .example("rec note fjordlys-bank 17 \"approved by the auditor\" --match")
                .does(call -> {
                    Note.Subject subject = call.flag("match") ? Note.Subject.MATCH : Note.Subject.ENTRY;
                    long id = Long.parseLong(call.argument("ID"));
                    work.note(call.caller(), call.argument("GROUP"), subject, id, call.argument("TEXT"));
                    return CommandResult.done(Texts.text("rec.noted"));
                });
    }

    private Command notes() {
        return Command.named("rec", "notes", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", GROUP)
                .columns(NOTES)
                .example("rec notes fjordlys-bank")
                .does(call -> {
                    Table.Builder table = Table.under(NOTES);
                    work.notes(call.caller(), call.argument("GROUP"))
                            .forEach(note -> table.row(
                                    Choices.text(note.subject()),
                                    note.subjectId(),
                                    note.madeAt(),
                                    note.madeBy(),
                                    note.text()));
                    return CommandResult.of(table.build());
                });
    }
}
