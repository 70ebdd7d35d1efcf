package org.tickmark.testkit.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;

/** A good executor that posts letters: the box at the other side takes each occurrence once. A letter to nobody waits for ever. */
class LetterExecutor implements TaskExecutor {
    static final String STAMP = "wax-and-crown";

    private final Map<String, String> box = new ConcurrentHashMap<>();

    /** The letters in the box, by what they are recognised by. */
    Map<String, String> box() {
        return Map.copyOf(box);
    }

    @Override
    public Message summary() {
        return Message.verbatim("Posts a letter");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required("to", TaskParameter.Type.TEXT, Message.verbatim("Who gets it")),
                TaskParameter.choice("pace", List.of("slow", "fast"), Message.verbatim("How fast it travels")),
                TaskParameter.optional("stamp", TaskParameter.Type.SECRET, "", Message.verbatim("What seals it")));
    }

    @Override
    public TaskResult run(TaskRun run) throws Exception {
        run.cancel().throwIfCancelled();
        String to = run.parameters().get("to");
        waitForAnAddress(run, to);
        if (to.equals("nowhere")) {
            throw failure(run);
        }
        run.log().info("To " + to);
        run.secret("stamp").ifPresent(stamp -> Arrays.fill(stamp, ' '));
        post(run, to);
        return result(run, to);
    }

    void waitForAnAddress(TaskRun run, String to) throws InterruptedException {
        while (to.isEmpty()) {
            run.cancel().throwIfCancelled();
            passTime();
        }
    }

    /** Does nothing for a moment, and lets an interrupt end it. */
    static void passTime() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread.onSpinWait();
    }

    Exception failure(TaskRun run) {
        return new IllegalStateException("There is no such place");
    }

    void post(TaskRun run, String to) {
        box.put(run.occurrence(), to);
    }

    TaskResult result(TaskRun run, String to) {
        return TaskResult.of(Message.verbatim("Posted a letter to " + to)).items(1, 0);
    }
}
