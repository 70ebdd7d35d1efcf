package org.tickmark.example.action.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.task.TaskParameter;

/** Posts a text to a web address, such as that of a chat; the README says what for. Keeps nothing between two uses. */
@Component(property = MacroAction.ACTION + "=post")
public final class PostAction implements MacroAction {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PostAction.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BAD = 300;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    public Message summary() {
        return MESSAGES.message("post");
    }

    @Override
    public Permission permission() {
        return Permission.MAIL_SEND;
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required("url", TaskParameter.Type.TEXT, MESSAGES.message("post.url")),
                TaskParameter.required("text", TaskParameter.Type.TEXT, MESSAGES.message("post.text")));
    }

    @Override
    public List<String> results() {
        return List.of("status");
    }

    @Override
    public Map<String, String> run(ActionCall call) throws InterruptedException {
        call.cancel().throwIfCancelled();
        HttpRequest request = request(call);
        if (call.isDryRun()) {
            call.print("POST " + request.uri());
            return Map.of("status", "200");
        }
        return Map.of("status", String.valueOf(status(request)));
    }

    /** The other side knows by the key that it has had this already. */
    private static HttpRequest request(ActionCall call) {
        String url = call.parameters().get("url");
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(call.parameters().get("text")));
            call.once().ifPresent(key -> request.header("Idempotency-Key", key));
            return request.build();
        } catch (IllegalArgumentException e) {
            throw Problem.error("post.url", MESSAGES.message("post.url-invalid"))
                    .found(url)
                    .expected("https://example.org/hook")
                    .exception(e);
        }
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= BAD) {
                throw failed(request).found(String.valueOf(status)).exception();
            }
            return status;
        } catch (IOException e) {
            throw failed(request).found(e.getClass().getSimpleName()).exception(e);
        }
    }

    private static Problem.Builder failed(HttpRequest request) {
        return Problem.error(
                        "post.failed",
                        MESSAGES.message("post.failed", request.uri().getHost()))
                .advice(MESSAGES.message("post.failed.advice"));
    }
}
