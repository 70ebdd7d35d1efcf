package org.tickmark.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FrameChannelTest {
    private static final ClientFrame.Hello HELLO = new ClientFrame.Hello(
            Frame.VERSION, "/home/åsa", Locale.forLanguageTag("nb-NO"), 120, true, false, true, false, "åsa");
    private static final ServerFrame.Welcome WELCOME = new ServerFrame.Welcome(Frame.VERSION, "Tickmark 0.1.0");

    @TempDir
    Path folder;

    static Stream<ClientFrame> clientFrames() {
        return Stream.of(
                HELLO,
                new ClientFrame.Run(List.of()),
                new ClientFrame.Run(List.of("batch", "/A", "", "åäö 👍")),
                new ClientFrame.Line("task list | grep night"),
                new ClientFrame.Complete("task l", 6),
                new ClientFrame.Answer("yes"),
                new ClientFrame.Input(Bytes.of(new byte[] {0, -1, 13, 10})),
                new ClientFrame.Input(Bytes.of("")),
                new ClientFrame.InputEnd(),
                new ClientFrame.Cancel(),
                new ClientFrame.Terminate());
    }

    static Stream<ServerFrame> serverFrames() {
        return Stream.of(
                WELCOME,
                new ServerFrame.Refused("Shutting down"),
                new ServerFrame.Out(Bytes.of("1 250,00 kr\n")),
                new ServerFrame.Err(Bytes.of("warning\n")),
                new ServerFrame.Status("42 %"),
                new ServerFrame.Ask("Delete?"),
                new ServerFrame.Ask("Password?", true),
                new ServerFrame.Candidates(List.of("list", "log")),
                new ServerFrame.Read(),
                new ServerFrame.Exit(130),
                new ServerFrame.Exit(Integer.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("clientFrames")
    void carriesEachClientFrame(ClientFrame frame) throws IOException {
        Pipe pipe = new Pipe();
        FrameChannel.client(pipe).write(HELLO);
        FrameChannel.client(pipe).write(frame);
        FrameChannel<ClientFrame, ServerFrame> server = FrameChannel.server(pipe);

        assertThat(server.read()).contains(HELLO);
        assertThat(server.read()).contains(frame);
        assertThat(server.read()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void carriesEachServerFrame(ServerFrame frame) throws IOException {
        Pipe pipe = new Pipe();
        FrameChannel.server(pipe).write(WELCOME);
        FrameChannel.server(pipe).write(frame);
        FrameChannel<ServerFrame, ClientFrame> client = FrameChannel.client(pipe);

        assertThat(client.read()).contains(WELCOME);
        assertThat(client.read()).contains(frame);
        assertThat(client.read()).isEmpty();
    }

    @Test
    void tellsFramesOfOneSideApart() {
        assertThat(clientFrames()
                        .map(frame -> Map.entry(frame.type(), frame.getClass()))
                        .distinct())
                .hasSize(9);
        assertThat(clientFrames().map(Frame::type).distinct()).hasSize(9);
        assertThat(serverFrames().map(Frame::type).distinct()).hasSize(9);
    }

    @Test
    void knowsAStrangerByItsFirstBytes() {
        assertReason(WireException.Reason.FOREIGN_PEER, () -> readAsServer("GET / HTTP/1.1\r\n"));
        assertReason(WireException.Reason.FOREIGN_PEER, () -> readAsServer("\0\0\0\2??"));
        assertReason(WireException.Reason.FOREIGN_PEER, () -> readAsServer("\0\0\0\5\1abcd"));
        assertReason(WireException.Reason.FOREIGN_PEER, () -> readAsServer("\0\0\0\0"));
        assertReason(WireException.Reason.FOREIGN_PEER, () -> FrameChannel.client(new Pipe("SSH-2.0-x\r\n"))
                .read());
    }

    @Test
    void demandsAGreetingFirst() throws IOException {
        Pipe pipe = new Pipe();
        FrameChannel.client(pipe).write(new ClientFrame.Cancel());

        assertReason(WireException.Reason.FOREIGN_PEER, () -> FrameChannel.server(pipe)
                .read());
    }

    @Test
    void saysWhichVersionThePeerSpeaks() {
        String hello = "\0\0\0\15\1TICK\0\0\0\7whatever it says then";
        assertThatThrownBy(() -> readAsServer(hello))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("speaks version 7 of the protocol, expected version 1")
                .extracting(e -> ((WireException) e).reason())
                .isEqualTo(WireException.Reason.OTHER_VERSION);
    }

    @Test
    void readsARefusalOfAnyVersion() throws IOException {
        Pipe pipe = new Pipe("\0\0\0\22\2TICK\0\0\0\7\0\0\0\5other");

        assertThat(FrameChannel.client(pipe).read()).contains(new ServerFrame.Refused("other"));
    }

    @Test
    void refusesFramesThatEndEarlyOrLate() {
        assertBrokenAfterHello("\0\0\0\10");
        assertBrokenAfterHello("\0\0");
        assertBrokenAfterHello("\0\0\0\10\4\0\0\0\2abc");
        assertBrokenAfterHello("\0\0\0\6\4\0\0\0\2a");
        assertBrokenAfterHello("\0\0\0\3\4\0\0");
    }

    @Test
    void refusesLengthsThatLie() {
        assertBrokenAfterHello("\177\377\377\377\4");
        assertBrokenAfterHello("\377\377\377\377\4");
        assertBrokenAfterHello("\0\20\0\1\4");
        assertBrokenAfterHello("\0\0\0\5\4\377\377\377\377");
        assertBrokenAfterHello("\0\0\0\5\4\177\377\377\377");
        assertBrokenAfterHello("\0\0\0\5\3\177\377\377\377");
        assertBrokenAfterHello("\0\0\0\5\3\377\377\377\377");
        assertBrokenAfterHello("\0\0\0\1\143");
    }

    @Test
    void refusesToSendMoreThanAFrameHolds() throws IOException {
        Pipe pipe = new Pipe();
        FrameChannel<ClientFrame, ServerFrame> server = FrameChannel.server(pipe);
        Bytes largest = Bytes.of(new byte[FrameChannel.MAX_FRAME - 5]);

        server.write(WELCOME);
        server.write(new ServerFrame.Out(largest));
        assertThatThrownBy(() -> server.write(new ServerFrame.Out(Bytes.of(new byte[FrameChannel.MAX_FRAME - 4]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Out of 1048577 bytes, at most 1048576");

        FrameChannel<ServerFrame, ClientFrame> client = FrameChannel.client(pipe);
        assertThat(client.read()).contains(WELCOME);
        assertThat(client.read()).contains(new ServerFrame.Out(largest));
        assertThat(client.read()).isEmpty();
    }

    @Test
    void keepsFramesOfManyWritersWholeAndInOrder() throws Exception {
        int writers = 8;
        int each = 300;
        try (Connection connection = new Connection(folder)) {
            ExecutorService pool = Executors.newFixedThreadPool(writers);
            try {
                connection.server.write(WELCOME);
                List<Future<?>> running = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    String name = "w" + writer;
                    running.add(pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            connection.server.write(new ServerFrame.Status(name + ":" + i + ":" + "x".repeat(i)));
                        }
                        return null;
                    }));
                }
                Map<String, Integer> next = new HashMap<>();
                assertThat(connection.client.read()).contains(WELCOME);
                for (int i = 0; i < writers * each; i++) {
                    ServerFrame.Status status =
                            (ServerFrame.Status) connection.client.read().orElseThrow();
                    List<String> parts = List.of(status.line().split(":", -1));
                    int number = next.merge(parts.get(0), 1, Integer::sum) - 1;
                    assertThat(parts.get(1)).isEqualTo(Integer.toString(number));
                    assertThat(parts.get(2)).hasSize(number);
                }
                for (Future<?> future : running) {
                    future.get(10, TimeUnit.SECONDS);
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void writesWhileAnotherThreadWaitsInARead() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection connection = new Connection(folder)) {
            connection.client.write(HELLO);
            connection.server.write(WELCOME);
            assertThat(connection.client.read()).contains(WELCOME);
            assertThat(connection.server.read()).contains(HELLO);
            Future<?> waiting = pool.submit(() -> connection.server.read().orElseThrow());

            connection.server.write(new ServerFrame.Exit(0));

            assertThat(connection.client.read()).contains(new ServerFrame.Exit(0));
            assertThat(waiting).isNotDone();
            connection.client.write(new ClientFrame.Cancel());
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(new ClientFrame.Cancel());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void canStillSayHowItEndedAfterAnInterrupt() throws Exception {
        try (Connection connection = new Connection(folder)) {
            connection.server.write(WELCOME);
            Thread.currentThread().interrupt();
            connection.server.write(new ServerFrame.Exit(130));
            assertThat(Thread.interrupted()).isTrue();

            assertThat(connection.client.read()).contains(WELCOME);
            assertThat(connection.client.read()).contains(new ServerFrame.Exit(130));
            assertThat(connection.server.isOpen()).isTrue();
        }
    }

    @Test
    void streamsBytesInChunks() throws IOException {
        Pipe pipe = new Pipe();
        FrameChannel<ClientFrame, ServerFrame> server = FrameChannel.server(pipe);
        byte[] content = new byte[40_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        server.write(WELCOME);
        try (FrameOutputStream<ServerFrame> out = new FrameOutputStream<>(server, ServerFrame.Out::new)) {
            out.write(content[0]);
            out.flush();
            out.flush();
            out.write(content, 1, content.length - 1);
        }

        ByteArrayOutputStream received = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        FrameChannel<ServerFrame, ClientFrame> client = FrameChannel.client(pipe);
        assertThat(client.read()).contains(WELCOME);
        for (ServerFrame frame = client.read().orElse(null);
                frame != null;
                frame = client.read().orElse(null)) {
            Bytes bytes = ((ServerFrame.Out) frame).bytes();
            sizes.add(bytes.length());
            bytes.writeTo(received);
        }
        assertThat(sizes).containsExactly(1, 16384, 16384, 7231);
        assertThat(received.toByteArray()).isEqualTo(content);
    }

    @Test
    void copiesBytesInAndOut() {
        byte[] source = {1, 2, 3, 4};
        Bytes bytes = Bytes.of(source);
        source[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes).isEqualTo(Bytes.of(new byte[] {0, 1, 2, 3, 4}, 1, 4)).hasToString("4 bytes");
        assertThat(bytes.hashCode()).isEqualTo(Bytes.of(new byte[] {1, 2, 3, 4}).hashCode());
        assertThat(Bytes.of("åsa").text()).isEqualTo("åsa");
    }

    private static void assertReason(WireException.Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(WireException.class)
                .extracting(e -> ((WireException) e).reason())
                .isEqualTo(reason);
    }

    private static void assertBrokenAfterHello(String latin1) {
        assertReason(WireException.Reason.BROKEN_FRAME, () -> {
            Pipe pipe = new Pipe();
            FrameChannel.client(pipe).write(HELLO);
            pipe.write(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
            FrameChannel<ClientFrame, ServerFrame> server = FrameChannel.server(pipe);
            assertThat(server.read()).contains(HELLO);
            server.read();
        });
    }

    private static void readAsServer(String latin1) throws IOException {
        FrameChannel.server(new Pipe(latin1)).read();
    }

    /** What is written can be read, a few bytes at a time as on a socket. */
    private static final class Pipe implements ByteChannel {
        private static final int AT_MOST = 1000;

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private ByteArrayInputStream reading;

        Pipe() {}

        Pipe(String latin1) {
            written.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public int read(ByteBuffer target) {
            if (reading == null) {
                reading = new ByteArrayInputStream(written.toByteArray());
            }
            byte[] part = new byte[Math.min(target.remaining(), AT_MOST)];
            int count = reading.read(part, 0, part.length);
            if (count > 0) {
                target.put(part, 0, count);
            }
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            byte[] part = new byte[Math.min(source.remaining(), AT_MOST)];
            source.get(part);
            written.writeBytes(part);
            return part.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Both ends of a Unix domain socket. */
    private static final class Connection implements AutoCloseable {
        final FrameChannel<ServerFrame, ClientFrame> client;
        final FrameChannel<ClientFrame, ServerFrame> server;

        Connection(Path folder) throws IOException {
            UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
            try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                listening.bind(address);
                client = FrameChannel.client(SocketChannel.open(address));
                server = FrameChannel.server(listening.accept());
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
