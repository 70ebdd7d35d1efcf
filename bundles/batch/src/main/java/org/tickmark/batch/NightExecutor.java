package org.tickmark.batch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;

/**
 * Lets a task do a night run. It fails as the night run ends otherwise than well: when a unit, file or rule failed, a proof does not
 * hold, another batch holds the lock, or night runs are switched off.
 */
@Component(service = TaskExecutor.class, property = TaskExecutor.EXECUTOR + "=import-and-reconcile")
public final class NightExecutor implements TaskExecutor {
    private static final String STEPS = "steps";
    private static final String UNITS = "units";
    private static final String GROUPS = "groups";
    private static final String AS_OF = "as-of";
    private static final String DRY_RUN = "dry-run";
    private static final String WAIT_LOCK = "wait-lock";

    /** How many imports what a run passes on may name. */
    private static final int MOST_NAMED = 20;

    private final Batch batch;

    @Activate
    public NightExecutor(@Reference Batch batch) {
        this.batch = batch;
    }

    @Override
    public Message summary() {
        return Texts.message("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.choice(STEPS, List.of("all", "import", "reconcile"), Texts.message("executor.steps")),
                TaskParameter.optional(UNITS, TaskParameter.Type.TEXT, "", Texts.message("executor.units")),
                TaskParameter.optional(GROUPS, TaskParameter.Type.TEXT, "", Texts.message("executor.groups")),
                TaskParameter.optional(AS_OF, TaskParameter.Type.DATE, "", Texts.message("executor.as-of")),
                TaskParameter.optional(DRY_RUN, TaskParameter.Type.FLAG, "false", Texts.message("executor.dry-run")),
                TaskParameter.optional(
                        WAIT_LOCK,
                        TaskParameter.Type.DURATION,
                        Duration.ofMinutes(5).toString(),
                        Texts.message("executor.wait-lock")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        TaskInput input = new TaskInput(run);
        BatchRequest request = new BatchRequest(
                input.choice(STEPS, Mode.class),
                input.names(UNITS),
                input.names(GROUPS),
                input.date(AS_OF),
                input.flag(DRY_RUN),
                input.duration(WAIT_LOCK).orElse(Duration.ZERO),
                Optional.empty(),
                Duration.ZERO);
        input.cancel().throwIfCancelled();
        BatchResult result = batch.run(run.caller(), request, run.progress(), input.cancel());
        List<Problem> problems = Problems.all(result);
        input.log(problems);
        run.log().info(result.summary().text(Locale.ENGLISH));
        input.cancel().throwIfCancelled();
        if (result.exitCode() != ExitCode.OK) {
            throw problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst()
                    .orElseGet(() -> notWell(result))
                    .exception();
        }
        return TaskResult.of(result.summary())
                .items(matched(result), rows(result))
                .passing(data(result));
    }

    private static Problem notWell(BatchResult result) {
        return Problem.error(
                        "batch.not-well",
                        Texts.message("executor.not-well", result.exitCode().code()))
                .found(result.summary().text(Locale.ENGLISH))
                .build();
    }

    private static long matched(BatchResult result) {
        return result.groups().stream().mapToLong(GroupRun::matchedEntries).sum();
    }

    private static long rows(BatchResult result) {
        return result.imports().entries();
    }

    private static Map<String, String> data(BatchResult result) {
        Map<String, String> data = new TreeMap<>();
        data.put("batch-run", String.valueOf(result.runId()));
        data.put("files", String.valueOf(result.imports().files().size()));
        data.put("entries", String.valueOf(rows(result)));
        data.put("groups", String.valueOf(result.groups().size()));
        data.put("matched", String.valueOf(matched(result)));
        data.put("open", String.valueOf(result.openItems()));
        List<String> imports = result.imports().files().stream()
                .map(FileOutcome::definition)
                .distinct()
                .toList();
        if (imports.size() <= MOST_NAMED) {
            data.put("imports", String.join(", ", imports));
        }
        return data;
    }
}
