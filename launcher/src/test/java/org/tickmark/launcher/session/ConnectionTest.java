package org.tickmark.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.launcher.session.Signals.Signal;

class ConnectionTest {
    private static final ClientFrame.Hello HELLO =
            new ClientFrame.Hello(1, "/tmp", Locale.ENGLISH, 80, true, true, true, false, "kari");
    private static final ClientFrame.Run RUN = new ClientFrame.Run(List.of("unit", "list"));

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void thereIsNoneWithoutAServer() throws IOException {
        assertThat(Connection.open(data, HELLO)).isEmpty();
    }

    @Test
    void carriesOutARequestAndShowsWhatComesOfIt() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                    scene.say(
                            new ServerFrame.Out(Bytes.of("Bergen\n")),
                            new ServerFrame.Err(Bytes.of("one unit\n")),
                            new ServerFrame.Exit(4));
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            assertThat(connection.carryOut(RUN, terminal(""))).isEqualTo(4);
            assertThat(server.heard()).isEqualTo(HELLO);
            assertThat(server.heard()).isEqualTo(RUN);
        }
        assertThat(text(out)).isEqualTo("Bergen\n");
        assertThat(text(err)).isEqualTo("one unit\n");
    }

    @Test
    void asksThePersonAndSendsTheAnswer() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                    scene.say(new ServerFrame.Ask("Delete it?"));
                    scene.hear(1);
                    scene.say(new ServerFrame.Exit(0));
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            connection.carryOut(RUN, terminal("yes\n"));
            server.heard();
            server.heard();
            assertThat(server.heard()).isEqualTo(new ClientFrame.Answer("yes"));
        }
        assertThat(text(err)).isEqualTo("Delete it? ");
    }

    @Test
    void sendsTheStandardInputInPartsWhenItIsWanted() throws Exception {
        String text = "blåbær\n".repeat(10_000);
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                    scene.say(new ServerFrame.Read());
                    scene.hear(3);
                    scene.say(new ServerFrame.Exit(0));
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            connection.carryOut(RUN, terminal(text));
            server.heard();
            server.heard();
            ClientFrame.Input first = (ClientFrame.Input) server.heard();
            ClientFrame.Input second = (ClientFrame.Input) server.heard();
            assertThat(first.bytes().length() + second.bytes().length()).isEqualTo(90_000);
            assertThat(first.bytes().text()).startsWith("blåbær\n");
            assertThat(server.heard()).isEqualTo(new ClientFrame.InputEnd());
        }
    }

    @Test
    void sendsTheStandardInputAsItComes() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                    scene.say(new ServerFrame.Read());
                    scene.hear(1);
                    scene.say(new ServerFrame.Exit(0));
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow();
                PipedInputStream in = new PipedInputStream();
                PipedOutputStream typed = new PipedOutputStream(in)) {
            typed.write("hei".getBytes(StandardCharsets.UTF_8));
            assertThat(connection.carryOut(RUN, new Terminal(in, out, err, "", 80)))
                    .isZero();
            server.heard();
            server.heard();
            assertThat(server.heard()).isEqualTo(new ClientFrame.Input(Bytes.of("hei")));
        }
    }

    @Test
    void passesSignalsOn() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(2);
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            server.heard();
            connection.pass(Signal.INT);
            connection.pass(Signal.TERM);
            assertThat(server.heard()).isEqualTo(new ClientFrame.Cancel());
            assertThat(server.heard()).isEqualTo(new ClientFrame.Terminate());
        }
    }

    @Test
    void completesALine() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                    scene.say(new ServerFrame.Candidates(List.of("unit", "user")));
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            assertThat(connection.complete("u", 1)).containsExactly("unit", "user");
            server.heard();
            assertThat(server.heard()).isEqualTo(new ClientFrame.Complete("u", 1));
        }
    }

    @Test
    void tellsWhyTheServerRefuses() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> scene.say(new ServerFrame.Refused("not you")))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> Connection.open(data, HELLO))
                    .withMessage("not you");
            assertThat(server.heard()).isEqualTo(HELLO);
        }
    }

    @Test
    void aServerThatGoesBeforeTheGreetingIsNone() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {})) {
            assertThat(Connection.open(data, HELLO)).isEmpty();
            assertThat(server.heard()).isEqualTo(HELLO);
        }
    }

    @Test
    void aServerThatGoesDuringTheWorkIsAFailure() throws Exception {
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.hear(1);
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            assertThat(server.heard()).isEqualTo(HELLO);
            assertThatExceptionOfType(ServerGoneException.class)
                    .isThrownBy(() -> connection.carryOut(RUN, terminal("")));
        }
    }

    @Test
    void noticesThatNobodyReads() throws Exception {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (FakeServer server = FakeServer.start(data, scene -> {
                    scene.welcome();
                    scene.say(new ServerFrame.Out(Bytes.of("x")));
                    scene.hear(1);
                });
                Connection connection = Connection.open(data, HELLO).orElseThrow()) {
            assertThat(server.heard()).isEqualTo(HELLO);
            Terminal nobody = new Terminal(new ByteArrayInputStream(new byte[0]), broken, err, "", 80);
            assertThatExceptionOfType(BrokenPipeException.class).isThrownBy(() -> connection.carryOut(RUN, nobody));
        }
    }

    private Terminal terminal(String input) {
        return new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, "", 80);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
