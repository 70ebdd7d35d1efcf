package org.tickmark.console.session;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.felix.service.command.CommandProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.console.session.Desk.Piece;
import org.tickmark.console.shell.LineWords;
import org.tickmark.console.shell.Shell;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.Frame;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.FrameOutputStream;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.kit.wire.WireException;

/**
 * One client's conversation. The thread that runs it reads what the client says; commands and lines are carried out at its
 * {@link Desk}. When the client goes, its work is stopped.
 */
final class Session implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Session.class);

    private final FrameChannel<ClientFrame, ServerFrame> frames;
    private final CommandRunner runner;
    private final CommandProcessor gogo;
    private final String product;
    private final Optional<Message> refusal;
    private final Consumer<Session> whenEnded;
    private final Desk desk;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Set by the greeting, before anything else is done. */
    private ClientFrame.Hello hello;

    /** Opened by the first line; used by the worker alone. */
    private Shell shell;

    /**
     * A session.
     *
     * @param product name and version, for the greeting
     * @param refusal why the client is to be turned away; empty to serve it
     * @param worker a single thread, which ends with the session
     * @param whenEnded told once, when the client has gone and its work has ended
     */
    Session(
            FrameChannel<ClientFrame, ServerFrame> frames,
            CommandRunner runner,
            CommandProcessor gogo,
            String product,
            Optional<Message> refusal,
            ExecutorService worker,
            Consumer<Session> whenEnded) {
        this.frames = frames;
        this.runner = runner;
        this.gogo = gogo;
        this.product = product;
        this.refusal = refusal;
        this.whenEnded = whenEnded;
        this.desk = new Desk(worker, this::disconnect);
    }

    @Override
    public void run() {
        try {
            if (greet()) {
                converse();
            }
        } catch (WireException e) {
            LOG.warn("Refused a client: {}", e.getMessage());
            send(new ServerFrame.Refused(e.getMessage()));
        } catch (IOException e) {
            LOG.debug("A client has gone", e);
        } finally {
            desk.stop(ExitCode.INTERRUPTED);
            desk.close(this::end);
            disconnect();
        }
    }

    /** Lets no more work begin, and ends the session once there is none at hand. */
    void drain() {
        desk.drain();
    }

    /** Stops the work at hand, as if the client's process had been told to end. */
    void terminate() {
        desk.stop(ExitCode.TERMINATED);
    }

    /** Waits for the end of the session; whether it came in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the session is at work on; empty if nothing. */
    Optional<String> atWorkOn() {
        return desk.atWorkOn();
    }

    /** Breaks off the conversation and interrupts the work at hand. */
    void abandon() {
        disconnect();
        desk.abandon();
    }

    private boolean greet() throws IOException {
        Optional<ClientFrame> first = frames.read();
        if (first.isEmpty()) {
            return false;
        }
        if (!(first.get() instanceof ClientFrame.Hello greeting)) {
            refuse(MESSAGES.message("hello.missing"), Locale.ENGLISH);
            return false;
        }
        if (!isAbsolute(greeting.workingDirectory())) {
            refuse(MESSAGES.message("hello.directory", greeting.workingDirectory()), greeting.locale());
            return false;
        }
        if (refusal.isPresent()) {
            refuse(refusal.get(), greeting.locale());
            return false;
        }
        hello = greeting;
        frames.write(new ServerFrame.Welcome(Frame.VERSION, product));
        return true;
    }

    private static boolean isAbsolute(String directory) {
        try {
            return Path.of(directory).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void converse() throws IOException {
        for (Optional<ClientFrame> next = frames.read(); next.isPresent(); next = frames.read()) {
            take(next.get());
        }
    }

    private void take(ClientFrame frame) {
        if (frame instanceof ClientFrame.Run run) {
            begin(
                    nameOf(run),
                    terminal -> exit(runner.run(run.arguments(), terminal).exitCode()));
        } else if (frame instanceof ClientFrame.Line line) {
            begin("shell line", terminal -> exit(shell().execute(line.gogoText(), terminal)));
        } else if (frame instanceof ClientFrame.Complete complete) {
            begin("completion", terminal -> candidates(complete, terminal));
        } else if (frame instanceof ClientFrame.Answer answer) {
            desk.answer(answer.text());
        } else if (frame instanceof ClientFrame.Input input) {
            desk.input(input.bytes());
        } else if (frame instanceof ClientFrame.InputEnd) {
            desk.inputEnd();
        } else if (frame instanceof ClientFrame.Cancel) {
            desk.stop(ExitCode.INTERRUPTED);
        } else if (frame instanceof ClientFrame.Terminate) {
            desk.stop(ExitCode.TERMINATED);
        }
        // A second Hello says nothing new.
    }

    /** The command without its values, which may be anything. */
    private static String nameOf(ClientFrame.Run run) {
        List<String> words = run.arguments();
        return String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    private void begin(String name, Function<ClientTerminal, ServerFrame> task) {
        switch (desk.begin(name, piece -> carryOut(piece, task))) {
            case STOPPING -> refuse(MESSAGES.message("refused.stopping"), hello.locale());
            case AT_WORK -> refuse(MESSAGES.message("refused.at-work"), hello.locale());
            case BEGUN -> {}
        }
    }

    private void carryOut(Piece piece, Function<ClientTerminal, ServerFrame> task) {
        ServerFrame end;
        try {
            end = task.apply(new ClientTerminal(hello, frames, piece.work()));
        } catch (RuntimeException | Error e) {
            LOG.error("A request of a client failed", e);
            end = new ServerFrame.Refused(MESSAGES.message("refused.failed").text(hello.locale()));
        }
        piece.done().run();
        send(end);
    }

    private static ServerFrame exit(ExitCode exitCode) {
        return new ServerFrame.Exit(exitCode.code());
    }

    private ServerFrame candidates(ClientFrame.Complete complete, ClientTerminal terminal) {
        LineWords words = LineWords.upTo(complete.line(), complete.cursor());
        return new ServerFrame.Candidates(runner.complete(words.before(), words.last(), terminal));
    }

    private Shell shell() {
        if (shell == null) {
            shell = Shell.open(
                    gogo,
                    runner,
                    new FrameOutputStream<>(frames, ServerFrame.Out::new),
                    new FrameOutputStream<>(frames, ServerFrame.Err::new));
        }
        return shell;
    }

    private void end() {
        if (shell != null) {
            shell.close();
        }
        whenEnded.accept(this);
        ended.countDown();
    }

    private void refuse(Message reason, Locale locale) {
        send(new ServerFrame.Refused(reason.text(locale)));
    }

    private void send(ServerFrame frame) {
        try {
            frames.write(frame);
        } catch (IOException e) {
            // The client has gone, which the thread that reads finds out too.
            LOG.debug("Nobody takes the answer", e);
        }
    }

    private void disconnect() {
        try {
            frames.close();
        } catch (IOException e) {
            LOG.debug("Cannot close the connection", e);
        }
    }
}
