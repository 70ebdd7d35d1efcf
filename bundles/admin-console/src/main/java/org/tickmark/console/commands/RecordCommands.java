package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;

/** Commands that list records: {@code record list} those of any source, and lists of their own for a few sources. */
final class RecordCommands {
    private static final int USUAL_LIMIT = 1000;
    private static final List<Column> SOURCES = List.of(Column.text("name"), Column.list("columns"));

    private RecordCommands() {}

    /** {@code record}: over the sources there are at the time of the call, by name. */
    static List<Command> of(Supplier<Map<String, RecordSource>> sources) {
        return List.of(
                Command.named("record", "sources", Permission.BOOKS_READ)
                        .columns(SOURCES)
                        .example("record sources")
                        .does(call -> sources(new TreeMap<>(sources.get()))),
                withPaging(Command.named("record", "list", Permission.BOOKS_READ)
                                .argument("SOURCE", "record-source", ValueKind.TEXT)
                                .repeatable("where", "where", ValueKind.TEXT))
                        .example("record list entry --where account_code=1920 --limit 50")
                        .example("record list statement -o csv")
                        .does(call -> list(call, source(call.argument("SOURCE"), sources.get()), List.of())));
    }

    /** {@code import files}: what became of each file. */
    static Command files(RecordSource source) {
        return withPaging(Command.named("import", "files", Permission.IMPORT_READ)
                        .option("import", "only-import", ValueKind.record("import"))
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("import files")
                .example("import files --import bank-a --limit 20")
                .does(call -> list(
                        call,
                        source,
                        call.option("import").map(name -> "definition=" + name).stream()
                                .toList()));
    }

    /** {@code mail list}: the outbox. */
    static Command mails(RecordSource source) {
        return withPaging(Command.named("mail", "list", Permission.MAIL_READ)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("mail list")
                .example("mail list --where state=GIVEN_UP")
                .does(call -> list(call, source, List.of()));
    }

    /** {@code script list}: the scripts that are stored. */
    static Command scripts(RecordSource source) {
        return withPaging(Command.named("script", "list", Permission.SCRIPT_READ)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("script list")
                .example("script list --where folder=reports")
                .does(call -> list(call, source, List.of()));
    }

    /** {@code script history}: the runs of scripts. */
    static Command scriptRuns(RecordSource source) {
        return withPaging(Command.named("script", "history", Permission.SCRIPT_READ)
                        .option("script", "script.only", StoredScriptCommands.SCRIPT)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("script history")
                .example("script history --script month-end --where outcome=FAILED")
                .does(call -> list(
                        call,
                        source,
                        call.option("script").map(name -> "script=" + name).stream()
                                .toList()));
    }

    /** {@code trace list}: what is traced. */
    static Command traces(RecordSource source) {
        return withPaging(Command.named("trace", "list", Permission.SCRIPT_DEBUG)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("trace list")
                .does(call -> list(call, source, List.of()));
    }

    /** {@code trace runs}: runs as they were traced. */
    static Command recordings(RecordSource source) {
        return withPaging(Command.named("trace", "runs", Permission.SCRIPT_DEBUG)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("trace runs")
                .example("trace runs --where outcome=FAILED")
                .does(call -> list(call, source, List.of()));
    }

    /** {@code trigger list}: which scripts run when something happens. */
    static Command triggers(RecordSource source) {
        return withPaging(Command.named("trigger", "list", Permission.SCRIPT_READ)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("trigger list")
                .example("trigger list --where enabled=true")
                .does(call -> list(call, source, List.of()));
    }

    /** {@code trigger log}: what came of triggers. */
    static Command firings(RecordSource source) {
        return withPaging(Command.named("trigger", "log", Permission.SCRIPT_READ)
                        .option("trigger", "trigger.only", ValueKind.record("trigger"))
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("trigger log")
                .example("trigger log --trigger tell-kari --where outcome=FAILED")
                .does(call -> list(
                        call,
                        source,
                        call.option("trigger").map(name -> "trigger_name=" + name).stream()
                                .toList()));
    }

    /** {@code audit list}: who did what. */
    static Command audit(RecordSource source) {
        return withPaging(Command.named("audit", "list", Permission.AUDIT_READ)
                        .repeatable("where", "where", ValueKind.TEXT))
                .columns(source.columns())
                .example("audit list --limit 50")
                .does(call -> list(call, source, List.of()));
    }

    private static Command.Declaration withPaging(Command.Declaration declaration) {
        return declaration
                .option("limit", "limit", ValueKind.INTEGER)
                .option("after", "after", ValueKind.TEXT)
                .flag("newest", "newest")
                .option("holding", "holding", ValueKind.TEXT);
    }

    private static CommandResult sources(SortedMap<String, RecordSource> sources) {
        Table.Builder table = Table.under(SOURCES);
        sources.forEach((name, source) ->
                table.row(name, source.columns().stream().map(Column::name).toList()));
        return CommandResult.of(table.build());
    }

    private static RecordSource source(String name, Map<String, RecordSource> sources) {
        return Optional.ofNullable(sources.get(name)).orElseThrow(() -> Texts.problem("record.unknown", name)
                .expected(String.join(", ", new TreeMap<>(sources).keySet()))
                .exception());
    }

    private static CommandResult list(CommandCall call, RecordSource source, List<String> conditions) {
        List<String> all = new ArrayList<>(conditions);
        all.addAll(call.options("where"));
        int limit = limit(call, USUAL_LIMIT);
        RecordQuery query = new RecordQuery(
                equal(all),
                limit,
                call.option("after").orElse(""),
                order(call),
                call.option("holding").orElse(""));
        Table table = source.list(call.caller(), query);
        CommandResult result = CommandResult.of(table);
        if (table.rows().size() < limit) {
            return result;
        }
        Object last = table.rows().get(limit - 1).get(0);
        return result.summary(Texts.text("record.more", limit, String.valueOf(last)));
    }

    private static RecordQuery.Order order(CommandCall call) {
        return call.flag("newest") ? RecordQuery.Order.LAST_TO_FIRST : RecordQuery.Order.FIRST_TO_LAST;
    }

    private static Map<String, String> equal(List<String> conditions) {
        Map<String, String> equal = new LinkedHashMap<>();
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw Texts.problem("usage.assignment", "--where")
                        .found(condition)
                        .expected("column=value")
                        .exception();
            }
            equal.put(condition.substring(0, equals), condition.substring(equals + 1));
        }
        return equal;
    }

    /** How many rows {@code --limit} asks for. */
    static int limit(CommandCall call, int usual) {
        long limit = call.option("limit").map(Long::valueOf).orElse((long) usual);
        if (limit < 1 || limit > RecordQuery.MAX_LIMIT) {
            throw Texts.problem("usage.limit")
                    .found(String.valueOf(limit))
                    .expected("1-" + RecordQuery.MAX_LIMIT)
                    .exception();
        }
        return (int) limit;
    }
}
