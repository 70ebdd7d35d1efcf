package org.tickmark.example.action.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.macro.FakeActionCall;
import org.tickmark.testkit.macro.MacroActionContract;

class PostActionContractTest extends MacroActionContract {
    private final MacroAction action = new PostAction();
    /** What the other side took, by key. */
    private final Map<String, String> taken = new ConcurrentHashMap<>();

    private HttpServer otherSide;

    @BeforeEach
    void open() throws IOException {
        otherSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherSide.createContext("/hook", this::take);
        otherSide.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Optional<String> key =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            taken.put(key.orElseGet(() -> "without key " + taken.size()), text);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @AfterEach
    void close() {
        otherSide.stop(0);
    }

    @Override
    protected MacroAction action() {
        return action;
    }

    @Override
    protected FakeActionCall goodCall() {
        return to("/hook");
    }

    @Override
    protected FakeActionCall failingCall() {
        return to("/nowhere");
    }

    @Override
    protected Object outside() {
        return Map.copyOf(taken);
    }

    private FakeActionCall to(String path) {
        String url = "http://" + otherSide.getAddress().getHostString() + ":"
                + otherSide.getAddress().getPort() + path;
        return FakeActionCall.of(action, Map.of("url", url, "text", "It is done"));
    }

    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(PostAction.class);
    }
}
