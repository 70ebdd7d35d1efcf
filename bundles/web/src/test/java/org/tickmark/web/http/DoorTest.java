package org.tickmark.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server as it is met on the wire, attack cases A15, A32, A33 and A35 among them. */
class DoorTest {
    private static Door door;

    @BeforeAll
    static void open() throws IOException {
        door = Door.open(plan(0), DoorTest::answer);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static DoorPlan plan(int port) {
        return new DoorPlan("127.0.0.1", port, Optional.empty(), "", false, Duration.ofSeconds(1));
    }

    private static Answer answer(Ask ask) {
        return switch (ask.path()) {
            case "/echo" -> Answer.text(ask.body().apply(1000));
            case "/path" -> Answer.text(ask.query().toString());
            case "/stream" ->
                Answer.streamed(
                        "text/plain", out -> out.write("piece\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII)));
            case "/cut" ->
                Answer.streamed("text/plain", out -> {
                    out.write("piece\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII));
                    throw new IOException("gone");
                });
            case "/known" -> Answer.empty(304).with("ETag", "\"1\"");
            case "/fail" -> throw new IllegalStateException("/srv/secret");
            default -> Answer.html("<p>" + ask.address());
        };
    }

    /** What comes back for these bytes, until the server closes or is silent. */
    private static String sent(String... parts) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
            OutputStream out = socket.getOutputStream();
            try {
                for (String part : parts) {
                    out.write(part.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
            } catch (SocketException e) {
                // It does not listen any more: what it said is what counts.
                return read(socket);
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            return text.toString();
        }
        return text.toString();
    }

    private static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n";
    }

    @Test
    void a35_everyAnswerForbidsFramesAndAllThatIsNotFromHere() throws IOException {
        for (String line : new String[] {"GET /", "GET /path", "GET /fail", "NONSENSE", "GET /%zz"}) {
            assertThat(sent(request(line)))
                    .as(line)
                    .contains("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("X-Frame-Options: DENY")
                    .doesNotContain("unsafe");
        }
        assertThat(sent(request("GET /"))).contains("Cache-Control: no-store");
    }

    @Test
    void whatIsSentPieceByPieceShowsWhetherItIsWhole() throws IOException {
        assertThat(sent("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .contains("Transfer-Encoding: chunked", "X-Content-Type-Options: nosniff")
                .endsWith("\r\n0\r\n\r\n");
        assertThat(sent("GET /cut HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .contains("piece")
                .doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(sent(request("HEAD /stream"))).startsWith("HTTP/1.1 200").doesNotContain("piece");
    }

    @Test
    void whatIsNotSentIsNotToldToBeEmpty() throws IOException {
        assertThat(sent(request("GET /known")))
                .startsWith("HTTP/1.1 304")
                .contains("ETag: \"1\"")
                .doesNotContain("Content-Length", "chunked");
        assertThat(sent(request("HEAD /")))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: " + "<p>127.0.0.1".length())
                .endsWith("\r\n\r\n");
    }

    @Test
    void noOtherSiteHearsFromWhereSomebodyComesAndOurOwnFormsSayIt() throws IOException {
        assertThat(sent(request("GET /"))).contains("Referrer-Policy: same-origin");
    }

    @Test
    void a33_theServerTellsNothingOfItself() throws IOException {
        for (String line : new String[] {"GET /fail", "NONSENSE", "GET /%zz", "GET /a/../../b", "GET /x;a=b/../y"}) {
            assertThat(sent(request(line)).toLowerCase(Locale.ROOT))
                    .as(line)
                    .doesNotContain("jetty")
                    .doesNotContain("exception")
                    .doesNotContain("/srv/secret")
                    .doesNotContain("server:");
        }
    }

    @Test
    void a32_aFloodOfHeadersIsRefused() throws IOException {
        assertThat(sent(request("GET /", "X: " + "y".repeat(100_000)))).startsWith("HTTP/1.1 431");
    }

    @Test
    void a32_aBodyThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
        assertThat(sent(request("POST /echo", "Content-Length: 2147483648"))).startsWith("HTTP/1.1 413");
        assertThat(sent(
                        request("POST /echo", "Transfer-Encoding: chunked"),
                        "400\r\n" + "x".repeat(1024) + "\r\n",
                        "400\r\n" + "x".repeat(1024) + "\r\n"))
                .as("refused, though the answer may be lost with what was still being sent")
                .doesNotContain("HTTP/1.1 200")
                .doesNotContain("xxx");
        assertThat(sent(request("POST /echo", "Content-Length: 5"), "hello")).endsWith("hello");
    }

    @Test
    void a32_whoSendsNothingMoreIsNotWaitedFor() throws IOException {
        assertThat(sent("GET / HTTP/1.1\r\nHost: loc")).doesNotContain("200");
        assertThat(sent(request("POST /echo", "Content-Length: 500"), "a")).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void aRequestThatIsTwoInOneIsRefused() throws IOException {
        assertThat(sent(
                        request("POST /echo", "Content-Length: 5", "Transfer-Encoding: chunked"),
                        "0\r\n\r\nGET / HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(sent(request("GET /", "Host: other"))).startsWith("HTTP/1.1 400");
    }

    @Test
    void aPortThatIsTakenIsToldAndTheFirstGoesOn() throws IOException {
        assertThatThrownBy(() -> Door.open(plan(door.port()), DoorTest::answer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(door.port()));
        assertThat(sent(request("GET /"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoAsksIsToldByTheProxyOnlyIfThereIsOne() throws IOException {
        assertThat(sent(request("GET /", "X-Forwarded-For: 203.0.113.9"))).endsWith("<p>127.0.0.1");
        DoorPlan behind = new DoorPlan("127.0.0.1", 0, Optional.empty(), "", true, Duration.ofSeconds(1));
        Door direct = door;
        try (Door proxied = Door.open(behind, DoorTest::answer)) {
            door = proxied;
            assertThat(sent(request("GET /", "X-Forwarded-For: 1.1.1.1, 203.0.113.9")))
                    .endsWith("<p>203.0.113.9")
                    .contains("Strict-Transport-Security");
        } finally {
            door = direct;
        }
    }
}
