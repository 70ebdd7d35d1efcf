package org.tickmark.web.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** Commands and views of tests. */
final class Fakes {
    private static final MessageCatalog STATES = MessageCatalog.of(Fakes.class);

    /** What somebody may have written into a bank's text. */
    static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2) hx-get=/logout>'\u001b[31m\r\nX: y";

    private Fakes() {}

    static Message words(String text) {
        return Message.verbatim(text);
    }

    private record Command(CommandSpec spec, Function<CommandCall, CommandResult> action) implements WorkbenchCommand {
        @Override
        public CommandResult run(CommandCall call) {
            return action.apply(call);
        }
    }

    private record View(ViewSpec spec, BiConsumer<ViewCall, Html> writer) implements WorkbenchView {
        @Override
        public void render(ViewCall call, Html html) {
            writer.accept(call, html);
        }
    }

    static WorkbenchCommand command(CommandSpec.Builder spec, Function<CommandCall, CommandResult> action) {
        return new Command(spec.build(), action);
    }

    static WorkbenchView view(String id, Permission permission, BiConsumer<ViewCall, Html> writer) {
        return new View(new ViewSpec(id, Perspective.OPERATIONS, 1, words("View " + id), permission), writer);
    }

    /** {@code unit list}: so many units. */
    static WorkbenchCommand units(int count) {
        return command(CommandSpec.of("unit", "list", words("lists"), Permission.BOOKS_READ), call -> {
            Table.Builder table = Table.under(Column.text("code"), Column.text("name"), Column.integer("number"));
            for (int i = 1; i <= count; i++) {
                table.row(String.format("U%05d", i), i == 7 ? HOSTILE : "Unit " + i, (long) (count - i));
            }
            return CommandResult.of(table.build());
        });
    }

    /** {@code unit add}: tells what it was given. */
    static WorkbenchCommand addUnit() {
        return command(
                CommandSpec.of("unit", "add", words("adds"), Permission.BOOKS_EDIT)
                        .argument("CODE", words("its code"), ValueKind.TEXT, Cardinality.ONE)
                        .option("currency", words("its currency"), ValueKind.choice("NOK", "SEK"))
                        .flag("dry-run", words("only tells")),
                call -> CommandResult.done(words("added " + call.argument("CODE") + " "
                        + call.option("currency").orElse("-") + " " + call.flag("dry-run") + " by "
                        + call.caller().identity())));
    }

    /** {@code series edit}: tells how far it would reach; that the date of many changes is refused as the calendar does. */
    static WorkbenchCommand editSeries() {
        return command(
                CommandSpec.of("series", "edit", words("edits"), Permission.BOOKS_EDIT)
                        .argument("ID", words("which"), ValueKind.TEXT, Cardinality.ONE)
                        .option("scope", words("how much"), ValueKind.choice("this", "following", "all"))
                        .option("title", words("its title"), ValueKind.TEXT)
                        .option("start", words("its start"), ValueKind.TEXT)
                        .option("repeat", words("how it repeats"), ValueKind.TEXT)
                        .option("shift", words("moves all"), ValueKind.TEXT)
                        .option("split", words("divides"), ValueKind.TEXT)
                        .flag("dry-run", words("only tells")),
                Fakes::edited);
    }

    private static CommandResult edited(CommandCall call) {
        String reach = call.option("scope").orElse("this");
        if (call.option("start").isPresent() && !reach.equals("this")) {
            throw Problem.error("calendar.refused", words("refused.DATE_OF_SERIES"))
                    .exception();
        }
        String given = Stream.of("title", "start", "repeat", "shift", "split")
                .filter(name -> call.option(name).isPresent())
                .map(name -> name + "=" + call.option(name).get())
                .collect(Collectors.joining(" "));
        boolean begins =
                call.option("shift").isPresent() || call.option("split").isPresent();
        return CommandResult.of("changes " + (begins ? "it" : reach) + ": " + given);
    }

    /** {@code audit list}: so many records, of which each asked for is made. */
    static WorkbenchCommand audit(int count) {
        return command(
                CommandSpec.of("audit", "list", words("lists"), Permission.AUDIT_READ)
                        .option("limit", words("so many"), ValueKind.INTEGER)
                        .option("after", words("behind it"), ValueKind.TEXT)
                        .option("holding", words("with it"), ValueKind.TEXT)
                        .repeatable("where", words("like it"), ValueKind.TEXT)
                        .flag("newest", words("backwards")),
                call -> {
                    Table.Builder table = Table.under(Column.integer("id"), Column.text("action"));
                    String holding = call.option("holding").orElse("");
                    List<String> where = call.options("where");
                    LongStream.iterate(call.option("after").map(Long::valueOf).orElse(count + 1L) - 1, id -> id - 1)
                            .limit(count)
                            .takeWhile(id -> id > 0)
                            .filter(id -> ("act " + id).contains(holding))
                            .filter(id -> where.isEmpty() || where.contains("id=" + id))
                            .limit(call.option("limit").map(Long::valueOf).orElse(1000L))
                            .forEach(id -> table.row(id, "act " + id));
                    return CommandResult.of(table.build());
                });
    }

    /** {@code unit tell}: tells the units of who gives it. */
    static WorkbenchCommand tellUnits() {
        return command(
                CommandSpec.of("unit", "tell", words("tells"), Permission.BOOKS_READ),
                call -> CommandResult.done(words("given in " + call.caller().units())));
    }

    /** {@code unit delete}: asks first. */
    static WorkbenchCommand deleteUnit() {
        return command(
                CommandSpec.of("unit", "delete", words("deletes"), Permission.BOOKS_EDIT)
                        .argument("CODE", words("its code"), ValueKind.TEXT, Cardinality.ONE),
                call -> CommandResult.done(
                        words(call.confirm(words("Delete " + call.argument("CODE") + "?")) ? "deleted" : "left")));
    }

    /** {@code vault keep}: asks for a secret. */
    static WorkbenchCommand keepSecret() {
        return command(
                CommandSpec.of("vault", "keep", words("keeps"), Permission.CONFIG_EDIT),
                call -> CommandResult.done(words("kept " + call.askSecret(words("Secret?")).length)));
    }

    /** {@code file read}: takes a path. */
    static WorkbenchCommand readFile() {
        return command(
                CommandSpec.of("file", "read", words("reads"), Permission.SYSTEM_READ)
                        .argument("FILE", words("which"), ValueKind.PATH, Cardinality.OPTIONAL)
                        .option("out", words("where to"), ValueKind.PATH),
                call -> CommandResult.of("read " + call.arguments("FILE")));
    }

    /** {@code sys version}, {@code sys metrics}. */
    static WorkbenchCommand system(String verb, String text) {
        return command(
                CommandSpec.of("sys", verb, words("tells"), Permission.SYSTEM_READ), call -> CommandResult.of(text));
    }

    /** {@code plugin list}: a bundle of the product in a state, and one from the plugin folder that waits. */
    static WorkbenchCommand plugins(Supplier<String> state) {
        return command(
                CommandSpec.of("plugin", "list", words("lists"), Permission.PLUGIN_READ)
                        .flag("all", words("all")),
                call -> CommandResult.of(Table.under(Column.text("name"), Column.message("state"), Column.text("file"))
                        .row("org.tickmark.books", STATES.message(state.get()), "")
                        .row("org.example.pipe", STATES.message("waiting"), "pipe.jar")
                        .build()));
    }

    /** {@code long work}: ends when it may. */
    static WorkbenchCommand longWork(CountDownLatch end) {
        return command(CommandSpec.of("long", "work", words("works"), Permission.TASK_RUN), call -> {
            call.progress().update(words("working"), 3, 10);
            while (!call.cancel().isCancelled() && !isOver(end)) {
                call.progress().update(words("working"), 3, 10);
            }
            call.cancel().throwIfCancelled();
            return CommandResult.of(Table.under(Column.text("done")).row("yes").build());
        });
    }

    private static boolean isOver(CountDownLatch end) {
        try {
            return end.await(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a command", e);
        }
    }

    /** {@code unit mark}: takes one of some words, of which one is known and one is not. */
    static WorkbenchCommand markUnit() {
        return command(
                CommandSpec.of("unit", "mark", words("marks"), Permission.BOOKS_EDIT)
                        .option("tag", words("how far"), ValueKind.choice("not-started", "unheard-of")),
                call -> CommandResult.done(words("marked")));
    }

    /** {@code task run}: tells which run it has started. */
    static WorkbenchCommand startTask() {
        return command(
                CommandSpec.of("task", "run", words("starts"), Permission.TASK_RUN)
                        .argument("NAME", words("which"), ValueKind.TEXT, Cardinality.ONE),
                call -> CommandResult.of("812", Map.of("run", 812L)).summary(words("812 has started")));
    }

    /** {@code import run}: tells of a file that it kept, and of one that it did not. */
    static WorkbenchCommand takeFiles() {
        return command(CommandSpec.of("import", "run", words("imports"), Permission.IMPORT_RUN), call -> {
            Table files = Table.under(Column.integer("file_id"), Column.text("file"))
                    .row(31L, "may.xml")
                    .row(0L, "june.xml")
                    .build();
            return CommandResult.of(files).summary(words("2 files"));
        });
    }

    /** {@code cal feed}: tells an address. */
    static WorkbenchCommand issueFeed() {
        return command(
                CommandSpec.of("cal", "feed", words("issues"), Permission.CALENDAR_READ),
                call -> CommandResult.of("Address  /feed.ics?key=k", Map.of("address", "/feed.ics?key=k")));
    }

    /** {@code book fail}: fails in a way that nobody foresaw. */
    static WorkbenchCommand failing() {
        return command(CommandSpec.of("book", "fail", words("fails"), Permission.BOOKS_READ), call -> {
            throw new IllegalStateException("/srv/secret/path " + Optional.of(1));
        });
    }

    /** {@code unit half}: does half of it. */
    static WorkbenchCommand partly() {
        return command(
                CommandSpec.of("unit", "half", words("does half"), Permission.BOOKS_EDIT)
                        .option("text", words("what"), ValueKind.TEXT),
                call -> CommandResult.done(words("half is done")).exit(ExitCode.PARTLY));
    }
}
