package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.host.ManualSettings;

class SignOfLifeTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final ManualSettings settings = new ManualSettings();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alive", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        settings.with(
                BatchSettings.ALIVE_URL,
                "http://localhost:" + server.getAddress().getPort() + "/alive");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void callsTheAddress() {
        assertThat(new SignOfLife(settings).give()).isEmpty();
        assertThat(calls).hasValue(1);
    }

    @Test
    void callsNobodyWithoutAnAddress() {
        settings.with(BatchSettings.ALIVE_URL, "");
        assertThat(new SignOfLife(settings).give()).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void a17_goesNowhereThatTheAddressSendsItTo() {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/sends", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        settings.with(
                BatchSettings.ALIVE_URL,
                "http://localhost:" + server.getAddress().getPort() + "/sends");

        assertThat(new SignOfLife(settings).give().orElseThrow().found()).contains("HTTP 302");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void tellsWhatIsWrong() {
        status = 500;
        assertThat(new SignOfLife(settings).give().orElseThrow().found()).contains("HTTP 500");
        server.stop(0);
        assertThat(new SignOfLife(settings).give()).isPresent();
        for (String address : new String[] {"file:/etc/passwd", "no address", "/alive"}) {
            settings.with(BatchSettings.ALIVE_URL, address);
            assertThat(new SignOfLife(settings).give().orElseThrow().code()).isEqualTo("batch.no-sign-of-life");
        }
    }
}
