package org.tickmark.console.session;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.Frame;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.kit.wire.SocketAddressFile;

/** A client at the socket of a data directory, as the launcher is one. */
final class Client implements AutoCloseable {
    private final FrameChannel<ServerFrame, ClientFrame> frames;

    private Client(FrameChannel<ServerFrame, ClientFrame> frames) {
        this.frames = frames;
    }

    static ClientFrame.Hello hello(int version, Path directory) {
        return new ClientFrame.Hello(
                version, directory.toString(), Locale.ENGLISH, 0, true, false, false, false, "kari");
    }

    /** Connects and says this first. */
    static Client connect(Path data, ClientFrame first) throws IOException {
        SocketChannel channel = SocketAddressFile.in(data).connect().orElseThrow();
        Client client = new Client(FrameChannel.client(channel));
        client.say(first);
        return client;
    }

    /** Connects and is welcomed. */
    static Client greet(Path data) throws IOException {
        Client client = connect(data, hello(Frame.VERSION, data));
        ServerFrame answer = client.hear();
        if (!(answer instanceof ServerFrame.Welcome)) {
            throw new AssertionError("not welcomed: " + answer);
        }
        return client;
    }

    void say(ClientFrame frame) throws IOException {
        frames.write(frame);
    }

    ServerFrame hear() throws IOException {
        return frames.read().orElseThrow(() -> new AssertionError("the server has gone"));
    }

    boolean isLeftAlone() throws IOException {
        return frames.read().isEmpty();
    }

    Heard run(String... words) throws IOException {
        say(new ClientFrame.Run(List.of(words)));
        return hearAll();
    }

    Heard line(String line) throws IOException {
        say(new ClientFrame.Line(line));
        return hearAll();
    }

    /** Everything up to the exit code. */
    Heard hearAll() throws IOException {
        List<ServerFrame> heard = new ArrayList<>();
        while (true) {
            ServerFrame frame = hear();
            if (frame instanceof ServerFrame.Exit exit) {
                return new Heard(heard, exit.code());
            }
            heard.add(frame);
        }
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    /** What came until the end of a piece of work. */
    record Heard(List<ServerFrame> frames, int exitCode) {
        String out() {
            return frames.stream()
                    .filter(ServerFrame.Out.class::isInstance)
                    .map(frame -> ((ServerFrame.Out) frame).bytes().text())
                    .collect(Collectors.joining());
        }

        String err() {
            return frames.stream()
                    .filter(ServerFrame.Err.class::isInstance)
                    .map(frame -> ((ServerFrame.Err) frame).bytes().text())
                    .collect(Collectors.joining());
        }
    }
}
