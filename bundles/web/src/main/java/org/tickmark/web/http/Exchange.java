package org.tickmark.web.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns what the server hands over into an {@link Ask}, and an {@link Answer} into what it sends. */
final class Exchange extends Handler.Abstract {
    private static final int PART = 8 * 1024;
    private static final Set<Integer> HAVE_NO_BODY = Set.of(204, 304);
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final DoorPlan plan;
    private final Function<Ask, Answer> behind;

    Exchange(DoorPlan plan, Function<Ask, Answer> behind) {
        this.plan = plan;
        this.behind = behind;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer;
        try {
            answer = behind.apply(ask(request));
        } catch (Refusal e) {
            answer = Answer.text(e.status() + "\n").status(e.status());
        }
        boolean bodiless = request.getMethod().equals("HEAD");
        if (plan.secure()) {
            response.getHeaders().put(Headers.SECURE_ONLY.name(), Headers.SECURE_ONLY.value());
        }
        write(answer, bodiless, response, callback);
        return true;
    }

    static void write(Answer answer, boolean bodiless, Response response, Callback callback) {
        response.setStatus(answer.status());
        Headers.ALWAYS.forEach(header -> response.getHeaders().put(header.name(), header.value()));
        response.getHeaders().put(Headers.UNLESS_SAID.name(), Headers.UNLESS_SAID.value());
        for (Answer.Header header : answer.headers()) {
            if (header.name().equals("Set-Cookie")) {
                response.getHeaders().add(header.name(), header.value());
            } else {
                response.getHeaders().put(header.name(), header.value());
            }
        }
        if (answer.source().isPresent() && !bodiless) {
            stream(answer.source().get(), response, callback);
            return;
        }
        if (HAVE_NO_BODY.contains(answer.status()) || answer.source().isPresent()) {
            // Were it the last to be written, the server would tell its length: none, which is not that of what is not
            // sent.
            response.write(false, EMPTY, callback);
            return;
        }
        response.getHeaders().put("Content-Length", answer.body().length);
        response.write(true, bodiless ? EMPTY : ByteBuffer.wrap(answer.body()), callback);
    }

    /** Waits for the other side as it sends. Only what is whole is closed: that tells the other side that it is. */
    private static void stream(Answer.Source source, Response response, Callback callback) {
        OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), PART);
        try {
            source.write(out);
            out.close();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private Ask ask(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (first, second) -> first + ", " + second);
        }
        String query = request.getHttpURI().getQuery();
        return new Ask(
                request.getMethod(),
                Request.getPathInContext(request),
                query == null ? Parameters.NONE : Parameters.parse(query),
                headers,
                address(request, headers),
                plan.secure(),
                most -> body(request, most));
    }

    /** The last hop that the proxy saw; what stands before it, anybody may have written. */
    private String address(Request request, Map<String, String> headers) {
        String forwarded = headers.get("x-forwarded-for");
        if (!plan.behindProxy() || forwarded == null) {
            return Request.getRemoteAddr(request);
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private String body(Request request, int most) {
        if (request.getLength() > most) {
            throw new Refusal(413);
        }
        long begun = System.nanoTime();
        byte[] body = new byte[(int) Math.max(PART, request.getLength() + 1)];
        int length = 0;
        try (InputStream in = Request.asInputStream(request)) {
            for (int read = 0; read >= 0; read = in.read(body, length, body.length - length)) {
                length += read;
                if (length > most) {
                    throw new Refusal(413);
                }
                if (Duration.ofNanos(System.nanoTime() - begun).compareTo(plan.patience()) > 0) {
                    throw new Refusal(408);
                }
                if (length == body.length) {
                    body = Arrays.copyOf(body, length * 2);
                }
            }
        } catch (IOException e) {
            throw new Refusal(400, e);
        }
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }
}
