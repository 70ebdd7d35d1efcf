package org.tickmark.launcher.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What tasks call: takes its time, refuses now and then, and writes down every call. */
final class OtherSide implements AutoCloseable {
    private static final int REFUSES_ONE_OF = 25;
    private static final int MOST_MILLIS = 400;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Random random;
    private final HttpServer server;

    /**
     * A call.
     *
     * @param occurrence what it was for
     * @param run the run that made it
     * @param fence the right under which the run made it
     */
    record Call(String occurrence, long run, long fence) {}

    OtherSide(long seed) throws IOException {
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("Tickmark-Run")),
                Long.parseLong(exchange.getRequestHeaders().getFirst("Tickmark-Fence"))));
        int chance;
        synchronized (random) {
            chance = random.nextInt(REFUSES_ONE_OF * MOST_MILLIS);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance % MOST_MILLIS));
        try (exchange) {
            exchange.sendResponseHeaders(chance / MOST_MILLIS == 0 ? 503 : 204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
