package org.tickmark.launcher.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.kit.wire.SocketAddressFile;
import org.tickmark.kit.wire.WireException;
import org.tickmark.launcher.session.Signals.Signal;

/**
 * A conversation with the server of a data directory. One thread carries out requests, one at a time; any other may send a
 * signal meanwhile.
 */
public final class Connection implements Closeable {
    private static final int INPUT_PART = 65_536;

    private final FrameChannel<ServerFrame, ClientFrame> frames;

    private Connection(FrameChannel<ServerFrame, ClientFrame> frames) {
        this.frames = frames;
    }

    /**
     * Greets the server of a data directory; empty if there is none, or if it is going away just now.
     *
     * @throws RefusedException if the server does not want to talk to this client
     * @throws WireException if what listens there is no server of this release
     */
    public static Optional<Connection> open(Path data, ClientFrame.Hello hello) throws IOException {
        Optional<SocketChannel> channel = SocketAddressFile.in(data).connect();
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        FrameChannel<ServerFrame, ClientFrame> frames = FrameChannel.client(channel.get());
        Optional<ServerFrame> greeting = greet(frames, hello);
        if (greeting.isEmpty()) {
            frames.close();
            return Optional.empty();
        }
        if (greeting.get() instanceof ServerFrame.Refused refused) {
            frames.close();
            throw new RefusedException(refused.reason());
        }
        return Optional.of(new Connection(frames));
    }

    private static Optional<ServerFrame> greet(FrameChannel<ServerFrame, ClientFrame> frames, ClientFrame.Hello hello)
            throws IOException {
        try {
            frames.write(hello);
            return frames.read();
        } catch (WireException e) {
            frames.close();
            throw e;
        } catch (IOException e) {
            // The server closed the socket before it took the greeting: it is going away.
            return Optional.empty();
        }
    }

    /**
     * Has a request carried out and shows what comes of it.
     *
     * @return the exit code
     * @throws RefusedException if the server does not want to
     * @throws ServerGoneException if the server goes away before the end
     * @throws BrokenPipeException if nobody reads the standard output any more
     */
    public int carryOut(ClientFrame request, Display display) throws IOException {
        send(request);
        while (true) {
            ServerFrame frame = next();
            if (frame instanceof ServerFrame.Exit exit) {
                display.status("");
                return exit.code();
            }
            show(frame, display);
        }
    }

    /** What could stand at the cursor. */
    public List<String> complete(String line, int cursor) throws IOException {
        send(new ClientFrame.Complete(line, cursor));
        ServerFrame frame = next();
        return frame instanceof ServerFrame.Candidates candidates ? candidates.words() : List.of();
    }

    /** Passes on a signal; the server ends the work in order and says so. */
    public void pass(Signal signal) {
        try {
            frames.write(signal == Signal.INT ? new ClientFrame.Cancel() : new ClientFrame.Terminate());
        } catch (IOException e) {
            // The server has gone, which the thread that reads finds out too.
        }
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    private void show(ServerFrame frame, Display display) throws IOException {
        if (frame instanceof ServerFrame.Out out) {
            writeOut(out, display);
        } else if (frame instanceof ServerFrame.Err err) {
            display.err(err.bytes());
        } else if (frame instanceof ServerFrame.Status status) {
            display.status(status.line());
        } else if (frame instanceof ServerFrame.Ask ask) {
            inBackground("ask", () -> frames.write(new ClientFrame.Answer(display.ask(ask))));
        } else if (frame instanceof ServerFrame.Read) {
            inBackground("read", () -> sendInput(display.input()));
        } else if (frame instanceof ServerFrame.Refused refused) {
            throw new RefusedException(refused.reason());
        }
    }

    private static void writeOut(ServerFrame.Out out, Display display) throws BrokenPipeException {
        try {
            display.out(out.bytes());
        } catch (IOException e) {
            throw new BrokenPipeException(e);
        }
    }

    /** Sends the standard input as it comes. */
    private void sendInput(InputStream input) throws IOException {
        byte[] part = new byte[INPUT_PART];
        for (int length = read(input, part); length >= 0; length = read(input, part)) {
            frames.write(new ClientFrame.Input(Bytes.of(part, 0, length)));
        }
        frames.write(new ClientFrame.InputEnd());
    }

    private static int read(InputStream input, byte[] part) {
        try {
            return input.read(part);
        } catch (IOException e) {
            // As if it ended here.
            return -1;
        }
    }

    /** What a conversation does beside reading frames. */
    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    /** Waits for the user on a thread of its own, so that the end of the work is seen even while nobody answers. */
    private static void inBackground(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // The server has gone, which the thread that reads finds out too.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void send(ClientFrame frame) throws IOException {
        try {
            frames.write(frame);
        } catch (IOException e) {
            throw new ServerGoneException(e);
        }
    }

    private ServerFrame next() throws IOException {
        try {
            return frames.read().orElseThrow(() -> new ServerGoneException(null));
        } catch (WireException | ServerGoneException e) {
            throw e;
        } catch (IOException e) {
            throw new ServerGoneException(e);
        }
    }
}
