package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;

/**
 * Packed into a plugin whose executor {@code patient} writes a line into a file for each attempt, then waits until another file is
 * there, and fails if that holds anything.
 */
public final class PatientExecutor implements BundleActivator, TaskExecutor {
    private static final Message TEXT = Message.verbatim("Waits for a file");

    /** For the framework. */
    public PatientExecutor() {}

    @Override
    public void start(BundleContext context) {
        context.registerService(TaskExecutor.class, this, FrameworkUtil.asDictionary(Map.of(EXECUTOR, "patient")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }

    @Override
    public Message summary() {
        return TEXT;
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required("attempts", TaskParameter.Type.TEXT, TEXT),
                TaskParameter.required("until", TaskParameter.Type.TEXT, TEXT));
    }

    @Override
    public TaskResult run(TaskRun run) throws IOException, InterruptedException {
        run.log().info("Attempt " + run.attempt());
        Files.writeString(
                Path.of(run.parameters().get("attempts")),
                run.occurrence() + " " + run.attempt() + " " + run.cause() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Path until = Path.of(run.parameters().get("until"));
        CountDownLatch never = new CountDownLatch(1);
        while (!Files.exists(until)) {
            run.cancel().throwIfCancelled();
            never.await(50, TimeUnit.MILLISECONDS);
        }
        if (Files.size(until) > 0) {
            throw new IllegalStateException(Files.readString(until));
        }
        return TaskResult.of(TEXT).items(1, 2);
    }
}
