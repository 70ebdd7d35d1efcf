package org.tickmark.console.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code config apply} and {@code config export}: units, imports, groups and tasks as one text. */
final class DefinitionCommands {
    /** Far more than thousands of definitions take. */
    private static final int MOST_BYTES = 16 << 20;

    private static final List<Column> COLUMNS = List.of(Column.text("kind"), Column.text("name"));

    private final List<Part> parts;

    private DefinitionCommands(List<Part> parts) {
        this.parts = parts;
    }

    /** The commands; each part of a text may refer to those before it. */
    static List<Command> of(Books books, Imports imports, Reconciliation reconciliation, Tasks tasks) {
        DefinitionCommands commands = new DefinitionCommands(List.of(
                new Part("unit", books::exportText, books::importText),
                new Part("import", imports::exportText, imports::importText),
                new Part("group", reconciliation::exportText, reconciliation::importText),
                new Part("task", tasks::exportText, tasks::importText)));
        return List.of(commands.apply(), commands.export());
    }

    private Command apply() {
        return Command.named("config", "apply", Permission.CONFIG_EDIT)
                .argument("FILE", "definitions", ValueKind.PATH)
                .flag("dry-run", "dry-run")
                .columns(COLUMNS)
                .example("config apply company.yaml --dry-run")
                .example("config apply company.yaml")
                .does(this::apply);
    }

    /** Checks all parts before it saves the first, so that a wrong text changes nothing. */
    private CommandResult apply(CommandCall call) {
        String from = call.argument("FILE");
        String text = read(call.path(from));
        for (Part part : parts) {
            part.reader().read(call.caller(), text, from, true);
        }
        boolean dryRun = call.flag("dry-run");
        Table.Builder table = Table.under(COLUMNS);
        int count = 0;
        for (Part part : parts) {
            for (String name : part.reader().read(call.caller(), text, from, dryRun)) {
                table.row(part.kind(), name);
                count++;
            }
        }
        return CommandResult.of(table.build())
                .summary(Texts.text(dryRun ? "config.apply.dry" : "config.apply.done", count));
    }

    private Command export() {
        return Command.named("config", "export", Permission.CONFIG_READ)
                .option("out", "out", ValueKind.PATH)
                .example("config export -O company.yaml")
                .does(call -> {
                    List<String> texts = new ArrayList<>();
                    for (Part part : parts) {
                        texts.add(part.writer().write(call.caller(), List.of()));
                    }
                    return OutputFile.result(call, String.join("\n", texts));
                });
    }

    /** A text of definitions, whole. */
    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException e) {
            throw Texts.problem("definitions.path", file)
                    .found(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .advice(Texts.text("definitions.path.advice"))
                    .exception(e);
        }
    }

    /**
     * A part of the text.
     *
     * @param kind what it holds
     */
    private record Part(String kind, Writer writer, Reader reader) {}

    /** Writes the definitions of these names, all when there are none. */
    @FunctionalInterface
    private interface Writer {
        String write(Caller caller, List<String> names);
    }

    /** Saves, or only checks, the definitions of its part. */
    @FunctionalInterface
    private interface Reader {
        List<String> read(Caller caller, String text, String from, boolean dryRun);
    }
}
