package org.tickmark.console.engine;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.console.engine.Request.HostChoice;

/**
 * Runs command lines: reads the words, checks the caller's right, runs the command, prints what came of it. Nothing is thrown:
 * what goes wrong is told at the terminal and by the exit code. Safe for use from many threads.
 */
public final class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
    private static final int REFERENCE_LENGTH = 8;

    private final CommandRegistry registry;
    private final CommandLineParser parser;
    private final Completer completer;
    private final Clock clock;

    /**
     * A runner.
     *
     * @param clock also gives the zone in which instants are shown
     */
    public CommandRunner(CommandRegistry registry, RecordKeys keys, Providers providers, Clock clock) {
        this.registry = registry;
        this.parser = new CommandLineParser(registry, keys, providers);
        this.completer = new Completer(registry, keys);
        this.clock = clock;
    }

    /** Runs a command line, given as its words. */
    public Outcome run(List<String> words, Terminal terminal) {
        Caller caller = inLanguageOf(words, terminal.caller());
        try {
            Request request = parser.parse(words, caller);
            if (request instanceof Request.Help help) {
                terminal.out(Help.page(registry, help, caller.locale(), terminal.width()));
                return Outcome.of(ExitCode.OK);
            }
            return run((Request.Run) request, terminal, caller);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            CommandResult failure = failure(e, words, terminal);
            new ResultPrinter(terminal, HostChoice.USUAL, caller.locale(), clock.getZone()).print(failure);
            return Outcome.of(failure.exitCode());
        }
    }

    /**
     * Runs a command line and returns what came of it, printing nothing.
     *
     * @param progress where the command tells how far it is
     * @param check refuses, by a {@link TickmarkException}, what this door does not take
     */
    CommandResult answer(List<String> words, Terminal terminal, Progress progress, Consumer<Request.Run> check) {
        Caller caller = inLanguageOf(words, terminal.caller());
        try {
            Request request = parser.parse(words, caller);
            if (request instanceof Request.Help help) {
                return CommandResult.of(Help.page(registry, help, caller.locale(), terminal.width()));
            }
            Request.Run run = (Request.Run) request;
            check.accept(run);
            return result(run, terminal, caller, progress);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failure(e, words, terminal);
        }
    }

    /** What is told of a command that threw this. */
    private static CommandResult failure(Throwable e, List<String> words, Terminal terminal) {
        if (e instanceof TickmarkException refusal) {
            return CommandResult.of("")
                    .problems(List.of(refusal.problem()))
                    .exit(ExitCodes.of(refusal.problem().code()));
        }
        if (e instanceof CancellationException) {
            return CommandResult.done(Texts.text("stopped")).exit(terminal.stopped());
        }
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        String command = words.stream().findFirst().orElse("");
        LOG.error("Command '{}' failed, reference {}", command, reference, e);
        return CommandResult.done(Texts.text("unexpected", reference)).exit(ExitCode.FAILURE);
    }

    /** Tells a problem at the terminal, as a command's would be; the exit code that goes with it. */
    public ExitCode tell(Problem problem, Terminal terminal) {
        terminal.err(ProblemPrinter.line(problem, terminal.caller().locale()));
        return ExitCodes.of(problem.code());
    }

    /**
     * What the last word of a command line may become, in alphabetical order.
     *
     * @param before the words before it
     * @param last the beginning of the last word; may be empty
     */
    public List<String> complete(List<String> before, String last, Terminal terminal) {
        try {
            return completer.complete(before, last, terminal.caller(), terminal.directory());
        } catch (RuntimeException e) {
            LOG.warn("Cannot complete a command line", e);
            return List.of();
        }
    }

    private Outcome run(Request.Run request, Terminal terminal, Caller caller) {
        ProgressLine progress = new ProgressLine(terminal, caller.locale(), clock);
        CommandResult result;
        try {
            result = result(request, terminal, caller, progress);
        } finally {
            progress.end();
        }
        ResultPrinter printer = new ResultPrinter(terminal, request.host(), caller.locale(), clock.getZone());
        return new Outcome(result.exitCode(), printer.print(result));
    }

    private static CommandResult result(Request.Run request, Terminal terminal, Caller caller, Progress progress) {
        caller.require(request.registered().spec().permission());
        terminal.cancel().throwIfCancelled();
        return request.registered().command().run(new Call(request, terminal, caller, progress));
    }

    private static Caller inLanguageOf(List<String> words, Caller caller) {
        return CommandLineParser.language(words)
                .map(locale ->
                        new Caller(caller.identity(), caller.permissions(), caller.units(), locale, caller.origin()))
                .orElse(caller);
    }

    /**
     * How a command line ended.
     *
     * @param exitCode its exit code
     * @param value what it returned, for scripts: rows as maps, a document, or a text; empty for none
     */
    public record Outcome(ExitCode exitCode, Optional<Object> value) {
        private static Outcome of(ExitCode exitCode) {
            return new Outcome(exitCode, Optional.empty());
        }
    }
}
