package org.tickmark.script;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;
import org.tickmark.script.macro.MacroLanguage;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Pairs;
import org.tickmark.script.run.Runner;

/** Lets a task run a stored script, or a macro. What it prints and logs goes to the log of the run, and what it leaves is passed on. */
final class ScriptExecutor implements TaskExecutor {
    private static final String PARAMETERS = "parameters";

    private final Kind kind;
    private final Runner runner;
    private final Retention retention;

    /** What the task names. */
    enum Kind {
        /** A script in whatever language. */
        SCRIPT("script"),
        /** A macro. */
        MACRO(MacroLanguage.NAME);

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Name of the executor, and of its parameter. */
        String executor() {
            return word;
        }
    }

    ScriptExecutor(Kind kind, Runner runner, Retention retention) {
        this.kind = kind;
        this.runner = runner;
        this.retention = retention;
    }

    @Override
    public Message summary() {
        return Texts.message("executor." + kind.executor());
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required(
                        kind.executor(),
                        TaskParameter.Type.TEXT,
                        Texts.message("executor." + kind.executor() + ".name")),
                TaskParameter.optional(PARAMETERS, TaskParameter.Type.TEXT, "", Texts.message("executor.parameters")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        TaskInput input = new TaskInput(run);
        input.cancel().throwIfCancelled();
        retention.forgetOld();
        LineOutput output = new LineOutput(run.log());
        ScriptRequest request = ScriptRequest.of(
                run.parameters().get(kind.executor()),
                Pairs.read(run.parameters().get(PARAMETERS)),
                "task/" + run.task() + "@" + run.id());
        ScriptResult result = runner.run(
                Order.of(run.caller(), request, output, input.cancel()).once("task/" + run.occurrence()));
        output.flush();
        return switch (result.end().outcome()) {
            case FINISHED -> done(result, Texts.message("executor.done", result.script(), result.version()));
            case EXITED -> done(result, Message.verbatim(result.end().message()));
            case FAILED, LIMIT ->
                throw result.end().problem().orElseThrow().problem().exception();
            case CANCELLED -> throw new CancellationException();
        };
    }

    private static TaskResult done(ScriptResult result, Message summary) {
        Map<String, String> passed = result.results().entrySet().stream()
                .limit(TaskResult.MOST_DATA)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return TaskResult.of(summary).passing(passed);
    }
}
