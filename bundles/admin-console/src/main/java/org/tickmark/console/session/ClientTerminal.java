package org.tickmark.console.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.console.engine.Terminal;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.FrameOutputStream;
import org.tickmark.kit.wire.ServerFrame;

/** The terminal of a client at the other end of the socket, for one piece of work. */
final class ClientTerminal implements Terminal {
    /** Whoever has more has it in a file. */
    private static final int MOST_INPUT = 64 << 20;

    private final ClientFrame.Hello hello;
    private final Caller caller;
    private final FrameChannel<ClientFrame, ServerFrame> frames;
    private final Work work;
    private final OutputStream out;
    private final OutputStream err;

    ClientTerminal(ClientFrame.Hello hello, FrameChannel<ClientFrame, ServerFrame> frames, Work work) {
        this.hello = hello;
        this.caller = Caller.os(hello.user(), hello.locale());
        this.frames = frames;
        this.work = work;
        this.out = new FrameOutputStream<>(frames, ServerFrame.Out::new);
        this.err = new FrameOutputStream<>(frames, ServerFrame.Err::new);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Path directory() {
        return Path.of(hello.workingDirectory());
    }

    @Override
    public Optional<Integer> width() {
        return hello.outputIsTerminal() && hello.width() > 0 ? Optional.of(hello.width()) : Optional.empty();
    }

    @Override
    public boolean styled() {
        return hello.outputIsTerminal() && hello.colour();
    }

    @Override
    public boolean live() {
        return hello.errorIsTerminal();
    }

    @Override
    public void out(String text) {
        write(out, text);
    }

    @Override
    public void err(String text) {
        write(err, text);
    }

    @Override
    public void status(String line) {
        send(new ServerFrame.Status(line));
    }

    @Override
    public Optional<String> ask(String question) {
        return hello.inputIsTerminal() ? answer(new ServerFrame.Ask(question)) : Optional.empty();
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        return answer(new ServerFrame.Ask(question, true)).map(String::toCharArray);
    }

    @Override
    public Optional<String> input() {
        send(new ServerFrame.Read());
        try {
            byte[] bytes = work.input().readNBytes(MOST_INPUT + 1);
            return Optional.of(bytes)
                    .filter(all -> all.length <= MOST_INPUT)
                    .map(all -> new String(all, StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The work is to stop.
            return Optional.empty();
        }
    }

    @Override
    public Optional<StandardStreams> streams() {
        send(new ServerFrame.Read());
        return Optional.of(new StandardStreams(work.input(), out));
    }

    @Override
    public CancelToken cancel() {
        return work;
    }

    @Override
    public ExitCode stopped() {
        return work.stopped();
    }

    private Optional<String> answer(ServerFrame question) {
        var answer = work.ask();
        send(question);
        return answer.join();
    }

    private void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            gone();
        }
    }

    private void send(ServerFrame frame) {
        try {
            frames.write(frame);
        } catch (IOException e) {
            gone();
        }
    }

    /** Nobody is there to see what else the work does. */
    private void gone() {
        work.stop(ExitCode.INTERRUPTED);
    }
}
