package org.tickmark.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.Frame;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.session.Display;
import org.tickmark.launcher.session.Terminal;

/** One call of the program: what it asks for, and the surroundings that give this a meaning. */
final class Call {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Call.class);

    private final Invocation invocation;
    private final Setup setup;
    private final Terminal terminal;
    private final Places places;
    private final Locale locale;

    Call(Invocation invocation, Setup setup, Terminal terminal) {
        this(invocation, setup, terminal, setup.places(invocation));
    }

    private Call(Invocation invocation, Setup setup, Terminal terminal, Places places) {
        this.invocation = invocation;
        this.setup = setup;
        this.terminal = terminal;
        this.places = places;
        this.locale = setup.locale(invocation);
        if (invocation.has(GlobalOption.QUIET)) {
            terminal.hideStatus();
        }
    }

    Invocation.Action action() {
        return invocation.action();
    }

    Places places() {
        return places;
    }

    /** The same call at other places. */
    Call at(Places others) {
        return new Call(invocation, setup, terminal, others);
    }

    /** A path as given. */
    Path path(String given) {
        return setup.workingDirectory().resolve(given).normalize();
    }

    /** The language that the user is spoken to in. */
    Locale locale() {
        return locale;
    }

    DataFolder dataFolder() {
        return new DataFolder(places.data());
    }

    Display display() {
        return terminal;
    }

    /** Whether a person sits before it. */
    boolean isInteractive() {
        return terminal.inputIsTerminal() && terminal.outputIsTerminal();
    }

    /** Whether this is the demonstration, in the folder that is kept for it. */
    boolean isDemoInItsOwnFolder() {
        return invocation.isDemo() && !invocation.has(GlobalOption.DATA);
    }

    /** The least level of the log that goes to the standard error too. */
    String logOnStandardError(String unlessAsked) {
        return invocation.has(GlobalOption.VERBOSE) ? "INFO" : unlessAsked;
    }

    /** Who calls, and where what comes of it goes. */
    ClientFrame.Hello hello() {
        return new ClientFrame.Hello(
                Frame.VERSION,
                setup.workingDirectory().toString(),
                locale,
                terminal.columns(),
                terminal.inputIsTerminal(),
                terminal.outputIsTerminal(),
                terminal.errorIsTerminal(),
                setup.color(invocation) && terminal.outputIsTerminal(),
                System.getProperty("user.name", ""));
    }

    /** The file in which the shell remembers lines. */
    Path shellHistory() {
        return places.data().resolve("shell-history");
    }

    /** Writes a message to the standard output: it is the result. */
    void print(Message message) {
        terminal.print(message.text(locale));
    }

    /** Writes a message to the standard error: it goes with the result. */
    void tell(Message message) {
        terminal.complain(message.text(locale));
    }

    /** The text of a file of shell lines; {@code -} is the standard input. */
    String script(String file) {
        try {
            return file.equals("-")
                    ? terminal.readAll()
                    : Files.readString(setup.workingDirectory().resolve(file));
        } catch (IOException e) {
            throw new LaunchException(ExitCode.USAGE, MESSAGES.message("script.unreadable", file, e.toString()), e);
        }
    }
}
