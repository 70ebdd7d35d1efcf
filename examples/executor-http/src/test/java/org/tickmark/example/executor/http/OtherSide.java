package org.tickmark.example.executor.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The other side: {@code /echo} says what it got, headers included, and knows repeated work by its key; {@code /status/NNN} answers
 * so; {@code /to?ADDRESS} leads on; {@code /long} sends without end; {@code /never} says nothing.
 */
final class OtherSide implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SortedMap<String, String> done = new ConcurrentSkipListMap<>();
    private final List<Map<String, String>> headers = Collections.synchronizedList(new ArrayList<>());

    OtherSide() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/echo", this::echo);
        server.createContext("/status/", exchange -> answer(exchange, statusIn(exchange), "as asked"));
        server.createContext("/to", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getQuery());
            answer(exchange, 302, "");
        });
        server.createContext("/long", OtherSide::sendWithoutEnd);
        server.createContext("/never", exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** An address here; {@code localhost} is another host than {@code 127.0.0.1}. */
    String url(String path) {
        return urlAt("127.0.0.1", path);
    }

    String urlAt(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** What was done, by key. */
    Map<String, String> done() {
        return Map.copyOf(done);
    }

    /** The headers of the last call, by names in lower case. */
    Map<String, String> lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    private void echo(HttpExchange exchange) throws IOException {
        Map<String, String> got = new ConcurrentSkipListMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> got.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        headers.add(got);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional.ofNullable(got.get("idempotency-key")).ifPresent(key -> done.putIfAbsent(key, body));
        answer(exchange, 200, exchange.getRequestMethod() + " " + body + " " + got.get("authorization"));
    }

    private static int statusIn(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getPath().substring("/status/".length()));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean hasBody = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD") && status != 204;
        exchange.sendResponseHeaders(status, hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Ends when the client has had enough: then writing fails. */
    private static void sendWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] line = "and so on ".repeat(100).getBytes(StandardCharsets.UTF_8);
        while (true) {
            exchange.getResponseBody().write(line);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
