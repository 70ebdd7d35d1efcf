package org.tickmark.console.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.service.command.Process;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.console.engine.Terminal;

/** A terminal whose output goes where Gogo directs it: to the next function of a pipe, a file, a variable, or the caller. */
final class PipedTerminal implements Terminal {
    private static final int STANDARD_OUTPUT = 1;

    private final Terminal terminal;
    private final Process process;

    PipedTerminal(Terminal terminal, Process process) {
        this.terminal = terminal;
        this.process = process;
    }

    @Override
    public Caller caller() {
        return terminal.caller();
    }

    @Override
    public Path directory() {
        return terminal.directory();
    }

    @Override
    public Optional<Integer> width() {
        return process.isTty(STANDARD_OUTPUT) ? terminal.width() : Optional.empty();
    }

    @Override
    public boolean styled() {
        return process.isTty(STANDARD_OUTPUT) && terminal.styled();
    }

    @Override
    public boolean live() {
        return terminal.live();
    }

    @Override
    public void out(String text) {
        write(process.out(), text);
    }

    @Override
    public void err(String text) {
        write(process.err(), text);
    }

    @Override
    public void status(String line) {
        terminal.status(line);
    }

    @Override
    public Optional<String> ask(String question) {
        return terminal.ask(question);
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        return terminal.askSecret(question);
    }

    @Override
    public Optional<String> input() {
        return terminal.input();
    }

    @Override
    public Optional<StandardStreams> streams() {
        return terminal.streams().map(streams -> new StandardStreams(streams.in(), process.out()));
    }

    @Override
    public CancelToken cancel() {
        return terminal.cancel();
    }

    @Override
    public ExitCode stopped() {
        return terminal.stopped();
    }

    /** As bytes: Gogo's streams would encode characters as the platform does. */
    private static void write(PrintStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }
}
