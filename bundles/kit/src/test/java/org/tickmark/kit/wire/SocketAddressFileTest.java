package org.tickmark.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SocketAddressFileTest {
    @TempDir
    Path data;

    @Test
    void connectsClientAndServer() throws IOException {
        SocketAddressFile file = SocketAddressFile.in(data);

        assertMeet(file);

        assertThat(list(data)).isEmpty();
    }

    @Test
    void bindsInTheDataDirectoryForTheOwnerAlone() throws IOException {
        SocketAddressFile file = SocketAddressFile.in(data);
        try (SocketAddressFile.Listening listening = file.listen()) {
            assertThat(listening).isNotNull();
            Path socket = file.find().orElseThrow();
            assertThat(socket).isEqualTo(data.resolve("tickmark.sock"));
            assertThat(permissions(socket)).isEqualTo("rw-------");
            assertThat(list(data)).containsExactly("tickmark.sock");
        }
    }

    @Test
    void bindsElsewhereWhenThePathIsTooLong() throws IOException {
        Path deep = Files.createDirectories(data.resolve("x".repeat(100)));
        SocketAddressFile file = SocketAddressFile.in(deep);
        Path socket;
        try (SocketAddressFile.Listening listening = file.listen()) {
            assertThat(listening).isNotNull();
            socket = file.find().orElseThrow();
            assertThat(socket.getParent()).isNotEqualTo(deep);
            assertThat(permissions(socket)).isEqualTo("rw-------");
            assertThat(permissions(socket.getParent())).isEqualTo("rwx------");
            assertThat(permissions(deep.resolve("tickmark.sock.path"))).isEqualTo("rw-------");
            assertThat(list(deep)).containsExactly("tickmark.sock.path");
        }
        assertThat(list(deep)).isEmpty();
        assertThat(socket.getParent()).doesNotExist();

        assertMeet(file);
    }

    @Test
    void countsBytesAndNotCharacters() throws IOException {
        int missing = 95 - data.toString().length() - "/tickmark.sock".length() - 1;
        Path deep = Files.createDirectories(data.resolve("å".repeat(Math.max(missing, 4))));

        assertMeet(SocketAddressFile.in(deep));
    }

    @Test
    void findsNothingWhereNoServerRuns() throws IOException {
        SocketAddressFile file = SocketAddressFile.in(data.resolve("missing"));

        assertThat(file.find()).isEmpty();
        assertThat(file.connect()).isEmpty();
    }

    @Test
    void replacesTheSocketOfAServerThatDied() throws IOException {
        Path socket = data.resolve("tickmark.sock");
        ServerSocketChannel died = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        died.bind(UnixDomainSocketAddress.of(socket));
        died.close();
        Files.createDirectory(data.resolve(".tickmark"));
        SocketAddressFile file = SocketAddressFile.in(data);

        assertThat(file.connect()).isEmpty();
        assertThat(socket).as("a client removes nothing").exists();
        assertMeet(file);
    }

    @Test
    void replacesTheFarSocketOfAServerThatDied() throws IOException {
        Path folder = Files.createTempDirectory("tickmark-");
        Path socket = folder.resolve("tickmark.sock");
        ServerSocketChannel died = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        died.bind(UnixDomainSocketAddress.of(socket));
        died.close();
        Files.writeString(data.resolve("tickmark.sock.path"), socket + "\n");
        SocketAddressFile file = SocketAddressFile.in(data);

        assertThat(file.connect()).isEmpty();
        assertMeet(file);
        assertThat(folder).doesNotExist();
        assertThat(data.resolve("tickmark.sock.path")).doesNotExist();
    }

    @Test
    void neverRemovesAFileThatIsNotItsOwn() throws IOException {
        Path precious = Files.writeString(data.resolve("precious"), "money");
        Files.writeString(data.resolve("tickmark.sock.path"), precious + "\n");

        assertMeet(SocketAddressFile.in(data));

        assertThat(precious).hasContent("money");
    }

    @Test
    void saysWhereItCannotListen() {
        assertThatThrownBy(() -> SocketAddressFile.in(data.resolve("missing")).listen())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }

    private static void assertMeet(SocketAddressFile file) throws IOException {
        try (SocketAddressFile.Listening listening = file.listen();
                SocketChannel client = file.connect().orElseThrow();
                SocketChannel server = listening.accept()) {
            FrameChannel.client(client)
                    .write(new ClientFrame.Hello(
                            Frame.VERSION, "/", java.util.Locale.ROOT, 0, false, false, false, false, "me"));
            Optional<ClientFrame> hello = FrameChannel.server(server).read();
            assertThat(hello).isPresent();
        }
        assertThat(file.find()).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Stream<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        }
    }
}
