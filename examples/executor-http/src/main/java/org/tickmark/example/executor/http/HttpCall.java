package org.tickmark.example.executor.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tickmark.api.Problem;
import org.tickmark.api.task.TaskRun;

/** The call that one run makes. For the thread of the run. */
final class HttpCall {
    private static final int MOST_REDIRECTS = 5;
    private static final String EXAMPLE = "https://example.com/path";
    /** How often it looks whether it should stop. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpClient client;
    private final TaskRun run;
    private final URI asked;
    private final Duration timeout;
    private final long began = System.nanoTime();

    HttpCall(HttpClient client, TaskRun run) {
        this.client = client;
        this.run = run;
        this.asked = uri(parameter("url"));
        this.timeout = Duration.parse(parameter("timeout"));
    }

    private String parameter(String name) {
        return run.parameters().get(name);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
            throw problem("url-invalid").found(text).expected(EXAMPLE).exception();
        } catch (URISyntaxException e) {
            throw problem("url-invalid").found(text).expected(EXAMPLE).exception(e);
        }
    }

    /** The answer that was expected; redirects are followed as far as they may be. */
    Answer answer() throws InterruptedException {
        URI uri = asked;
        String method = parameter("method");
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<Answer> response = send(request(uri, method));
            run.log().info(method + " " + shown(uri) + ": " + response.statusCode());
            Optional<URI> next = redirect(response);
            if (next.isEmpty()) {
                return expected(response);
            }
            if (response.statusCode() <= 303 && !method.equals("HEAD")) {
                method = "GET";
            }
            uri = next.get();
        }
        throw problem("redirects-many")
                .where(shown(asked))
                .expected("<= " + MOST_REDIRECTS)
                .exception();
    }

    // ---------------------------------------------------------------- request

    private HttpRequest request(URI uri, String method) {
        boolean hasBody = !parameter("body").isEmpty() && !method.equals("GET") && !method.equals("HEAD");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        hasBody
                                ? HttpRequest.BodyPublishers.ofString(parameter("body"))
                                : HttpRequest.BodyPublishers.noBody())
                .header("Idempotency-Key", run.occurrence())
                .header("Tickmark-Run", String.valueOf(run.id()))
                .header("Tickmark-Fence", String.valueOf(run.fence()));
        if (hasBody) {
            header(request, "Content-Type", parameter("content-type"));
        }
        parameter("headers").lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw problem("header-invalid").expected("Name: value").exception();
            }
            header(
                    request,
                    line.substring(0, colon).strip(),
                    line.substring(colon + 1).strip());
        });
        if (isSameHost(uri)) {
            run.secret("secret").ifPresent(secret -> {
                header(request, parameter("secret-header"), new String(secret));
                Arrays.fill(secret, ' ');
            });
        }
        return request.build();
    }

    /** What the client says of a header that it refuses holds its value, which may be a secret: it is not passed on. */
    @SuppressWarnings("UnusedException")
    private static void header(HttpRequest.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException e) {
            throw problem("header-invalid").where(name).exception();
        }
    }

    // ---------------------------------------------------------------- sending

    private HttpResponse<Answer> send(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<Answer>> response =
                client.sendAsync(request, Answer.ofAtMost(Long.parseLong(parameter("most-bytes"))));
        try {
            while (true) {
                run.cancel().throwIfCancelled();
                if (System.nanoTime() - began > timeout.toNanos()) {
                    throw tooLate();
                }
                try {
                    return response.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    run.progress().update(HttpExecutor.text("http.waiting"), 0, 1);
                }
            }
        } catch (ExecutionException e) {
            throw unreachable(e.getCause());
        } finally {
            response.cancel(true);
        }
    }

    private RuntimeException unreachable(Throwable cause) {
        String said = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return problem("failed")
                .where(shown(asked))
                .found(cause.getClass().getSimpleName() + said)
                .exception(cause);
    }

    private RuntimeException tooLate() {
        return problem("late").where(shown(asked)).expected("<= " + timeout).exception();
    }

    // ---------------------------------------------------------------- response

    private Answer expected(HttpResponse<Answer> response) {
        int status = response.statusCode();
        boolean isExpected = Arrays.stream(
                        parameter("expect").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .anyMatch(one -> one.equals(String.valueOf(status)) || one.equals(status / 100 + "xx"));
        if (!isExpected) {
            throw problem("status")
                    .where(shown(response.uri()))
                    .found(String.valueOf(status))
                    .expected(parameter("expect"))
                    .exception();
        }
        return withoutSecret(response.body());
    }

    /** The other side may say again what it was sent. */
    private Answer withoutSecret(Answer answer) {
        return run.secret("secret")
                .map(secret -> {
                    String text = answer.text().replace(new String(secret), "***");
                    Arrays.fill(secret, ' ');
                    return new Answer(answer.status(), text, answer.isCut());
                })
                .orElse(answer);
    }

    /** Where the answer leads on to; the secret goes to no other host. */
    private Optional<URI> redirect(HttpResponse<Answer> response) {
        int status = response.statusCode();
        boolean leads = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        Optional<String> location = response.headers().firstValue("Location").filter(given -> leads);
        if (location.isEmpty() || parameter("redirects").equals("none")) {
            return Optional.empty();
        }
        URI next = uri(response.uri().resolve(location.get()).toString());
        if (!isSameHost(next) && !parameter("redirects").equals("any")) {
            throw problem("redirect-elsewhere")
                    .where(shown(response.uri()))
                    .found(shown(next))
                    .exception();
        }
        return Optional.of(next);
    }

    private boolean isSameHost(URI uri) {
        boolean noLessSafe =
                uri.getScheme().equals(asked.getScheme()) || uri.getScheme().equals("https");
        return noLessSafe
                && uri.getHost().equalsIgnoreCase(asked.getHost())
                && (uri.getPort() == asked.getPort() || !uri.getScheme().equals(asked.getScheme()));
    }

    /** The address without what may be secret in it: user and query. */
    private static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
    }

    private static Problem.Builder problem(String id) {
        return Problem.error("http." + id, HttpExecutor.text("http." + id))
                .advice(HttpExecutor.text("http." + id + ".advice"));
    }
}
