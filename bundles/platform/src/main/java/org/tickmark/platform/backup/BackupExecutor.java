package org.tickmark.platform.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.Backups.Backup;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;
import org.tickmark.platform.Folders;

/** Lets a task make backups. A run that was cut off and is run once more makes another one; nothing half done is left under a backup's name. */
@Component(service = TaskExecutor.class, property = TaskExecutor.EXECUTOR + "=backup")
public final class BackupExecutor implements TaskExecutor {
    private static final String FOLDER = "folder";
    private static final String KEEP = "keep";

    private final Backups backups;
    private final Path data;

    @Activate
    public BackupExecutor(BundleContext context, @Reference Backups backups) {
        this(backups, Folders.data(context));
    }

    /** An executor; a relative folder lies in this data directory. */
    BackupExecutor(Backups backups, Path data) {
        this.backups = backups;
        this.data = data;
    }

    @Override
    public Message summary() {
        return Texts.message("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.optional(FOLDER, TaskParameter.Type.TEXT, "", Texts.message("executor.folder")),
                TaskParameter.optional(KEEP, TaskParameter.Type.INTEGER, "", Texts.message("executor.keep")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        TaskInput input = new TaskInput(run);
        input.cancel().throwIfCancelled();
        Backup backup = backups.make(
                run.caller(), folder(run.parameters()), keep(run.parameters()), run.progress(), input.cancel());
        input.log(backup.problems());
        return TaskResult.of(Texts.message("executor.done", backup.file().toString(), backup.bytes()))
                .items(1, 0)
                .passing(Map.of("file", backup.file().toString()));
    }

    private Optional<Path> folder(Map<String, String> parameters) {
        return Optional.of(parameters.get(FOLDER))
                .filter(text -> !text.isEmpty())
                .map(data::resolve);
    }

    private static OptionalInt keep(Map<String, String> parameters) {
        String text = parameters.get(KEEP);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        long keep = Long.parseLong(text);
        if (keep < 1 || keep > Integer.MAX_VALUE) {
            throw Problem.error("backup.keep.invalid", Texts.message("backup.keep.invalid"))
                    .found(text)
                    .expected("1, 2, 3 …")
                    .exception();
        }
        return OptionalInt.of((int) keep);
    }
}
