package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
                searched(Command.named("record", "list", Permission.BOOKS_READ)
                                .argument("SOURCE", "record-source", ValueKind.TEXT))
                        .example("record list entry --where account_code=1920 --limit 50")
                        .example("record list statement -o csv")
                        .does(call -> list(call, source(call.argument("SOURCE"), sources.get()), List.of())));
    }

    /** {@code import files}: what became of each file. */
    static Command files(RecordSource source) {
        return list(
                source,
                Command.named("import", "files", Permission.IMPORT_READ)
                        .option("import", "only-import", ValueKind.record("import")),
                call -> narrowed(call, "import", "definition"),
                "import files",
                "import files --import bank-a --limit 20");
    }

    /** {@code mail list}: the outbox. */
    static Command mails(RecordSource source) {
        return list(
                source,
                Command.named("mail", "list", Permission.MAIL_READ),
                "mail list",
                "mail list --where state=GIVEN_UP");
    }

    /** {@code script list}: the scripts that are stored. */
    static Command scripts(RecordSource source) {
        return list(
                source,
                Command.named("script", "list", Permission.SCRIPT_READ),
                "script list",
                "script list --where folder=reports");
    }

    /** {@code script history}: the runs of scripts. */
    static Command scriptRuns(RecordSource source) {
        return list(
                source,
                Command.named("script", "history", Permission.SCRIPT_READ)
                        .option("script", "script.only", StoredScriptCommands.SCRIPT),
                call -> narrowed(call, "script", "script"),
                "script history",
                "script history --script month-end --where outcome=FAILED");
    }

    /** {@code trace list}: what is traced. */
    static Command traces(RecordSource source) {
        return list(source, Command.named("trace", "list", Permission.SCRIPT_DEBUG), "trace list");
    }

    /** {@code trace runs}: runs as they were traced. */
    static Command recordings(RecordSource source) {
        return list(
                source,
                Command.named("trace", "runs", Permission.SCRIPT_DEBUG),
                "trace runs",
                "trace runs --where outcome=FAILED");
    }

    /** {@code trigger list}: which scripts run when something happens. */
    static Command triggers(RecordSource source) {
        return list(
                source,
                Command.named("trigger", "list", Permission.SCRIPT_READ),
                "trigger list",
                "trigger list --where enabled=true");
    }

    /** {@code trigger log}: what came of triggers. */
    static Command firings(RecordSource source) {
        return list(
                source,
                Command.named("trigger", "log", Permission.SCRIPT_READ)
                        .option("trigger", "trigger.only", ValueKind.record("trigger")),
                call -> narrowed(call, "trigger", "trigger_name"),
                "trigger log",
                "trigger log --trigger tell-kari --where outcome=FAILED");
    }

    /** {@code audit list}: who did what. */
    static Command audit(RecordSource source) {
        return list(source, Command.named("audit", "list", Permission.AUDIT_READ), "audit list --limit 50");
    }

    /** A command that lists all records of a source. */
    private static Command list(RecordSource source, Command.Declaration declaration, String... examples) {
        return list(source, declaration, call -> List.of(), examples);
    }

    /** A command that lists the records of a source that meet the conditions of a call. */
    private static Command list(
            RecordSource source,
            Command.Declaration declaration,
            Function<CommandCall, List<String>> conditions,
            String... examples) {
        Command.Declaration list = searched(declaration).columns(source.columns());
        for (String example : examples) {
            list.example(example);
        }
        return list.does(call -> list(call, source, conditions.apply(call)));
    }

    /** The condition that a column has the value of an option, if that is given. */
    private static List<String> narrowed(CommandCall call, String option, String column) {
        return call.option(option).map(value -> column + "=" + value).stream().toList();
    }

    private static Command.Declaration searched(Command.Declaration declaration) {
        return declaration
                .repeatable("where", "where", ValueKind.TEXT)
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
        RecordQuery query = query(call, equal(all));
        return page(source.list(call.caller(), query), query.limit());
    }

    /** What the options of a list ask for, beside conditions. */
    static RecordQuery query(CommandCall call, Map<String, String> equal) {
        return new RecordQuery(
                equal,
                limit(call, USUAL_LIMIT),
                call.option("after").orElse(""),
                order(call),
                call.option("holding").orElse(""));
    }

    /** Rows of a list, and how to go on if there are as many as were asked for. */
    static CommandResult page(Table table, int limit) {
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
        return limit(call, "limit", usual);
    }

    /** How many rows an option asks for. */
    static int limit(CommandCall call, String option, int usual) {
        long limit = call.option(option).map(Long::valueOf).orElse((long) usual);
        if (limit < 1 || limit > RecordQuery.MAX_LIMIT) {
            throw Texts.problem("usage.limit")
                    .found(String.valueOf(limit))
                    .expected("1-" + RecordQuery.MAX_LIMIT)
                    .exception();
        }
        return (int) limit;
    }
}
