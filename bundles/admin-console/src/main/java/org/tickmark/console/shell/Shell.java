package org.tickmark.console.shell;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.console.engine.Terminal;

/** Carries out lines in Gogo's syntax, which share variables. For one thread at a time. */
public final class Shell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Shell.class);

    /** Where a function without scope is looked for; not in every scope, lest {@code list} be some list. */
    private static final String SCOPES = "tickmark:gogo:felix";

    private final CommandSession session;
    private final CommandRunner runner;

    private Shell(CommandSession session, CommandRunner runner) {
        this.session = session;
        this.runner = runner;
    }

    /**
     * Opens a shell. It never reads the standard streams of the process, which Gogo exchanges while functions run.
     *
     * @param out what the last function of a pipe writes to
     * @param err what functions complain to
     */
    public static Shell open(CommandProcessor processor, CommandRunner runner, OutputStream out, OutputStream err) {
        CommandSession session = processor.createSession(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        session.put("SCOPE", SCOPES);
        // Commands print what they return themselves; without this, Gogo would print it into a pipe once more.
        session.put(".FormatPipe", false);
        return new Shell(session, runner);
    }

    /** Carries out a line; the exit code is that of the last command in it. */
    public ExitCode execute(String line, Terminal terminal) {
        LineTerminal lineTerminal = new LineTerminal(terminal);
        session.put(GogoFunction.TERMINAL, lineTerminal);
        session.currentDir(terminal.directory());
        try {
            Object result = session.execute(line);
            if (result != null && !lineTerminal.wasPrinted(result)) {
                terminal.out(withLineEnd(session.format(result, Converter.INSPECT)));
            }
            return lineTerminal.ended();
        } catch (CommandNotFoundException e) {
            // The runner knows what is wrong with a command that is not there, and what was probably meant.
            return runner.run(List.of(e.getCommand().split(":", 2)), terminal).exitCode();
        } catch (CancellationException | InterruptedException e) {
            return terminal.stopped();
        } catch (TickmarkException e) {
            return runner.tell(e.problem(), terminal);
        } catch (EOFException e) {
            return runner.tell(problem("usage.line-incomplete", MESSAGES.message("line.incomplete")), terminal);
        } catch (SyntaxError e) {
            Problem problem = Problem.error("usage.line", MESSAGES.message("line.syntax", reason(e)))
                    .where(e.line() + ":" + e.column())
                    .build();
            return runner.tell(problem, terminal);
        } catch (Exception e) {
            LOG.debug("A shell line failed", e);
            return runner.tell(problem("shell.failed", MESSAGES.message("line.failed", reason(e))), terminal);
        } finally {
            session.put(GogoFunction.TERMINAL, null);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private static Problem problem(String code, Message what) {
        return Problem.error(code, what).build();
    }

    /** What the innermost cause says; its kind where it says nothing. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message;
    }

    private static String withLineEnd(CharSequence text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == '\n' ? text.toString() : text + "\n";
    }
}
