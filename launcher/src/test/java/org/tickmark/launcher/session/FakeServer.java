package org.tickmark.launcher.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.FrameChannel;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.kit.wire.SocketAddressFile;

/** The other end of the socket, which does as a test tells it. */
final class FakeServer implements AutoCloseable {
    private final SocketAddressFile.Listening listening;
    private final BlockingQueue<ClientFrame> heard = new LinkedBlockingQueue<>();
    private final Script script;

    private FakeServer(SocketAddressFile.Listening listening, Script script) {
        this.listening = listening;
        this.script = script;
    }

    /** Serves one client in the background. */
    static FakeServer start(Path data, Script script) throws IOException {
        FakeServer server = new FakeServer(SocketAddressFile.in(data).listen(), script);
        Thread thread = new Thread(server::serve, "fake-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** The next frame that the client sent. */
    ClientFrame heard() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        try (FrameChannel<ClientFrame, ServerFrame> frames = FrameChannel.server(listening.accept())) {
            frames.read().ifPresent(heard::add);
            script.play(new Scene(frames, heard));
        } catch (IOException e) {
            // The test has ended, or the client has gone.
            return;
        }
    }

    /** What the server does once it was greeted. */
    @FunctionalInterface
    interface Script {
        void play(Scene scene) throws IOException;
    }

    /**
     * What a script has at hand.
     *
     * @param frames the channel
     * @param heard where the frames of the client are told to the test
     */
    record Scene(FrameChannel<ClientFrame, ServerFrame> frames, BlockingQueue<ClientFrame> heard) {
        void welcome() throws IOException {
            frames.write(new ServerFrame.Welcome(1, "fake"));
        }

        void say(ServerFrame... said) throws IOException {
            for (ServerFrame frame : List.of(said)) {
                frames.write(frame);
            }
        }

        /** Hears so many frames. */
        void hear(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                frames.read().ifPresent(heard::add);
            }
        }
    }
}
