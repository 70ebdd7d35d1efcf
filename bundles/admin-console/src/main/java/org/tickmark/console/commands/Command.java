package org.tickmark.console.commands;

import java.util.List;
import java.util.function.Function;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.record.Column;

/** A command made of what it declares and what it does. */
record Command(CommandSpec spec, Function<CommandCall, CommandResult> action) implements WorkbenchCommand {
    @Override
    public CommandResult run(CommandCall call) {
        return action.apply(call);
    }

    /**
     * Starts a command. Its texts have the ids {@code <scope>.<verb>} and {@code <scope>.<verb>.example.<number>}; those of its
     * arguments and options begin with {@code help.}, since many commands share them.
     */
    static Declaration named(String scope, String verb, Permission permission) {
        return new Declaration(scope, verb, permission);
    }

    /** Collects what a command declares; one thread at a time. */
    static final class Declaration {
        private final String textId;
        private final CommandSpec.Builder spec;
        private int examples;

        private Declaration(String scope, String verb, Permission permission) {
            this.textId = verb.isEmpty() ? scope : scope + "." + verb;
            this.spec = CommandSpec.of(scope, verb, Texts.text(textId), permission);
        }

        /** Takes a value by position; its help is {@code help.<helpId>}. */
        Declaration argument(String name, String helpId, ValueKind kind, Cardinality cardinality) {
            spec.argument(name, Texts.text("help." + helpId), kind, cardinality);
            return this;
        }

        /** Takes exactly one value by position. */
        Declaration argument(String name, String helpId, ValueKind kind) {
            return argument(name, helpId, kind, Cardinality.ONE);
        }

        /** Takes a value by name; its help is {@code help.<helpId>}. */
        Declaration option(String name, String helpId, ValueKind kind) {
            spec.option(name, Texts.text("help." + helpId), kind);
            return this;
        }

        /** Takes any number of values by name. */
        Declaration repeatable(String name, String helpId, ValueKind kind) {
            spec.repeatable(name, Texts.text("help." + helpId), kind);
            return this;
        }

        /** Takes a flag. */
        Declaration flag(String name, String helpId) {
            spec.flag(name, Texts.text("help." + helpId));
            return this;
        }

        /** Returns a table under these columns. */
        Declaration columns(List<Column> columns) {
            spec.columns(columns);
            return this;
        }

        /** Shows a command line that works; what it does is the next {@code example}. */
        Declaration example(String line) {
            examples++;
            spec.example(line, Texts.text(textId + ".example." + examples));
            return this;
        }

        /** Says what the command does. */
        Command does(Function<CommandCall, CommandResult> action) {
            return new Command(spec.build(), action);
        }
    }
}
