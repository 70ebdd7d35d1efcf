package org.tickmark.script.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.script.GrantedObject.Method;
import org.tickmark.api.script.GrantedObject.Value;
import org.tickmark.script.run.Grant.Effect;
import org.tickmark.script.run.Grant.Operation;

/**
 * What scripts ask of addresses that are allowed. It follows no redirection, which could lead elsewhere, reads no answer without end, waits no longer than the run may, and keeps
 * no connection and no thread. Safe for use from many threads.
 */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How often a run that waits is asked whether it should go on. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** The longest answer, in bytes. */
    private static final int LONGEST = 1 << 20;
    /** From this status on it is no success. */
    private static final int NO_SUCCESS = 300;

    private final Supplier<String> allowed;

    /**
     * Over the addresses that are allowed just now.
     *
     * @param allowed where they begin, as {@link AllowedAddresses#read} reads them
     */
    public Http(Supplier<String> allowed) {
        this.allowed = allowed;
    }

    Grant grant() {
        List<Value> get = List.of(Value.TEXT);
        List<Value> post = List.of(Value.TEXT, Value.TEXT, Value.TEXT);
        return new Grant(
                "http",
                Texts.message("grant.http"),
                List.of(
                        operation("get", get, Effect.READS),
                        operation("get", withHeaders(get), Effect.READS),
                        operation("post", post, Effect.CHANGES),
                        operation("post", withHeaders(post), Effect.CHANGES)));
    }

    private static List<Value> withHeaders(List<Value> values) {
        List<Value> all = new ArrayList<>(values);
        all.add(Value.TEXTS);
        return all;
    }

    private Operation operation(String name, List<Value> parameters, Effect effect) {
        return new Operation(
                new Method(name, parameters, Value.TEXT),
                Permission.SCRIPT_RUN,
                effect,
                (session, arguments) -> answer(session, request(session, effect, arguments)));
    }

    // ---------------------------------------------------------------- what is asked

    private HttpRequest request(Session session, Effect effect, List<Object> arguments) {
        URI address = AllowedAddresses.read(allowed.get()).require((String) arguments.get(0));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (effect == Effect.CHANGES) {
                request.header("Content-Type", (String) arguments.get(1))
                        .POST(BodyPublishers.ofString((String) arguments.get(2)));
                session.nextWork().ifPresent(key -> request.header("Idempotency-Key", key));
            }
            if (arguments.get(arguments.size() - 1) instanceof List<?> headers) {
                Pairs.read(headers.stream().map(String::valueOf).toList()).forEach(request::setHeader);
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw Texts.problem("script.http-header", "http.header")
                    .found(String.valueOf(e.getMessage()))
                    .expected("Accept=application/json")
                    .exception(e);
        }
    }

    // ---------------------------------------------------------------- what comes back

    private static String answer(Session session, HttpRequest request) {
        Body body = new Body();
        CompletableFuture<HttpResponse<Void>> sent = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofByteArrayConsumer(piece -> piece.ifPresent(body::add)));
        try {
            Optional<HttpResponse<Void>> response = await(session, request, sent, body);
            if (response.isEmpty()) {
                return "";
            }
            if (response.get().statusCode() >= NO_SUCCESS) {
                throw failed(request)
                        .found(String.valueOf(response.get().statusCode()))
                        .expected("200")
                        .exception();
            }
            return body.text();
        } finally {
            sent.cancel(true);
        }
    }

    /** Empty if the run should stop, which it does before its next step. */
    private static Optional<HttpResponse<Void>> await(
            Session session, HttpRequest request, CompletableFuture<HttpResponse<Void>> sent, Body body) {
        long start = System.nanoTime();
        while (!session.cancel().isCancelled()) {
            try {
                HttpResponse<Void> response = sent.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                body.requireWhole(request);
                return Optional.of(response);
            } catch (TimeoutException e) {
                body.requireWhole(request);
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw failed(request)
                            .found("> " + PATIENCE.toSeconds() + " s")
                            .exception(e);
                }
            } catch (ExecutionException e) {
                throw failed(request)
                        .found(
                                e.getCause() instanceof IOException
                                        ? e.getCause().getClass().getSimpleName()
                                        : String.valueOf(e.getCause()))
                        .exception(e);
            } catch (InterruptedException e) {
                session.interrupt();
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    private static Problem.Builder failed(HttpRequest request) {
        return Texts.problem("script.http", "http.failed", request.uri().getHost())
                .advice(Texts.message("http.failed.advice"));
    }

    /** An answer as far as it has come; of one that is too long nothing more is kept. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean cut;

        synchronized void add(byte... piece) {
            cut |= bytes.size() + piece.length > LONGEST;
            if (!cut) {
                bytes.writeBytes(piece);
            }
        }

        synchronized void requireWhole(HttpRequest request) {
            if (cut) {
                throw failed(request)
                        .found("> " + LONGEST + " bytes")
                        .expected("≤ " + LONGEST + " bytes")
                        .exception();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
