package org.tickmark.console.engine;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.host.command.Commands;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** The commands for doors through which people come from elsewhere. Safe for use from many threads. */
public final class CommandDesk implements Commands {
    private final CommandRegistry registry;
    private final CommandRunner runner;

    /** A desk over what {@code runner} runs. */
    public CommandDesk(CommandRegistry registry, CommandRunner runner) {
        this.registry = registry;
        this.runner = runner;
    }

    @Override
    public List<CommandSpec> specs() {
        return registry.names().stream()
                .flatMap(name -> registry.find(name.scope(), name.verb()).stream())
                .map(CommandRegistry.Registered::spec)
                .toList();
    }

    @Override
    public CommandAnswer run(CommandRequest request) {
        RemoteTerminal terminal = new RemoteTerminal(request);
        CommandResult result = runner.answer(request.words(), terminal, request.progress(), CommandDesk::refusePaths);
        Optional<Object> value = ResultPrinter.tree(result).or(result::text);
        return new CommandAnswer(terminal.withPrinted(result), value);
    }

    /** Before anything is done, since where a result is to be written comes last. */
    private static void refusePaths(Request.Run request) {
        CommandSpec spec = request.registered().spec();
        for (Argument argument : spec.arguments()) {
            refusePath(
                    argument.name(),
                    argument.kind(),
                    request.arguments().getOrDefault(argument.name(), List.of()),
                    spec);
        }
        for (Option option : spec.options()) {
            refusePath(
                    "--" + option.name(),
                    option.kind(),
                    request.options().getOrDefault(option.name(), List.of()),
                    spec);
        }
    }

    private static void refusePath(String name, ValueKind kind, List<String> given, CommandSpec spec) {
        if (kind.equals(ValueKind.PATH) && !given.isEmpty()) {
            throw pathElsewhere(name, spec.name());
        }
    }

    /** Paths are of this machine: who is elsewhere would read and write what this process may. */
    static TickmarkException pathElsewhere(String given, String command) {
        return Problem.error("usage.path-elsewhere", Texts.text("usage.path-elsewhere", given))
                .advice(Texts.text("usage.path-elsewhere.advice", command))
                .exception();
    }

    @Override
    public String heading(String column, Locale locale) {
        return Headings.of(column, locale);
    }

    @Override
    public String word(String choice, Locale locale) {
        return Choices.word(choice).text(locale);
    }

    @Override
    public List<String> cells(Table table, List<Object> row, Locale locale, ZoneId zone) {
        return new Cells(locale, zone).shown(table, row);
    }
}
