package org.tickmark.console.shell;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.tickmark.api.command.ExitCode;
import org.tickmark.console.engine.CommandRunner.Outcome;
import org.tickmark.console.engine.Terminal;

/** What one line is carried out for, and how its commands ended. Safe for use from many threads, as a pipe has several. */
final class LineTerminal {
    private final Terminal terminal;
    private final Set<Object> printed = Collections.newSetFromMap(new IdentityHashMap<>());
    private ExitCode ended = ExitCode.OK;

    LineTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Notes how a command ended; what it returned has been printed. */
    synchronized void ended(Outcome outcome) {
        ended = outcome.exitCode();
        outcome.value().ifPresent(printed::add);
    }

    /** How the last command ended. */
    synchronized ExitCode ended() {
        return ended;
    }

    /** Whether this very value was printed by the command that returned it. */
    synchronized boolean wasPrinted(Object value) {
        return printed.contains(value);
    }
}
