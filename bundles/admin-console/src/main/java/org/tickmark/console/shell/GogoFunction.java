package org.tickmark.console.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.tickmark.api.command.ExitCode;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.console.engine.CommandRunner.Outcome;

/**
 * A scope or a command as a Gogo function. It prints, and returns rows as a list of maps for variables. Only in sessions of
 * {@link Shell}: nobody else has said who calls.
 */
final class GogoFunction implements Function {
    /** The variable of a session that holds the {@link LineTerminal}. */
    static final String TERMINAL = ".tickmark.terminal";

    private final CommandRunner runner;
    private final List<String> leadingWords;

    /**
     * A function.
     *
     * @param leadingWords the words that stand for the function: the scope, or scope and verb
     */
    GogoFunction(CommandRunner runner, List<String> leadingWords) {
        this.runner = runner;
        this.leadingWords = List.copyOf(leadingWords);
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        if (!(session.get(TERMINAL) instanceof LineTerminal line)) {
            throw new IllegalStateException("Commands of Tickmark run in a shell of Tickmark only: use tickmark shell");
        }
        line.terminal().cancel().throwIfCancelled();
        Process process = Process.Utils.current();
        Outcome outcome = runner.run(words(arguments), new PipedTerminal(line.terminal(), process));
        line.ended(outcome);
        if (line.terminal().cancel().isCancelled()) {
            throw new CancellationException(String.join(" ", leadingWords));
        }
        if (outcome.exitCode() != ExitCode.OK) {
            process.error(outcome.exitCode().code());
        }
        return outcome.value().orElse(null);
    }

    /** The words of the command line; the elements of a list, such as the value of a variable, are words of their own. */
    private List<String> words(List<Object> arguments) {
        List<String> words = new ArrayList<>(leadingWords);
        for (Object argument : arguments) {
            if (argument instanceof Collection<?> several) {
                several.forEach(one -> words.add(String.valueOf(one)));
            } else {
                words.add(String.valueOf(argument));
            }
        }
        return words;
    }
}
