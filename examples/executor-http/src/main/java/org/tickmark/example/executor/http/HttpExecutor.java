package org.tickmark.example.executor.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;

/** Calls a URL; the README says what for. Keeps nothing between two runs. */
@Component(property = TaskExecutor.EXECUTOR + "=http")
public final class HttpExecutor implements TaskExecutor {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(HttpExecutor.class);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    static Message text(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    @Override
    public Message summary() {
        return text("http");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required("url", TaskParameter.Type.TEXT, text("http.url")),
                TaskParameter.choice(
                        "method", List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"), text("http.method")),
                TaskParameter.optional("body", TaskParameter.Type.TEXT, "", text("http.body")),
                TaskParameter.optional(
                        "content-type", TaskParameter.Type.TEXT, "application/json", text("http.content-type")),
                TaskParameter.optional("headers", TaskParameter.Type.TEXT, "", text("http.headers")),
                TaskParameter.optional("secret", TaskParameter.Type.SECRET, "", text("http.secret")),
                TaskParameter.optional(
                        "secret-header", TaskParameter.Type.TEXT, "Authorization", text("http.secret-header")),
                TaskParameter.optional("expect", TaskParameter.Type.TEXT, "2xx", text("http.expect")),
                TaskParameter.choice("redirects", List.of("same-host", "none", "any"), text("http.redirects")),
                TaskParameter.optional("timeout", TaskParameter.Type.DURATION, "PT30S", text("http.timeout")),
                TaskParameter.optional("most-bytes", TaskParameter.Type.INTEGER, "16384", text("http.most-bytes")));
    }

    @Override
    public TaskResult run(TaskRun run) throws InterruptedException {
        Answer answer = new HttpCall(client, run).answer();
        if (answer.isCut()) {
            run.log().warn("The answer is longer than most-bytes; what follows was not read");
        }
        return TaskResult.of(text("http.done", answer.status(), answer.text().length()))
                .items(1, 1)
                .passing(Map.of("status", String.valueOf(answer.status()), "body", answer.text()));
    }
}
