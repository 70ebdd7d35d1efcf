package org.tickmark.launcher;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.launcher.Invocation.Action;
import org.tickmark.launcher.session.Signals;
import org.tickmark.launcher.session.Terminal;

/** The program {@code tickmark}. */
public final class Main {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Main.class);

    private final Setup setup = Setup.ofProcess();
    private final Terminal terminal = Terminal.ofProcess();

    private Main() {}

    /** Does what the command line asks for and ends the process with its exit code. */
    public static void main(String[] args) {
        // The standard output holds results; what libraries print there by themselves is none.
        System.setOut(System.err);
        int exitCode = new Main().run(List.of(args));
        // Libraries may have left threads behind that would keep the process alive.
        System.exit(exitCode);
    }

    private int run(List<String> words) {
        Locale locale = setup.locale();
        try {
            Invocation invocation = CommandLine.parse(words);
            locale = setup.locale(invocation);
            return run(new Call(invocation, setup, terminal), locale);
        } catch (LaunchException e) {
            complain(e, locale);
            return e.exitCode().code();
        }
    }

    private int run(Call call, Locale locale) {
        Action action = call.action();
        if (action instanceof Action.Help) {
            terminal.print(MESSAGES.message("help").text(locale));
            return ExitCode.OK.code();
        }
        if (action instanceof Action.Version) {
            terminal.print("Tickmark " + version());
            return ExitCode.OK.code();
        }
        Signals signals = Signals.install();
        if (action instanceof Action.Server server) {
            return new Server(call, signals).run(server.shell() && call.isInteractive());
        }
        if (action instanceof Action.Restore restore) {
            return new Restore(call, signals).run(restore);
        }
        return run(call, new Client(call, signals));
    }

    private static int run(Call call, Client client) {
        Action action = call.action();
        if (action instanceof Action.Stop) {
            return client.stopServer();
        }
        if (action instanceof Action.Status) {
            return client.serverStatus();
        }
        if (action instanceof Action.Shell) {
            return call.isInteractive() ? client.shell() : client.carryOut(new ClientFrame.Line(call.script("-")));
        }
        return client.carryOut(request(call, action));
    }

    private static ClientFrame request(Call call, Action action) {
        if (action instanceof Action.Line line) {
            return new ClientFrame.Line(line.text());
        }
        if (action instanceof Action.Script script) {
            return new ClientFrame.Line(call.script(script.file()));
        }
        return new ClientFrame.Run(((Action.Run) action).words());
    }

    private void complain(LaunchException failure, Locale locale) {
        terminal.complain(MESSAGES.message("error", failure.reason()).text(locale));
        for (Message detail : failure.details()) {
            terminal.complain("  " + detail.text(locale));
        }
        if (failure.exitCode() == ExitCode.USAGE) {
            terminal.complain(MESSAGES.message("usage.advice").text(locale));
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? MESSAGES.message("version.unknown").text(Locale.ENGLISH) : version;
    }
}
