package org.tickmark.console.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.message.Message;

/** A command that remembers its calls and does what a test says. */
public final class FakeCommand implements WorkbenchCommand {
    private final CommandSpec spec;
    private final Function<CommandCall, CommandResult> action;
    private final List<CommandCall> calls = new ArrayList<>();

    private FakeCommand(CommandSpec spec, Function<CommandCall, CommandResult> action) {
        this.spec = spec;
        this.action = action;
    }

    public static CommandSpec.Builder named(String scope, String verb) {
        return CommandSpec.of(scope, verb, text("does " + scope + " " + verb), new Permission("test.run"));
    }

    public static FakeCommand of(CommandSpec.Builder spec, Function<CommandCall, CommandResult> action) {
        return new FakeCommand(spec.build(), action);
    }

    /** A command that returns at once. */
    public static FakeCommand of(CommandSpec.Builder spec) {
        return of(spec, call -> CommandResult.done(text("done")));
    }

    public static Message text(String text) {
        return Message.verbatim(text);
    }

    /** The one call there was. */
    public CommandCall call() {
        if (calls.size() != 1) {
            throw new AssertionError(calls.size() + " calls, expected one");
        }
        return calls.get(0);
    }

    public boolean wasCalled() {
        return !calls.isEmpty();
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public CommandResult run(CommandCall call) {
        calls.add(call);
        return action.apply(call);
    }
}
