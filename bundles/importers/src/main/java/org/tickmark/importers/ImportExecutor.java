package org.tickmark.importers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;

/** Lets a task import files. A run fails if a folder does not work, a definition cannot run, or a file is rejected or held. */
@Component(service = TaskExecutor.class, property = TaskExecutor.EXECUTOR + "=import")
public final class ImportExecutor implements TaskExecutor {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ImportExecutor.class);

    private static final String DEFINITIONS = "definitions";
    private static final String UNITS = "units";
    private static final String SCHEDULED = "scheduled";
    private static final String DRY_RUN = "dry-run";

    /** How many definitions what a run passes on may name. */
    private static final int MOST_NAMED = 20;

    private final Imports imports;

    @Activate
    public ImportExecutor(@Reference Imports imports) {
        this.imports = imports;
    }

    @Override
    public Message summary() {
        return text("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.optional(DEFINITIONS, TaskParameter.Type.TEXT, "", text("executor.definitions")),
                TaskParameter.optional(UNITS, TaskParameter.Type.TEXT, "", text("executor.units")),
                TaskParameter.optional(SCHEDULED, TaskParameter.Type.FLAG, "true", text("executor.scheduled")),
                TaskParameter.optional(DRY_RUN, TaskParameter.Type.FLAG, "false", text("executor.dry-run")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        TaskInput input = new TaskInput(run);
        ImportRequest request = new ImportRequest(
                input.names(DEFINITIONS), input.names(UNITS), input.flag(SCHEDULED), input.flag(DRY_RUN));
        input.cancel().throwIfCancelled();
        requireScheduled(run, request);
        ImportRun done = imports.run(run.caller(), request, run.progress(), input.cancel());
        log(run, done);
        requireHere(request, done);
        input.failBy(problems(done));
        return result(done, request.dryRun());
    }

    /** A definition that is named and would be left out is a mistake that nobody should have to search for. */
    private void requireScheduled(TaskRun run, ImportRequest request) {
        if (!request.backgroundOnly()) {
            return;
        }
        for (String name : request.definitions()) {
            imports.definition(run.caller(), name)
                    .filter(definition -> !definition.background())
                    .map(ImportDefinition::name)
                    .ifPresent(left -> {
                        throw Problem.error("import.not-scheduled", text("executor.not-scheduled", left))
                                .where(left)
                                .advice(text("executor.not-scheduled.advice", left))
                                .exception();
                    });
        }
    }

    /** A task that names a definition must run where that may run. */
    private static void requireHere(ImportRequest request, ImportRun done) {
        request.definitions().stream()
                .filter(done.elsewhere()::contains)
                .findFirst()
                .ifPresent(left -> {
                    throw Problem.error("import.elsewhere", text("executor.elsewhere", left))
                            .where(left)
                            .advice(text("executor.elsewhere.advice", left))
                            .exception();
                });
    }

    private static void log(TaskRun run, ImportRun done) {
        for (FileOutcome file : done.files()) {
            run.log()
                    .info(file.definition() + ", " + file.file() + ": "
                            + file.result().name().toLowerCase(Locale.ROOT) + ", " + file.entries() + " new, "
                            + file.known() + " known");
        }
        for (String name : done.elsewhere()) {
            run.log().info(name + ": left to a node with its labels");
        }
    }

    /** What went wrong, folders first; the errors are what the run fails by. */
    private static List<Problem> problems(ImportRun done) {
        List<Problem> problems = new ArrayList<>();
        for (PathCheck check : done.paths()) {
            problems.add(Problem.error("import.path", check.detail())
                    .where(check.definition() + ", " + check.check())
                    .build());
        }
        problems.addAll(done.failures());
        for (FileOutcome file : done.files()) {
            if (file.result() == FileOutcome.Result.REJECTED || file.result() == FileOutcome.Result.HELD) {
                problems.add(notBooked(file));
            }
            file.problems().forEach(problem -> problems.add(inFile(file, problem)));
        }
        return problems;
    }

    private static Problem notBooked(FileOutcome file) {
        String id = file.result().name().toLowerCase(Locale.ROOT);
        Problem.Builder problem =
                Problem.error("import." + id, text("executor." + id)).where(file.definition() + ", " + file.file());
        file.problems().stream()
                .filter(cause -> cause.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(cause -> problem.found(cause.text(Locale.ENGLISH)));
        return problem.advice(text("executor." + id + ".advice")).build();
    }

    /** What is told of a file that may have been booked all the same is no failure of the run. */
    private static Problem inFile(FileOutcome file, Problem problem) {
        return problem.within(file.definition() + ", " + file.file()).toBuilder()
                .severity(Severity.WARNING)
                .build();
    }

    private static TaskResult result(ImportRun done, boolean dryRun) {
        long known = done.files().stream().mapToLong(FileOutcome::known).sum();
        Map<String, String> data = new TreeMap<>();
        data.put("files", String.valueOf(done.files().size()));
        data.put("entries", String.valueOf(done.entries()));
        data.put("known", String.valueOf(known));
        for (FileOutcome.Result result : FileOutcome.Result.values()) {
            data.put(result.name().toLowerCase(Locale.ROOT), String.valueOf(done.count(result)));
        }
        List<String> definitions =
                done.files().stream().map(FileOutcome::definition).distinct().toList();
        if (!dryRun && definitions.size() <= MOST_NAMED) {
            data.put("imports", String.join(", ", definitions));
        }
        String id = dryRun ? "executor.dry" : "executor.done";
        return TaskResult.of(text(id, done.files().size(), done.entries(), known))
                .items(done.entries(), done.files().size())
                .passing(data);
    }

    private static Message text(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }
}
